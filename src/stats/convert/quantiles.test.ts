import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { qnorm } from "../distributions/normal";
import { converted, MEASURES } from "../reference/measures";
import { expectClose } from "../reference/reference";
import { meanAndSdFromQuantiles, type QuantileSummary } from "./fromQuantiles";
import { skewness } from "./skewness";

const QUANTILES = MEASURES.quantiles;

/** The quantiles as a normal sample of n has them on average, by Blom's positions. */
function normal(kind: QuantileSummary["kind"], n: number, mean: number, sd: number): QuantileSummary {
  const reach = sd * qnorm((n - 0.375) / (n + 0.25));
  const quartile = sd * qnorm((0.75 * n - 0.125) / (n + 0.25));
  const all = { n, median: mean, min: mean - reach, q1: mean - quartile, q3: mean + quartile, max: mean + reach };
  return { kind, ...all };
}

const kinds = fc.constantFrom<QuantileSummary["kind"]>("range", "quartiles", "five");
const summaries = fc
  .tuple(
    kinds,
    fc.integer({ min: 5, max: 2000 }),
    fc.integer({ min: -100, max: 100 }),
    fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 4, maxLength: 4 }),
  )
  .map(([kind, n, min, gaps]): QuantileSummary => {
    const q1 = min + gaps[0]!;
    const median = q1 + gaps[1]!;
    const q3 = median + gaps[2]!;
    return { kind, n, min, q1, median, q3, max: q3 + gaps[3]! };
  });

function linear(summary: QuantileSummary, scale: number, shift: number): QuantileSummary {
  const moved = Object.entries(summary).map(([name, value]) => [
    name,
    typeof value === "number" && name !== "n" ? scale * value + shift : value,
  ]);
  return Object.fromEntries(moved) as QuantileSummary;
}

describe("mean and SD from quantiles", () => {
  it("gives what the manual of metaBLUE 1.0 prints for a range of 1, 4, 10 in 30 (Luo.mean, Wan.std)", () => {
    const { mean, sd } = converted(meanAndSdFromQuantiles({ kind: "range", n: 30, min: 1, median: 4, max: 10 }));
    expect(mean).toBeCloseTo(4.356748, 6);
    expect(sd).toBeCloseTo(2.205578, 6);
  });

  it.each(QUANTILES.n.map((n, i) => [n, i]))("has the formulas of the papers, n = %d", (n, i) => {
    const [min, q1, median, q3, max] = (["min", "q1", "median", "q3", "max"] as const).map(
      (name) => QUANTILES[name][i]!,
    );
    const all = { n, min: min!, q1: q1!, median: median!, q3: q3!, max: max! };
    for (const kind of ["range", "quartiles", "five"] as const) {
      const { mean, sd } = converted(meanAndSdFromQuantiles({ kind, ...all }));
      expectClose(mean, QUANTILES[`${kind}Mean`][i]!, 1e-12);
      expectClose(sd, QUANTILES[`${kind}Sd`][i]!, 1e-12);
    }
  });

  it("gives back the mean and SD of normal quantiles", () => {
    fc.assert(
      fc.property(kinds, fc.integer({ min: 2, max: 5000 }), (kind, n) => {
        const { mean, sd } = converted(meanAndSdFromQuantiles(normal(kind, n, 7, 3)));
        expectClose(mean, 7, 1e-13);
        expectClose(sd, 3, 1e-13);
      }),
      { seed: 9 },
    );
  });

  it("follows unit, shift and sign", () => {
    fc.assert(
      fc.property(summaries, fc.constantFrom(0.1, 12, 1000), fc.integer({ min: -50, max: 50 }), (summary, u, shift) => {
        const { mean, sd } = converted(meanAndSdFromQuantiles(summary));
        const moved = converted(meanAndSdFromQuantiles(linear(summary, u, shift)));
        expectClose(moved.mean, u * mean + shift, 1e-11, u * sd + Math.abs(shift));
        expectClose(moved.sd, u * sd, 1e-11, Math.abs(shift) * 1e-3);
      }),
      { seed: 10 },
    );
  });

  it("refuses quantiles out of order, and one participant", () => {
    expect(meanAndSdFromQuantiles({ kind: "range", n: 30, min: 5, median: 4, max: 10 })).toEqual({
      reason: "impossible",
    });
    expect(meanAndSdFromQuantiles({ kind: "quartiles", n: 30, q1: 3, median: NaN, q3: 7 })).toEqual({
      reason: "impossible",
    });
    expect(meanAndSdFromQuantiles({ kind: "range", n: 1, min: 4, median: 4, max: 4 })).toEqual({ reason: "too-few" });
    expect(meanAndSdFromQuantiles({ kind: "range", n: NaN, min: 4, median: 4, max: 4 })).toHaveProperty("reason");
  });

  it("has an SD of 0 where the quantiles do not differ", () => {
    expect(meanAndSdFromQuantiles({ kind: "range", n: 9, min: 4, median: 4, max: 4 })).toEqual({ mean: 4, sd: 0 });
  });
});

describe("skewness", () => {
  it("has the statistics and critical values of Shi et al. (2023)", () => {
    const five: QuantileSummary = { kind: "five", n: 100, min: 0, q1: 2, median: 3, q3: 9, max: 20 };
    const test = converted(skewness(five));
    expectClose(test.statistic, Math.max(((2.65 * Math.log(60)) / 10) * (14 / 20), 5 / 7), 1e-14);
    expectClose(test.critical, 0.297 - 39.1e-6, 1e-12);
    expect(test.skewed).toBe(true);
    expectClose(converted(skewness({ kind: "range", n: 100, min: 0, median: 3, max: 20 })).statistic, 0.7, 1e-14);
    expectClose(converted(skewness({ kind: "quartiles", n: 100, q1: 2, median: 3, q3: 9 })).critical, 0.265408, 1e-12);
  });

  it.each(MEASURES.skewness.n.map((n, i) => [n, i]))("has about the 95%% points of normal samples of %d", (n, i) => {
    for (const kind of ["range", "quartiles", "five"] as const) {
      expectClose(converted(skewness(normal(kind, n, 0, 1))).critical, MEASURES.skewness[kind][i]!, 0.03);
    }
  });

  it("finds symmetric quantiles symmetric, and does not see the unit", () => {
    fc.assert(
      fc.property(summaries, fc.constantFrom(-1, 0.25, 64), (summary, u) => {
        expect(converted(skewness(normal(summary.kind, summary.n, 0, 2))).statistic).toBeCloseTo(0, 12);
        if (u > 0)
          expectClose(
            converted(skewness(linear(summary, u, 0))).statistic,
            converted(skewness(summary)).statistic,
            1e-13,
            1,
          );
      }),
      { seed: 11 },
    );
  });

  it("has reasons", () => {
    expect(skewness({ kind: "range", n: 9, min: 4, median: 4, max: 4 })).toEqual({ reason: "no-information" });
    expect(skewness({ kind: "range", n: 4, min: 1, median: 4, max: 9 })).toEqual({ reason: "too-few" });
    expect(skewness({ kind: "range", n: 9, min: 5, median: 4, max: 9 })).toEqual({ reason: "impossible" });
  });
});
