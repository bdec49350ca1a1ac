import { describe, expect, it } from "vitest";
import { MEASURES } from "../model/measure";
import { cautionsOf } from "./cautions";
import { analysis, pooled, row, study, usNkt } from "./fixtures";

describe("cautionsOf", () => {
  it("has none for eight trials on one scale", () => {
    expect(cautionsOf(analysis(), usNkt)).toEqual([]);
  });

  it.each([
    [2, 1],
    [4, 1],
    [5, 0],
  ])("of few trials at k = %d: %d", (k, count) => {
    const cautions = cautionsOf(analysis({ overall: pooled({ k }) }), usNkt);
    expect(cautions.filter((c) => c === `Intervals from only ${k} trials are uncertain.`)).toHaveLength(count);
  });

  it("says that a prediction interval needs three", () => {
    const overall = pooled({ k: 2, predint: null, predintReason: "needs-three-studies" });
    expect(cautionsOf(analysis({ overall }), usNkt)).toContain("A prediction interval needs at least three trials.");
  });

  it("says when τ² did not settle", () => {
    expect(cautionsOf(analysis({ overall: pooled({ converged: false }) }), usNkt)).toHaveLength(1);
  });

  it("warns of a mean difference across scales, but not of a standardised one or of one scale", () => {
    const mixed = (id: number) => row(id, { columns: { scale: id < 4 ? "VAS" : "NRS" } });
    const md = analysis({ measure: MEASURES.MD });
    expect(cautionsOf(md, usNkt, mixed)).toEqual([
      "These trials used 2 scales (VAS and NRS): a mean difference takes a point on each for the same, a standardised one does not.",
    ]);
    expect(cautionsOf(analysis(), usNkt, mixed)).toEqual([]);
    expect(cautionsOf(md, usNkt, (id) => row(id, { columns: { scale: id === 7 ? null : "VAS" } }))).toEqual([]);
  });

  it("does not count scales of trials that are left out", () => {
    const studies = [study(0), study(1), study(2, { state: "excluded" })];
    const cautions = cautionsOf(analysis({ measure: MEASURES.MD, studies }), usNkt, (id) =>
      row(id, { columns: { scale: id === 2 ? "NRS" : "VAS" } }),
    );
    expect(cautions).toEqual([]);
  });

  it("says how many were left out where no overall result says it", () => {
    const studies = [study(0), study(1, { state: "excluded" })];
    expect(cautionsOf(analysis({ studies, overall: null }), usNkt)).toContain("1 trial left out of every number.");
  });

  it("says that signs were turned, and what could not be estimated", () => {
    const studies = [
      study(0, { flipped: true }),
      study(1, { flipped: true }),
      study(2, { effect: null, reason: "no-events" }),
    ];
    expect(cautionsOf(analysis({ studies }), usNkt)).toEqual([
      "2 trials on scales where higher is better were turned round.",
      "1 trial with no event in either arm enters no pooled result.",
    ]);
  });
});
