import { expect, it } from "vitest";
import { COCHRANE_2024 } from "../model/poolingModel";
import { analyse } from "./analyse";
import { bundled } from "./bundledDataset";
import { overview } from "./overview";
import { packAnswer, unpackAnswer } from "./pack";

it("gives back the answer that was packed, excluded and not estimable studies too", () => {
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
    filters: {},
    excluded: [ae.studyId],
    measure: null,
  };
  const question = { selection, model: COCHRANE_2024 };
  const answered = {
    analysis: analyse({ ...dataset, rows }, question),
    overview: overview({ ...dataset, rows }, question),
  };
  expect(answered.analysis.studies.at(-1)).toMatchObject({ effect: null, reason: "no-events" });
  expect(unpackAnswer(structuredClone(packAnswer(answered)))).toEqual(answered);
});
