import { describe, expect, it } from "vitest";
import table from "../reference/distributions.csv?raw";
import { expectClose } from "../reference/reference";
import { pchisq, qchisq } from "./chiSquared";
import { pf, qf } from "./fisherF";
import { pbeta } from "./incompleteBeta";
import { pgamma } from "./incompleteGamma";
import { lgamma } from "./logGamma";
import { pnorm, qnorm } from "./normal";
import { pt, qt } from "./studentT";

type Distribution = (x: number, a: number, b: number) => number;

const PROBABILITIES: Readonly<Record<string, Distribution>> = {
  lgamma,
  pnorm: (x) => pnorm(x).lower,
  pnormU: (x) => pnorm(x).upper,
  pt: (x, df) => pt(x, df).lower,
  ptU: (x, df) => pt(x, df).upper,
  pchisq: (x, df) => pchisq(x, df).lower,
  pchisqU: (x, df) => pchisq(x, df).upper,
  pf: (x, df1, df2) => pf(x, df1, df2).lower,
  pfU: (x, df1, df2) => pf(x, df1, df2).upper,
  pbeta: (x, a, b) => pbeta(x, a, b).lower,
  pgamma: (x, a) => pgamma(x, a).lower,
};

const QUANTILES: Readonly<Record<string, Distribution>> = {
  qnorm: (p) => qnorm(p),
  qt: (p, df) => qt(p, df),
  qchisq: (p, df) => qchisq(p, df),
  qf: (p, df1, df2) => qf(p, df1, df2),
};

const SMALLEST_NORMAL = 2.2250738585072014e-308; // below it doubles hold fewer digits than the aim asks for

const rows = table
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => {
    const [name, x, a, b, value] = line.split(",");
    return { name, x: Number(x), a: Number(a), b: Number(b), value: Number(value) };
  });

/** R's qf stops short below 2e-3: it answers 0 at 1e-20, and its own pf does not take its answers back to p. */
function lostInR(row: (typeof rows)[number]): boolean {
  return row.name === "qf" && row.value < 2e-3;
}

describe("against mpmath", () => {
  it.each(Object.entries(PROBABILITIES))("%s is within 1e-12", (name, distribution) => {
    const own = rows.filter((row) => row.name === name);
    expect(own.length).toBeGreaterThan(10);
    for (const { x, a, b, value } of own) expectClose(distribution(x, a, b), value, 1e-12, SMALLEST_NORMAL);
  });
});

describe("against R", () => {
  it.each(Object.entries(QUANTILES))("%s is within 1e-11", (name, quantile) => {
    const own = rows.filter((row) => row.name === name && !lostInR(row));
    expect(own.length).toBeGreaterThan(10);
    for (const { x, a, b, value } of own) expectClose(quantile(x, a, b), value, 1e-11, SMALLEST_NORMAL);
  });

  it("finds the quantiles of F that R loses, since pf takes them back to p", () => {
    const lost = rows.filter(lostInR);
    expect(lost).toHaveLength(94);
    for (const { x, a, b } of lost) expectClose(pf(qf(x, a, b), a, b).lower, x, 1e-13);
  });

  it("has a test for every row", () => {
    expect(rows).toHaveLength(6552);
    const tested = new Set([...Object.keys(PROBABILITIES), ...Object.keys(QUANTILES)]);
    expect(rows.filter((row) => !tested.has(row.name ?? ""))).toEqual([]);
  });
});

describe("quantiles", () => {
  it.each([1, 2, 5.5, 30, 9999])("undo the tails far out, df = %d", (df) => {
    for (const p of [1e-60, 1e-20, 1e-3, 0.3, 0.499999]) {
      expectClose(pt(qt(p, df), df).lower, p, 1e-11);
      expectClose(pt(qt(p, df, "upper"), df).upper, p, 1e-11);
      expectClose(pchisq(qchisq(p, df, "upper"), df).upper, p, 1e-11);
      expectClose(pf(qf(p, 3, df, "upper"), 3, df).upper, p, 1e-11);
    }
  });

  it("are the ends of the range at probabilities 0 and 1", () => {
    expect([qnorm(0), qnorm(1), qnorm(0.5)]).toEqual([-Infinity, Infinity, 0]);
    expect([qt(0, 3), qt(1, 3), qt(0.5, 3), qt(0.5, 3, "upper")]).toEqual([-Infinity, Infinity, 0, 0]);
    expect([qchisq(0, 3), qchisq(1, 3), qchisq(0, 3, "upper")]).toEqual([0, Infinity, Infinity]);
    expect([qf(0, 3, 4), qf(1, 3, 4), qf(1, 3, 4, "upper")]).toEqual([0, Infinity, 0]);
  });
});

describe("remembered quantiles of t", () => {
  it("are not those of other degrees of freedom or another probability", () => {
    const asked = [3, 67, 3.5, 131, 3].flatMap((df) => [0.025, 0.05].map((p) => [p, df] as const));
    for (const [p, df] of asked) expectClose(pt(qt(p, df), df).lower, p, 1e-11);
    expect(qt(0.025, 3)).toBe(qt(0.025, 3));
  });
});

describe("misuse", () => {
  it("throws for a probability outside [0, 1] and a shape that is not > 0", () => {
    for (const p of [-0.1, 1.1, NaN]) {
      for (const quantile of Object.values(QUANTILES)) expect(() => quantile(p, 3, 3)).toThrow(RangeError);
    }
    for (const df of [0, -1, NaN, Infinity]) {
      for (const call of [
        () => pt(1, df),
        () => qt(0.1, df),
        () => pchisq(1, df),
        () => pf(1, 2, df),
        () => lgamma(df),
      ]) {
        expect(call).toThrow(RangeError);
      }
    }
    expect(() => pnorm(NaN)).toThrow(RangeError);
  });

  it("answers at infinity", () => {
    expect(pnorm(-Infinity)).toEqual({ lower: 0, upper: 1 });
    expect(pt(Infinity, 2)).toEqual({ lower: 1, upper: 0 });
    expect(pchisq(Infinity, 2)).toEqual({ lower: 1, upper: 0 });
    expect(pf(Infinity, 2, 2)).toEqual({ lower: 1, upper: 0 });
  });
});
