import { expect, it } from "vitest";
import { COCHRANE_2024 } from "../model/poolingModel";
import { analyse } from "./analyse";
import { bundled } from "./bundledDataset";
import { packAnalysis, unpackAnalysis } from "./pack";

it("gives back the analysis that was packed, excluded and not estimable studies too", () => {
  const dataset = bundled("us-nkt");
  const zero = { kind: "counts", ai: 0, n1i: 20, ci: 0, n2i: 20 } as const;
  const ae = dataset.rows.find((row) => row.outcome === "Adverse events");
  if (!ae) throw new Error("no adverse events");
  const rows = [...dataset.rows, { ...ae, id: 900, studyId: "zero", slab: "Zero", data: zero }];
  const selection = {
    outcome: "Adverse events",
    timepoint: "During follow-up",
    hiddenComparators: [],
    compareBy: "comparator",
    thenBy: null,
    filters: {},
    excluded: [ae.studyId],
    measure: null,
  };
  const analysis = analyse({ ...dataset, rows }, { selection, model: COCHRANE_2024 });
  expect(analysis.studies.at(-1)).toMatchObject({ effect: null, reason: "no-events" });
  expect(unpackAnalysis(structuredClone(packAnalysis(analysis)))).toEqual(analysis);
});
