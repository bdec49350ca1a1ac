import { describe, expect, it } from "vitest";
import { defaultAsked, questionOf } from "../state/selectors";
import { bubble } from "./bubble";
import { bundled } from "./bundledDataset";

const dataset = bundled("bcg-tuberculosis");
const asked = questionOf(defaultAsked(dataset), dataset.descriptor);
const question = { ...asked, model: { ...asked.model, method: "REML", test: "z" } as const };

describe("bubble", () => {
  it("gives the published regression of the BCG trials on latitude", () => {
    const found = bubble(dataset, { question, column: "latitude" });
    // metafor prints -0.0291 and, as it stops early, 0.0764: rma(yi, vi, mods = ~ ablat, data = dat.bcg)
    expect(found.fit?.slope.beta).toBeCloseTo(-0.0291, 4);
    expect(found.fit?.tau2).toBeCloseTo(0.076348, 6);
    expect(found.fit?.R2).toBeCloseTo(75.6266, 3);
    expect(found.points).toHaveLength(13);
    expect(found.points.reduce((sum, { weight }) => sum + (weight ?? 0), 0)).toBeCloseTo(100, 9);
    expect(found.fit?.line[0]?.x).toBe(Math.min(...found.points.map(({ x }) => x)));
  });

  it("leaves an excluded study in its place and out of the regression", () => {
    const [first] = dataset.rows;
    const selection = { ...question.selection, excluded: [first!.studyId] };
    const found = bubble(dataset, { question: { ...question, selection }, column: "latitude" });
    expect(found.fit?.k).toBe(12);
    expect(found.points.find(({ rowId }) => rowId === first!.id)?.weight).toBeNull();
  });

  it("says why there is no regression", () => {
    expect(bubble(dataset, { question, column: "no such column" })).toMatchObject({
      fit: null,
      reason: "too-few-studies",
      without: 13,
      points: [],
    });
  });
});
