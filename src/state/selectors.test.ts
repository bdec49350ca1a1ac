import { describe, expect, it } from "vitest";
import type { Answered } from "../model/analysis";
import { DEFAULT_LOOK } from "../model/look";
import { COCHRANE_2024 } from "../model/poolingModel";
import { analysis, pooled, usNkt } from "../words/fixtures";
import { createActions } from "./actions";
import { isAsOpened } from "./asOpened";
import { defaultAsked, ghostOf, questionOf, resolveModel } from "./selectors";
import { createAppStore } from "./store";

const answer = (mu: number, timepoint = "1 week"): Answered => ({
  analysis: analysis({ selection: { ...analysis().selection, timepoint }, overall: pooled({ mu }) }),
});

/** A page with the dataset of the fixtures open. */
function opened() {
  const store = createAppStore();
  const dataset = { descriptor: usNkt, rows: [] };
  store.setState({ held: { key: "us-nkt", dataset }, ...defaultAsked(dataset) });
  return { store, actions: createActions(store) };
}

describe("resolveModel", () => {
  const own = { ...COCHRANE_2024, method: "EE", weighting: "MH" } as const;
  const [first, ...others] = usNkt.outcomes;
  const descriptor = { ...usNkt, outcomes: [{ ...first!, publishedModel: own }, ...others] };
  const asked = defaultAsked({ descriptor, rows: [] });

  it("takes an outcome's own published methods before those of the whole dataset", () => {
    const of = (outcome: string) =>
      resolveModel({ ...asked, preset: "published", selection: { ...asked.selection, outcome } }, descriptor);
    expect(of(first!.name)).toBe(own);
    expect(of("another")).toBe(usNkt.publishedModel);
    expect(questionOf({ ...asked, preset: "published" }, descriptor).asPublished).toBe(true);
    expect(questionOf({ ...asked, preset: "cochrane" }, descriptor)).not.toHaveProperty("asPublished");
  });
});

describe("ghostOf", () => {
  it("is the result before the last change", () => {
    const { store } = opened();
    store.setState({ answered: answer(-1.2), previous: answer(-1.1) });
    expect(ghostOf(store.getState())?.mu).toBe(-1.1);
  });

  it("is the pinned result while one is pinned, and only beside answers to the same question", () => {
    const { store, actions } = opened();
    store.setState({ answered: answer(-1) });
    actions.pin(true);
    store.setState({ answered: answer(-1.2), previous: answer(-1.1) });
    expect(ghostOf(store.getState())?.mu).toBe(-1);
    store.setState({ answered: answer(-1.7, "1 month"), previous: null });
    expect(ghostOf(store.getState())).toBeNull();
    actions.pin(false);
    store.setState({ answered: answer(-1.8, "1 month"), previous: answer(-1.7, "1 month") });
    expect(ghostOf(store.getState())?.mu).toBe(-1.7);
  });

  it("is none where nothing moved", () => {
    const { store } = opened();
    store.setState({ answered: answer(-1.1), previous: answer(-1.1) });
    expect(ghostOf(store.getState())).toBeNull();
  });
});

describe("isAsOpened", () => {
  it("is true at first, and again once every choice is taken back by hand", () => {
    const { store, actions } = opened();
    expect(isAsOpened(store.getState())).toBe(true);
    actions.toggleStudy("t1");
    actions.setLook({ sort: { by: "weight", descending: true } });
    actions.setLens("baselines", "Pain", 0.2);
    expect(isAsOpened(store.getState())).toBe(false);
    actions.toggleStudy("t1");
    actions.setLook({ sort: null });
    actions.setLens("baselines", "Pain", null);
    expect(isAsOpened(store.getState())).toBe(true);
  });

  it.each<[string, (actions: ReturnType<typeof opened>["actions"]) => void]>([
    ["a selection", (actions) => actions.select({ compareBy: null })],
    ["a model", (actions) => actions.setModel({ method: "PM" })],
    ["a look", (actions) => actions.setLook({ density: "compact" })],
    ["a number of the lens", (actions) => actions.setLens("sds", "Pain", 2)],
  ])("is false after %s, until the reset", (_, change) => {
    const { store, actions } = opened();
    change(actions);
    expect(isAsOpened(store.getState())).toBe(false);
    actions.reset();
    expect(isAsOpened(store.getState())).toBe(true);
    expect(store.getState().look).toEqual(DEFAULT_LOOK);
  });
});
