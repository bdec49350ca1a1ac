import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type IntervalInput, inference } from "./guards";
import { POOLING } from "./reference/estimators";
import { expectClose } from "./reference/reference";
import { tau2DL } from "./tau2/dersimonianLaird";
import { weighted } from "./weighted";

const METHODS = ["z", "t", "knha", "adhoc", "wider"] as const;
const TOLERANCE = 1e-10;

describe("inference", () => {
  it.each(POOLING.map((data) => [data.name, data] as const))("agrees with metafor on %s", (_, data) => {
    const fit = inputOf(data.yi, data.vi);
    for (const method of METHODS) {
      const want = data.inference[method];
      const got = inference(fit, method, 0.95);
      expectClose(got.se, want.se, TOLERANCE);
      expectClose(got.ciLb, want.ciLb, TOLERANCE, want.se);
      expectClose(got.ciUb, want.ciUb, TOLERANCE, want.se);
      expectClose(got.statistic, want.statistic, TOLERANCE, 1);
      expectClose(got.pval, want.pval, TOLERANCE * (1 + want.statistic ** 2), 1e-300); // R ends at 1e-308
      expect(got.df).toBe(want.df);
    }
  });

  it("meets both guards, on either side, in the reference", () => {
    const narrowed = POOLING.filter(({ inference: { z, knha } }) => knha.se < z.se);
    expect(narrowed.length).toBeGreaterThan(3);
    expect(narrowed.length).toBeLessThan(POOLING.length - 3);
    const wald = POOLING.filter(({ inference: { wider } }) => wider.df === null);
    expect(wald.length).toBeGreaterThan(1);
    expect(wald.length).toBeLessThan(POOLING.length - 3);
  });

  it("is guarded: never narrower than what it guards against", () => {
    const se = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 50 }), se, se, (k, waldSe, knhaSe) => {
        const widths = METHODS.map((method) => {
          const { ciLb, ciUb } = inference({ df: k - 1, mu: 0, waldSe, knhaSe }, method, 0.95);
          return ciUb - ciLb;
        });
        const [z, t, knha, adhoc, wider] = widths as [number, number, number, number, number];
        expect(t).toBeGreaterThan(z);
        expect(adhoc).toBe(Math.max(t, knha));
        expect(wider).toBe(Math.max(z, knha));
      }),
      { seed: 31 },
    );
  });

  it("is Wald's for one study by every method", () => {
    const one = { df: 0, mu: 0.4, waldSe: 0.2, knhaSe: null };
    for (const method of METHODS) expect(inference(one, method, 0.95)).toEqual(inference(one, "z", 0.95));
  });

  it("is Wald's with equal effects, but t(k − 1) where the guard says q = 1", () => {
    const equal = { df: 2, mu: 0.4, waldSe: 0.2, knhaSe: null };
    expect(inference(equal, "knha", 0.95)).toEqual(inference(equal, "z", 0.95));
    expect(inference(equal, "wider", 0.95)).toEqual(inference(equal, "z", 0.95));
    expect(inference(equal, "adhoc", 0.95)).toEqual(inference(equal, "t", 0.95));
  });

  it("has t(1) = 12.7 for two studies", () => {
    const { ciUb, df } = inference({ df: 1, mu: 0, waldSe: 1, knhaSe: 1 }, "knha", 0.95);
    expect(ciUb).toBeCloseTo(12.7062, 4);
    expect(df).toBe(1);
  });

  it("throws unless the level lies between 0 and 1", () => {
    expect(() => inference({ df: 1, mu: 0, waldSe: 1, knhaSe: 1 }, "z", 95)).toThrow(RangeError);
  });
});

function inputOf(yi: readonly number[], vi: readonly number[]): IntervalInput {
  const k = yi.length;
  const { W, mu, Q } = weighted(yi, vi, tau2DL(yi, vi).tau2);
  return { df: k - 1, mu, waldSe: Math.sqrt(1 / W), knhaSe: Q > 0 ? Math.sqrt(Q / (k - 1) / W) : null };
}
