import { describe, expect, it } from "vitest";
import { NO_LENS } from "../../model/lens";
import { DEFAULT_LOOK } from "../../model/look";
import { COCHRANE_2024 } from "../../model/poolingModel";
import { bundled } from "../../worker/bundledDataset";
import { defaultAsked } from "../selectors";
import { correct } from "./correct";
import type { Linked } from "./params";

const held = { key: "us-nkt", dataset: bundled("us-nkt") };
const asked: Linked = { ...defaultAsked(held.dataset), look: DEFAULT_LOOK, lens: NO_LENS, view: "forest" };

describe("correct", () => {
  it("leaves alone what the data can give, and says nothing", () => {
    expect(correct(asked, held)).toEqual({ state: asked, notices: [] });
  });

  it.each([
    ["outcome", "Sleep"],
    ["timepoint", "2 years"],
    ["compareBy", "colour"],
    ["thenBy", "colour"],
    ["thenBy", "comparator"],
    ["hiddenComparators", ["Placebo"]],
    ["excluded", ["trial-of-no-name"]],
    ["filters", { shoe: { kind: "values", values: ["42"] } }],
    ["filters", { country: { kind: "range", min: 1, max: 2 } }],
  ])("replaces a %s that is not in the data by the usual one, and says so", (key, value) => {
    const { state, notices } = correct({ ...asked, selection: { ...asked.selection, [key]: value } }, held);
    expect(state).toEqual(asked);
    expect(notices).toHaveLength(1);
  });

  it.each([
    ["sort", { by: "shoe", descending: true }],
    ["moderator", "country"],
    ["colourBy", "shoe"],
    ["joinBy", "shoe"],
    ["subsetStudy", "nobody-1999"],
    ["analyses", { ...DEFAULT_LOOK.analyses, effects: ["XYZ all"] }],
  ])("replaces a %s of the look that is not in the data, and says so", (key, value) => {
    const { state, notices } = correct({ ...asked, look: { ...asked.look, [key]: value } }, held);
    expect(state).toEqual(asked);
    expect(notices).toHaveLength(1);
  });

  it.each([
    ["mids", "SMD Sleep"],
    ["baselines", "Sleep"],
    ["sds", "Sleep"],
  ])("drops one of the lens's %s about an outcome that is not in the data, and says so", (list, key) => {
    const { state, notices } = correct({ ...asked, lens: { ...NO_LENS, [list]: { [key]: 0.5 } } }, held);
    expect(state).toEqual(asked);
    expect(notices).toMatchObject([{ where: { value: "Sleep" } }]);
  });

  it("keeps a lens about an outcome of the data", () => {
    const lens = { mids: { "MD Physical function": 10 }, baselines: { "Adverse events": 0.1 }, sds: { Pain: 2 } };
    expect(correct({ ...asked, lens }, held)).toEqual({ state: { ...asked, lens }, notices: [] });
  });

  it("leaves out columns of the figure that are not in the data, and keeps the others in their order", () => {
    const look = { ...asked.look, columns: ["country", "gravity", "weight"] };
    const { state, notices } = correct({ ...asked, look }, held);
    expect(state.look.columns).toEqual(["country", "weight"]);
    expect(notices).toHaveLength(1);
    expect(notices[0]?.message).toContain("gravity");
  });

  it("keeps a look that the data can give", () => {
    const look = {
      ...DEFAULT_LOOK,
      sort: { by: "country", descending: false },
      moderator: "year",
      colourBy: "country",
      joinBy: "precision",
    };
    expect(correct({ ...asked, look }, held).notices).toEqual([]);
    expect(correct({ ...asked, look: { ...look, colourBy: "comparator" } }, held).notices).toEqual([]);
  });

  it("keeps a filter by year", () => {
    const filters = { year: { kind: "range", min: 2015, max: 2020 } } as const;
    const { state, notices } = correct({ ...asked, selection: { ...asked.selection, filters } }, held);
    expect([state.selection.filters, notices]).toEqual([filters, []]);
  });

  it("does not show a model “As published” where the source's is not known", () => {
    const { descriptor, rows } = held.dataset;
    const unknown = {
      key: "x",
      dataset: {
        rows,
        descriptor: {
          ...descriptor,
          publishedModel: null,
          defaults: { ...descriptor.defaults, preset: "cochrane" as const },
        },
      },
    };
    const { state, notices } = correct({ ...asked, preset: "published", custom: COCHRANE_2024 }, unknown);
    expect(state.preset).toBe("cochrane");
    expect(notices).toHaveLength(1);
  });
});

describe("correct, what a link leaves open or asks too much", () => {
  const ask = (change: Partial<Linked["selection"]>) =>
    correct({ ...asked, selection: { ...asked.selection, ...change } }, held);

  it("drops the values of a filter that the data do not have, and the filter with its last one", () => {
    const some = ask({ filters: { country: { kind: "values", values: ["China", "Atlantis"] } } });
    expect(some.state.selection.filters).toEqual({ country: { kind: "values", values: ["China"] } });
    expect(some.notices[0]?.message).toContain("Atlantis");
    expect(ask({ filters: { country: { kind: "values", values: ["Atlantis"] } } }).state.selection.filters).toEqual({});
    expect(ask({ filters: { year: { kind: "range", min: 2024, max: 2020 } } }).notices).toHaveLength(1);
  });

  it("goes to a timepoint at which the outcome was reported", () => {
    expect(ask({ outcome: "Adverse events" }).state.selection.timepoint).toBe("During follow-up");
  });

  it("keeps a measure that some outcome can give, and no other", () => {
    expect(ask({ measure: "OR" })).toMatchObject({ state: { selection: { measure: "OR" } }, notices: [] });
    const { state, notices } = ask({ measure: "GEN" });
    expect([state.selection.measure, notices.length]).toEqual([null, 1]);
  });
});
