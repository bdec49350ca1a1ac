import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { analyse } from "../worker/analyse";
import { bundled } from "../worker/bundledDataset";
import { createActions } from "./actions";
import { defaultAsked, questionOf } from "./selectors";
import { createSettled } from "./settled";
import { createAppStore } from "./store";

const held = { key: "us-nkt", dataset: bundled("us-nkt") };

function opened() {
  const store = createAppStore();
  const asked = defaultAsked(held.dataset);
  store.setState({ ...asked, held, answeredFor: { ...asked, held }, status: "done" });
  const settled = createSettled(store);
  const shown: (readonly string[])[] = [];
  settled.subscribe(({ selection }) => shown.push(selection.excluded));
  const answer = () => {
    const { selection, preset, custom } = store.getState();
    store.setState({ answeredFor: { selection, preset, custom, held: store.getState().held } });
  };
  return { store, settled, shown, answer, actions: createActions(store) };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("createSettled", () => {
  it("shows a change and its answer as one", () => {
    const { shown, answer, actions, settled } = opened();
    actions.toggleStudy("a");
    expect(settled.getState().selection.excluded).toEqual([]);
    answer();
    vi.runAllTimers();
    expect(shown).toEqual([["a"]]);
  });

  it("does not wait for a slow answer", () => {
    const { shown, actions } = opened();
    actions.toggleStudy("a");
    vi.runAllTimers();
    expect(shown).toEqual([["a"]]);
  });

  it("never shows edited data beside the answer of the former ones, however slow the answer is", () => {
    const { answer, store, settled } = opened();
    store.setState({
      answered: { analysis: analyse(held.dataset, questionOf(store.getState(), held.dataset.descriptor)) },
    });
    const edited = { ...held, dataset: { ...held.dataset, rows: held.dataset.rows.slice(1) } };
    store.setState({ held: edited });
    store.setState({ view: "data" });
    vi.runAllTimers();
    expect(settled.getState()).toMatchObject({ held, view: "forest" });
    answer();
    expect(settled.getState()).toMatchObject({ held: edited, view: "data" });
  });

  it("shows at once what asks nothing, and what went wrong", () => {
    const { shown, actions, store, settled } = opened();
    actions.show("funnel");
    expect(settled.getState().view).toBe("funnel");
    actions.toggleStudy("a");
    store.setState({ status: "failed" });
    expect(shown.at(-1)).toEqual(["a"]);
  });
});
