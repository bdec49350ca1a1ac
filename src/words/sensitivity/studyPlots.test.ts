import { describe, expect, it } from "vitest";
import { MEASURES } from "../../model/measure";
import { COCHRANE_2024 } from "../../model/poolingModel";
import type { Influence, StudyInfluence } from "../../model/sensitivity";
import { pooled, usNkt } from "../fixtures";
import { baujatText, labbeText, noLabbeText, radialText, risksText } from "./studyPlots";
import { pairText, tooFewText } from "./tooFew";

function study(rowId: number, change: Partial<StudyInfluence>): StudyInfluence {
  return {
    ...{ rowId, studyId: `t${rowId}`, yi: -1, vi: 0.1, without: null, diagnostics: null },
    ...{ baujat: null, radial: { x: 1, z: -1 }, risks: null, ...change },
  };
}

function influence(...studies: readonly StudyInfluence[]): Influence {
  const overall = pooled({ mu: -1 });
  return { measure: MEASURES.RR, overall, conclusion: "below", flip: null, band: 2, studies };
}

const nameOf = (rowId: number) => `Trial ${rowId}`;

describe("baujatText", () => {
  it("names whoever disagrees most and whoever moves the result most", () => {
    const two = [
      study(1, { baujat: { heterogeneity: 5, influence: 0.1 } }),
      study(2, { baujat: { heterogeneity: 1, influence: 0.4 } }),
    ];
    expect(baujatText(influence(...two), usNkt, nameOf)).toContain(
      "Trial 1 disagrees most, Trial 2 moves the result most.",
    );
    const both = [study(3, { baujat: { heterogeneity: 9, influence: 2 } }), ...two];
    expect(baujatText(influence(...both), usNkt, nameOf)).toContain("Trial 3 does both most.");
    expect(baujatText(influence(study(1, {})), usNkt, nameOf)).toContain("nothing to compare");
  });
});

it("counts the studies outside the radial plot's band about the pooled line", () => {
  const far = study(2, { radial: { x: 2, z: 0.5 } }); // 2.5 above the line at −2
  const text = radialText(influence(study(1, {}), far), COCHRANE_2024, usNkt);
  expect(text).toContain("1 of 2 lies outside (dark).");
  expect(radialText(influence(study(1, {})), COCHRANE_2024, usNkt)).toContain("None of 1 lie outside.");
});

it("counts the studies on each side of equal risks, and says whom the side favours", () => {
  const at = (x: number, y: number) => study(1, { risks: { x, y } });
  const studies = [at(0.3, 0.1), at(0.3, 0.2), at(0.1, 0.2), at(0.1, 0.1)];
  const text = (better: "lower" | "higher") =>
    labbeText(studies, MEASURES.RR, usNkt, { ...usNkt.outcomes[0]!, better });
  expect(text("lower")).toContain("2 trials below it (favours US-NKT), 1 above it (favours control) and 1 on it.");
  expect(text("higher")).toContain("2 trials below it (favours control), 1 above it (favours US-NKT)");
  expect(risksText({ x: 0.3, y: 0.125 })).toBe("12.5% against 30.0%");
  expect(noLabbeText(usNkt)).toContain("trials that report events");
});

it("says why there is nothing to see with too few studies", () => {
  expect(tooFewText(0, usNkt)).toContain("Nothing is pooled here");
  expect(tooFewText(1, usNkt)).toContain("Only 1 trial is in the result");
  expect(pairText(usNkt)).toContain("With two trials");
});
