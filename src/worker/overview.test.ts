import { describe, expect, it } from "vitest";
import { COCHRANE_2024 } from "../model/poolingModel";
import { analyse } from "./analyse";
import { bundled } from "./bundledDataset";
import { overview } from "./overview";

describe.each(["us-nkt", "antihistamines-cold", "dbs-parkinson", "nrt-smoking"])("overview of %s", (id) => {
  const dataset = bundled(id);
  const { outcome, timepoint } = dataset.descriptor.defaults;
  const selection = {
    outcome,
    timepoint,
    hiddenComparators: [],
    compareBy: null,
    thenBy: null,
    filters: {},
    excluded: [dataset.rows[0]?.studyId ?? ""],
    measure: null,
  };

  it("shows in every cell of the map the very numbers of that cell's analysis", () => {
    const { cells } = overview(dataset, { selection, model: COCHRANE_2024 });
    expect(cells.length).toBe(dataset.descriptor.outcomes.length * dataset.descriptor.timepoints.length);
    for (const cell of cells) {
      const there = { ...selection, outcome: cell.outcome, timepoint: cell.timepoint };
      expect(cell.pooled).toEqual(analyse(dataset, { selection: there, model: COCHRANE_2024 }).overall);
    }
  });

  it("pools each outcome that has published methods of its own by these, where that is asked", () => {
    const own = { ...COCHRANE_2024, method: "EE", test: "z" } as const;
    const [first, ...others] = dataset.descriptor.outcomes;
    const descriptor = { ...dataset.descriptor, outcomes: [{ ...first!, publishedModel: own }, ...others] };
    const question = { selection, model: COCHRANE_2024, asPublished: true } as const;
    const { cells } = overview({ ...dataset, descriptor }, question);
    for (const cell of cells.filter((c) => c.pooled !== null)) {
      const model = cell.outcome === first!.name ? own : (descriptor.publishedModel ?? COCHRANE_2024);
      const there = { ...selection, outcome: cell.outcome, timepoint: cell.timepoint };
      expect(cell.pooled).toEqual(analyse(dataset, { selection: there, model }).overall);
    }
  });

  it("counts each comparator's studies, the hidden ones too", () => {
    const shown = overview(dataset, { selection, model: COCHRANE_2024 }).comparators;
    const hidden = overview(dataset, {
      selection: { ...selection, hiddenComparators: dataset.descriptor.comparators },
      model: COCHRANE_2024,
    }).comparators;
    expect(hidden).toEqual(shown);
    expect(shown.reduce((sum, { k }) => sum + k, 0)).toBeGreaterThan(0);
  });
});
