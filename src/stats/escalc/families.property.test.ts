import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CountsMeasure, MeansMeasure } from "../../model/measure";
import type { SmdVariance } from "../../model/poolingModel";
import type { CountsData, MeansData } from "../../model/study";
import { estimated } from "../reference/measures";
import { expectClose } from "../reference/reference";
import { type ChangeData, changeEffect } from "./changeEffect";
import { countsEffect } from "./countsEffect";
import type { EffectOrReason } from "./effect";

import { meansEffect } from "./meansEffect";
import { proportionEffect, proportionOfDoubleArcsine } from "./proportion";
import type { ZeroCells } from "./zeroCells";

const TOLERANCE = 1e-11;
const NONE = { to: "none", add: 0.5, doubleZeros: "keep" } as const;

const count = (ai: number, n1i: number, ci: number, n2i: number): CountsData => ({ kind: "counts", ai, n1i, ci, n2i });
const diary: ChangeData = { mPre: 20, sdPre: 5, mPost: 26, sdPost: 6, ni: 24, ri: 0.4 };

const tables = fc
  .tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }), fc.nat(60), fc.nat(60))
  .map(([n1i, n2i, ai, ci]) => count(Math.min(ai, n1i), n1i, Math.min(ci, n2i), n2i));
const arm = fc.record({
  m: fc.integer({ min: 1, max: 90 }),
  sd: fc.integer({ min: 1, max: 60 }),
  n: fc.integer({ min: 3, max: 300 }),
});
const arms = fc.tuple(arm, arm).map(
  ([one, two]): MeansData => ({
    kind: "means",
    ...{ m1i: one.m, sd1i: one.sd, n1i: one.n },
    ...{ m2i: two.m, sd2i: two.sd, n2i: two.n },
  }),
);
const zeroRules: fc.Arbitrary<ZeroCells> = fc.record({
  to: fc.constantFrom<ZeroCells["to"]>("only0", "all", "none"),
  add: fc.constantFrom<ZeroCells["add"]>(0, 0.1, 0.5, "treatment-arm"),
  doubleZeros: fc.constantFrom<ZeroCells["doubleZeros"]>("drop", "keep"),
});
const countsMeasures = fc.constantFrom<CountsMeasure>("OR", "RR", "RD", "PETO", "AS");
const meansMeasures = fc.constantFrom<MeansMeasure>("MD", "SMD", "SMDH", "SMD1", "ROM");
const variances = fc.constantFrom<SmdVariance>("LS", "UB", "RevMan");

function expectSame(got: EffectOrReason, want: EffectOrReason, sign: 1 | -1 = 1): void {
  if ("reason" in got || "reason" in want) expect(got).toEqual(want);
  else {
    expectClose(got.yi, sign * want.yi, TOLERANCE, Math.sqrt(want.vi));
    expectClose(got.vi, want.vi, TOLERANCE);
  }
}

describe("invariances", () => {
  it("turns the sign when the arms are swapped, whatever the rule for zeros", () => {
    fc.assert(
      fc.property(tables, countsMeasures, zeroRules, (data, measure, zeros) => {
        const swapped = count(data.ci, data.n2i, data.ai, data.n1i);
        expectSame(countsEffect(measure, swapped, zeros), countsEffect(measure, data, zeros), -1);
      }),
      { seed: 3 },
    );
    fc.assert(
      fc.property(arms, meansMeasures, variances, (data, measure, variance) => {
        fc.pre(measure !== "SMD1"); // Glass's delta is scaled by one arm
        const { m1i, sd1i, n1i, m2i, sd2i, n2i } = data;
        const swapped = { ...data, m1i: m2i, sd1i: sd2i, n1i: n2i, m2i: m1i, sd2i: sd1i, n2i: n1i };
        expectSame(meansEffect(measure, swapped, variance), meansEffect(measure, data, variance), -1);
      }),
      { seed: 3 },
    );
  });

  it("turns the sign of OR, RD, PETO and AS when the event is its absence", () => {
    fc.assert(
      fc.property(tables, countsMeasures, zeroRules, (data, measure, zeros) => {
        fc.pre(measure !== "RR");
        const { ai, n1i, ci, n2i } = data;
        const turned = countsEffect(measure, count(n1i - ai, n1i, n2i - ci, n2i), zeros);
        const effect = countsEffect(measure, data, zeros);
        if ("reason" in effect) expect(turned).toHaveProperty("reason");
        else expectSame(turned, effect, -1);
      }),
      { seed: 4 },
    );
  });

  it("does not depend on the unit of the data, but for MD, which follows it", () => {
    fc.assert(
      fc.property(arms, meansMeasures, variances, fc.constantFrom(1e-4, 0.1, 60, 1e5), (data, measure, variance, u) => {
        const { m1i, sd1i, m2i, sd2i } = data;
        const inUnits = { ...data, m1i: u * m1i, sd1i: u * sd1i, m2i: u * m2i, sd2i: u * sd2i };
        const { yi, vi } = estimated(meansEffect(measure, data, variance));
        const want = measure === "MD" ? { yi: u * yi, vi: u * u * vi } : { yi, vi };
        expectSame(meansEffect(measure, inUnits, variance), want);
      }),
      { seed: 5 },
    );
  });

  it("is finite with a variance > 0, or has a reason", () => {
    fc.assert(
      fc.property(tables, countsMeasures, zeroRules, (data, measure, zeros) => {
        const effect = countsEffect(measure, data, zeros);
        if (!("reason" in effect)) expect(Number.isFinite(effect.yi) && effect.vi > 0).toBe(true);
      }),
      { seed: 6, numRuns: 500 },
    );
  });

  it("goes from a proportion to its double arcsine and back", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }), (ni, share) => {
        const xi = Math.round(share * ni);
        const { yi } = estimated(proportionEffect("PFT", { xi, ni }, NONE));
        expectClose(proportionOfDoubleArcsine(yi, [ni, ni]), xi / ni, 1e-9, 1e-3);
      }),
      { seed: 7 },
    );
  });

  it("has the same change in SDs of before and of the change where that SD is the same", () => {
    const { yi } = estimated(changeEffect("SMCR", { ...diary, sdPost: 5, ri: 0.5 }));
    expectClose(estimated(changeEffect("SMCC", { ...diary, sdPost: 5, ri: 0.5 })).yi, yi, 1e-14);
  });
});
