import { describe, expect, it } from "vitest";
import { LIGHT } from "../scene/themes";
import { caseInput } from "./cases/caseInput";
import { manyMeans } from "./cases/caseStudies";
import { cellGlyph, rowDomain } from "./evidenceGlyph";

const { analysis } = caseInput(manyMeans(8), { measure: "SMD" });
const { measure, overall } = analysis;
const cell = { outcome: "Pain", timepoint: "1 week", measure, pooled: overall, k: 8, byComparator: [] };
const OPTIONS = { domain: [-2, 1] as const, width: 80, height: 24, theme: LIGHT, comparators: [] };
const diamond = (of: typeof cell) => cellGlyph(of, OPTIONS).marks.find((m) => m.kind === "polygon");

describe("rowDomain", () => {
  it("is common to the cells of a row, with no effect inside", () => {
    const [lo, hi] = rowDomain([cell, { ...cell, pooled: { ...overall!, mu: 1, ciLb: 0.5, ciUb: 1.5 } }]);
    expect(lo).toBeLessThanOrEqual(overall!.ciLb);
    expect(hi).toBeGreaterThanOrEqual(1.5);
  });

  it("has some width where no cell has a result", () => {
    expect(rowDomain([{ ...cell, pooled: null }])).toEqual([-1, 1]);
  });
});

describe("cellGlyph", () => {
  it("is solid where the interval excludes no effect and hollow where it does not", () => {
    expect(diamond(cell)).toMatchObject({ fill: LIGHT.ink });
    expect(diamond({ ...cell, pooled: { ...overall!, ciUb: 0.4 } })).not.toHaveProperty("fill");
  });

  it("shows only the line of no effect in an empty cell", () => {
    expect(cellGlyph({ ...cell, pooled: null, k: 0 }, OPTIONS).marks).toHaveLength(1);
  });

  it("does not draw a single study as pooled", () => {
    expect(diamond({ ...cell, pooled: { ...overall!, k: 1 } })).toBeUndefined();
  });
});
