import { describe, expect, it } from "vitest";
import { NO_LENS } from "../../model/lens";
import { DEFAULT_LOOK } from "../../model/look";
import { COCHRANE_2024 } from "../../model/poolingModel";
import { NOTHING_SELECTED } from "../store";
import { fromSearch, isEmbed, toSearch } from "./link";
import type { Linked } from "./params";

const defaults: Linked = {
  selection: { ...NOTHING_SELECTED, outcome: "Pain", timepoint: "1 week", compareBy: "comparator" },
  preset: "published",
  custom: COCHRANE_2024,
  look: DEFAULT_LOOK,
  lens: NO_LENS,
  view: "forest",
};

const changed: Linked = {
  selection: {
    outcome: "Schmerz & Funktion",
    timepoint: "3 months = 90 days",
    hiddenComparators: ["Sham, blunt", "None"],
    compareBy: null,
    thenBy: "country",
    filters: {
      country: { kind: "values", values: ["China", ""] },
      year: { kind: "range", min: -2.5, max: 2020 },
      level: { kind: "values", values: ["a..b"] },
    },
    excluded: ["simulated-trial-03", "müller-2020"],
    measure: "MD",
  },
  preset: "custom",
  custom: {
    method: "PM",
    test: "z",
    predint: "HTS",
    level: 0.99,
    smdVariance: "LS",
    zeroCells: "all",
    groupTau2: "common",
    weighting: "MH",
  },
  look: {
    sort: { by: "effect", descending: true },
    columns: ["arms", "country", "weight"],
    collapsed: ["Sham, blunt", ""],
    density: "compact",
    range: [0.25, 4],
    favours: ["better with x", "worse, with x"],
    pooledLine: false,
    midBand: false,
    tauBands: true,
    funnelAxis: "precision",
    colourBy: "country",
    trimFill: true,
    sameTrials: true,
    moderator: "mean age",
    joinBy: "precision",
    fill: { estimator: "R0", side: "left" },
    subsetSpread: "tau2",
    subsetRegion: { estimate: [-1.5, 0.25], spread: [0.1, 2e-7 + 1] },
    subsetStudy: "müller-2020",
    analyses: { effects: ["SMD RevMan", "SMDH"], method: ["REML", "DL"], test: ["knha"], leftOut: ["none"] },
  },
  lens: {
    mids: { "MD Schmerz & Funktion": 1.5, "RR Tod": 0.8 },
    baselines: { "Adverse events": 0.062 },
    sds: { "Schmerz & Funktion": 20.25 },
  },
  view: "funnel",
};

describe("links", () => {
  it("are empty for what the dataset shows by itself", () => {
    expect(toSearch("us-nkt", defaults, defaults, "us-nkt")).toBe("");
  });

  it("tell a figure without columns from one that chooses them itself", () => {
    const bare = { ...defaults, look: { ...defaults.look, columns: [] } };
    const search = toSearch("us-nkt", bare, defaults, "us-nkt");
    expect(search).toBe("?columns=none");
    expect(fromSearch(search, defaults).state).toEqual(bare);
  });

  it("bring back every choice", () => {
    const search = toSearch("bcg", changed, defaults, "us-nkt");
    expect(search).toContain("data=bcg");
    expect(fromSearch(search, defaults)).toEqual({ state: changed, notices: [] });
  });

  it("mean inverse variance by a custom model that says nothing of weights, whatever the dataset's own model is", () => {
    const tables: Linked = { ...defaults, custom: { ...COCHRANE_2024, method: "DL", weighting: "MH" } };
    expect(fromSearch("?model=custom&method=DL", tables).state.custom.weighting).toBe("IV");
    const state: Linked = { ...tables, preset: "custom", custom: { ...tables.custom, weighting: "IV" } };
    const search = toSearch("us-nkt", state, tables, "us-nkt");
    expect(search).not.toContain("weighting");
    expect(fromSearch(search, tables).state).toEqual(state);
  });

  it.each(Object.keys(changed.selection))("bring back %s alone", (key) => {
    const state = { ...defaults, selection: { ...defaults.selection, [key]: changed.selection[key as "outcome"] } };
    expect(fromSearch(toSearch("us-nkt", state, defaults, "us-nkt"), defaults)).toEqual({ state, notices: [] });
  });

  it.each(Object.keys(changed.look))("bring back %s of the figure's look alone", (key) => {
    const state = { ...defaults, look: { ...DEFAULT_LOOK, [key]: changed.look[key as "sort"] } };
    expect(fromSearch(toSearch("us-nkt", state, defaults, "us-nkt"), defaults)).toEqual({ state, notices: [] });
  });

  it("refuse numbers that a lens cannot have", () => {
    const searches = ["?matters=0 MD Pain", "?matters=much MD Pain", "?baseline=1 Pain", "?sd=-2 Pain", "?sd=2"];
    for (const search of searches) {
      const { state, notices } = fromSearch(search, defaults);
      expect(state.lens).toEqual(NO_LENS);
      expect(notices).toHaveLength(1);
    }
  });

  it("say what they do not understand, and keep the rest", () => {
    const { state, notices } = fromSearch("?outcome=Function&method=BAYES&hue=red&__proto__=x", defaults);
    expect(state.selection.outcome).toBe("Function");
    expect(state.custom).toEqual(COCHRANE_2024);
    expect(notices.map((n) => n.where.column)).toEqual(["method", "hue", "__proto__"]);
  });
});

describe("isEmbed", () => {
  it.each([
    ["?view=embed", true],
    ["?outcome=Pain&view=funnel&embed=1", true],
    ["?view=funnel", false],
    ["?outcome=embed", false],
  ])("%s: %s", (search, expected) => expect(isEmbed(search)).toBe(expected));

  it("asks for the same as without it, and is no fault of a link", () => {
    const asked = fromSearch("?view=funnel&outcome=embed", defaults);
    expect(fromSearch("?view=funnel&outcome=embed&embed=1", defaults)).toEqual(asked);
    expect(fromSearch("?view=embed", defaults)).toEqual({ state: defaults, notices: [] });
  });
});
