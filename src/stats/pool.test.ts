import { describe, expect, it } from "vitest";
import type { Method, PoolingOptions, Predint } from "../model/poolingModel";
import { confidenceInterval } from "./interval";
import { pool } from "./pool";
import { FITS } from "./reference/reference";

const WALD: PoolingOptions = { method: "REML", test: "z", predint: "V", level: 0.95 };
const METHODS: readonly Method[] = ["EE", "DL", "PM", "REML"];
const PREDINTS: readonly Predint[] = ["z", "V", "HTS", "HK", "HK-PR"];

function effects(name: string): { yi: readonly number[]; vi: readonly number[] } {
  const found = FITS.find((data) => data.name === name);
  if (!found) throw new Error(`no reference case ${name}`);
  return found;
}

describe("the BCG trials, log RR (Colditz 1994; metafor's printed digits)", () => {
  const { yi, vi } = effects("bcg RR");

  it.each([
    ["EE", -0.43028516, 0.040498752, 0],
    ["DL", -0.71411722, 0.17874209, 0.30876026],
    ["REML", -0.71453235, 0.17978153, 0.31324333],
  ] as const)("%s", (method, mu, se, tau2) => {
    const fit = pool(yi, vi, { ...WALD, method });
    expect(fit.tau2).toBeCloseTo(tau2, 5);
    expect(fit.mu).toBeCloseTo(mu, 5);
    expect(fit.se).toBeCloseTo(se, 5);
  });

  it.each([
    ["z", -1.8666923, 0.43762765],
    ["V", -1.9953421, 0.5662774],
    ["HTS", -2.0083761, 0.57931135],
    ["HK", -1.996017, 0.56695227],
  ] as const)("prediction interval %s", (predint, piLb, piUb) => {
    const fit = pool(yi, vi, { ...WALD, predint });
    expect(fit.predint?.piLb).toBeCloseTo(piLb, 4);
    expect(fit.predint?.piUb).toBeCloseTo(piUb, 4);
  });
});

describe("g with RevMan's variance (Normand 1999)", () => {
  it("pools to RevMan's REML", () => {
    const { yi, vi } = effects("stay SMD RevMan");
    const fit = pool(yi, vi, WALD);
    expect(fit.mu).toBeCloseTo(-0.53610977, 5);
    expect(fit.tau2).toBeCloseTo(0.78863031, 5);
  });
});

describe("one study", () => {
  it("is its own result, with Wald's interval whatever the test", () => {
    for (const method of METHODS) {
      for (const test of ["z", "knha"] as const) {
        const fit = pool([0.3], [0.04], { ...WALD, method, test });
        expect(fit).toMatchObject({ k: 1, mu: 0.3, se: 0.2, df: null, tau2: 0, converged: true, weights: [100] });
        expect(fit).toMatchObject(confidenceInterval(0.3, 0.04, 0.95));
        expect(fit.heterogeneity).toBeNull();
        expect(fit.predint).toBeNull();
      }
    }
  });
});

describe("prediction intervals that do not exist", () => {
  const reasons = (k: number, method: Method) =>
    PREDINTS.map(
      (predint) => pool([1, 2, 4].slice(0, k), [1, 1, 1].slice(0, k), { ...WALD, method, predint }).predintReason,
    );

  it("say why", () => {
    const [two, three] = ["needs-two-studies", "needs-three-studies"];
    expect(reasons(1, "DL")).toEqual([two, two, three, two, three]);
    expect(reasons(2, "DL")).toEqual([null, null, three, null, three]);
    expect(reasons(3, "DL")).toEqual([null, null, null, null, null]);
    expect(new Set(reasons(3, "EE"))).toEqual(new Set(["common-effect-model"]));
  });
});

describe("equal effects", () => {
  it.each(METHODS)("have no heterogeneity, and Hartung-Knapp gives way to Wald, by %s", (method) => {
    const yi = [0.1, 0.1, 0.1];
    const vi = [0.3, 0.2, 0.7];
    const knha = pool(yi, vi, { ...WALD, method, test: "knha", predint: "HK" });
    expect(knha.heterogeneity).toEqual({ Q: 0, df: 2, pval: 1, I2: 0, I2Q: 0, H2: method === "EE" ? 0 : 1 });
    const { predint: _, predintReason: __, ...wald } = pool(yi, vi, { ...WALD, method });
    expect(knha).toMatchObject(wald);
    expect(knha.mu).toBe(0.1);
  });
});

describe("effects that differ by rounding alone", () => {
  it("count as equal under Hartung-Knapp", () => {
    const fit = pool([0.1 + 0.2, 0.3, 0.3], [1, 1, 1], { ...WALD, test: "knha" });
    expect(fit.df).toBeNull();
    expect(fit.se).toBeCloseTo(Math.sqrt(1 / 3), 12);
  });
});

describe("extremes", () => {
  it.each(METHODS)("stay finite where one study dominates by 120 decades, by %s", (method) => {
    const fit = pool([0.3, -4, 9], [1e-60, 1, 1e60], { ...WALD, method, test: "knha", predint: "HK" });
    const numbers = [fit.mu, fit.se, fit.ciLb, fit.ciUb, fit.pval, fit.tau2, ...fit.weights];
    expect(numbers.every(Number.isFinite)).toBe(true);
    expect(Object.values(fit.heterogeneity ?? {}).every(Number.isFinite)).toBe(true);
  });

  it("keeps Q to its last digits over ten decades of variance, where matrix algebra loses eight", () => {
    const fit = pool([0.3, -0.2, 1.5, 0.31, -40], [1e-6, 0.5, 2, 1e-3, 1e4], WALD);
    expect(fit.heterogeneity?.Q).toBeCloseTo(1.48231700958016, 13); // mpmath, 40 digits
  });

  it("answers 10,000 studies", () => {
    const yi = Array.from({ length: 10_000 }, (_, i) => Math.sin(i));
    const fit = pool(
      yi,
      yi.map((_, i) => 0.1 + (i % 7)),
      { ...WALD, test: "knha" },
    );
    expect(fit.converged).toBe(true);
    expect(fit.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(100, 9);
  });
});

describe("misuse", () => {
  it.each([
    ["no study", [], []],
    ["different lengths", [1, 2], [1]],
    ["an effect that is not finite", [1, NaN], [1, 1]],
    ["a variance of 0", [1, 2], [1, 0]],
    ["an infinite variance", [1, 2], [1, Infinity]],
  ])("throws for %s", (_, yi, vi) => {
    expect(() => pool(yi, vi, WALD)).toThrow(RangeError);
  });

  it("throws for a level outside (0, 1)", () => {
    for (const level of [0, 1, 95, NaN]) {
      expect(() => pool([1, 2], [1, 1], { ...WALD, level })).toThrow(RangeError);
      expect(() => confidenceInterval(1, 1, level)).toThrow(RangeError);
    }
  });
});
