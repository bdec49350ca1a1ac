import { lab } from "d3";
import { describe, expect, it } from "vitest";
import { MEASURES } from "../../model/measure";
import type { Subsets } from "../../model/subsets";
import { DARK, LIGHT } from "../../scene/themes";
import { type GoshCounts, type GoshProgress, goshAxes, goshExhaustive } from "../../stats/index";
import { caseInput } from "../cases/caseInput";
import { manyMeans } from "../cases/caseStudies";
import { cellSide, densityCells } from "./densityCells";
import { densityColours, LEVELS, levelOf, splitColours } from "./densityColours";
import { densityImage } from "./densityImage";
import { densityMarks } from "./densityMarks";
import { goshLayout } from "./goshLayout";

const input = caseInput(manyMeans(16), { measure: "SMD" });
const known = input.analysis.studies.flatMap(({ rowId, effect }) => (effect ? [{ rowId, ...effect }] : []));

function subsetsOf(): Subsets {
  const yi = known.map((s) => s.yi);
  const axes = goshAxes(yi, "I2");
  const { joint, estimateByStudy, spreadByStudy, subsets } = done(
    goshExhaustive({ yi, vi: known.map((s) => s.vi), model: { method: "DL", spread: "I2" }, ...axes }),
  );
  return {
    ...{ measure: MEASURES.SMD, rowIds: known.map((s) => s.rowId), method: "DL", spread: "I2", seed: null },
    ...{ total: subsets, joint, estimateByStudy, spreadByStudy },
    ...{ estimateAxis: axes.estimate, spreadAxis: axes.spread },
  };
}

function done(steps: Generator<GoshProgress, GoshCounts, void>): GoshCounts {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

const layout = goshLayout(input, subsetsOf(), { width: 760, theme: LIGHT, split: null });

describe("the density of all subsets", () => {
  it("holds the same subsets whatever the side of its cells, and all but a few", () => {
    const total = (side: number) => densityCells(layout, side).counts.reduce((sum, n) => sum + n, 0);
    expect(total(1)).toBeGreaterThan(0.998 * layout.subsets.total);
    expect(total(2)).toBe(total(1));
    expect(total(4)).toBe(total(1));
  });

  it("has larger cells where there are fewer subsets", () => {
    expect([100, 5000, 100_000].map((total) => cellSide({ ...layout.subsets, total }))).toEqual([4, 2, 1]);
  });

  it("is clear where there is none, and opaque elsewhere", () => {
    const { cells, pixels } = densityImage(layout, null);
    for (const [at, count] of cells.counts.entries()) expect(pixels[4 * at + 3]).toBe(count === 0 ? 0 : 255);
  });

  it("takes the hue of those with the study where none lacks it, and of those without where all do", () => {
    const { cells, pixels } = densityImage(layout, layout.subsets.joint);
    const withAll = densityImage(layout, new Uint32Array(layout.subsets.joint.length)).pixels;
    const at = 4 * cells.counts.indexOf(cells.most);
    expect([...pixels.subarray(at, at + 3)]).not.toEqual([...withAll.subarray(at, at + 3)]);
  });

  it("stays a small file", () => expect(densityMarks(layout).length).toBeLessThanOrEqual(4000));
});

describe.each([["light", LIGHT] as const, ["dark", DARK] as const])("the %s scale of colours", (_, theme) => {
  it("changes evenly in lightness, also in grey", () => {
    const lightness = densityColours(theme).map((colour) => lab(colour).l);
    const step = (lightness.at(-1)! - lightness[0]!) / (LEVELS - 1);
    for (const [i, l] of lightness.entries()) expect(Math.abs(l - lightness[0]! - i * step)).toBeLessThan(1);
  });

  it("has no colour out of range where it is split", () => {
    for (const colour of splitColours(theme)) expect(colour).toMatch(/^#[0-9a-f]{6}$/);
  });
});

describe("levelOf", () => {
  it("sees one subset, and goes by the logarithm", () => {
    expect(levelOf(1, 1000)).toBeGreaterThan(0);
    expect(levelOf(1000, 1000)).toBe(LEVELS - 1);
    const [first, second] = [levelOf(100, 1000) - levelOf(10, 1000), levelOf(1000, 1000) - levelOf(100, 1000)];
    expect(Math.abs(first - second)).toBeLessThanOrEqual(1); // but for rounding to a step
  });
});
