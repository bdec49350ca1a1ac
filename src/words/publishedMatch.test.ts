import { describe, expect, it } from "vitest";
import type { PublishedFigure } from "../model/descriptor";
import { pooled } from "./fixtures";
import { compare } from "./publishedMatch";

const figure: PublishedFigure = {
  outcome: "Pain",
  timepoint: "1 week",
  comparator: null,
  measure: "SMD",
  estimate: -1.11,
  ciLb: -1.42,
  ciUb: -0.79,
  I2: 73,
  decimals: 2,
  significant: null,
};
const printedAlone = { ...figure, estimate: null, ciLb: null, ciUb: null, I2: null };

describe("compare", () => {
  it("agrees where every printed digit is the same", () => {
    const ours = pooled({ mu: -1.1149, ciLb: -1.4151, ciUb: -0.794 });
    expect(compare(figure, ours, "identity")).toEqual({
      ours: "−1.11 (−1.42 to −0.79), I² 73%",
      published: "−1.11 (−1.42 to −0.79), I² 73%",
      agrees: true,
    });
  });

  it.each([
    ["estimate", { mu: -1.116 }],
    ["lower limit", { ciLb: -1.414 }],
    ["upper limit", { ciUb: -0.796 }],
    ["I²", { heterogeneity: { Q: 26, df: 7, pval: 0.001, I2: 73.6, I2Q: 73.6, H2: 3 } }],
    ["I² that we cannot give", { heterogeneity: null }],
  ])("disagrees at another %s", (_, parts) => {
    expect(compare(figure, pooled(parts), "identity").agrees).toBe(false);
  });

  it("rounds a half away from zero, as printing by hand does", () => {
    const half = { ...printedAlone, estimate: 1.01 };
    expect((1.005).toFixed(2)).toBe("1.00");
    expect(compare(half, pooled({ mu: 1.005 }), "identity").agrees).toBe(true);
  });

  it("compares ratios on their natural scale", () => {
    const ratio = { ...figure, measure: "RR" as const, estimate: 0.34, ciLb: 0.21, ciUb: 0.55, I2: null };
    const ours = pooled({ mu: Math.log(0.342), ciLb: Math.log(0.2101), ciUb: Math.log(0.5499) });
    expect(compare(ratio, ours, "log").agrees).toBe(true);
  });

  it("holds a bare significance against the interval", () => {
    const across = pooled({ mu: -0.4, ciLb: -0.9, ciUb: 0.1 });
    const notSignificant = { ...printedAlone, significant: false };
    expect(compare(notSignificant, across, "identity")).toEqual({
      ours: "−0.40 (−0.90 to 0.10), I² 73%, includes no effect",
      published: "printed only as “not significant”",
      agrees: true,
    });
    expect(compare(notSignificant, pooled(), "identity").agrees).toBe(false);
  });

  it("claims no agreement without a result, or with nothing printed", () => {
    expect(compare(figure, null, "identity")).toMatchObject({ ours: "no result", agrees: false });
    expect(compare(printedAlone, pooled(), "identity")).toMatchObject({ published: "not given", agrees: false });
  });
});
