import { describe, expect, it } from "vitest";
import type { CountsData, MeansData } from "../../model/study";
import { estimated } from "../reference/measures";
import { expectClose } from "../reference/reference";
import { type ChangeData, changeEffect } from "./changeEffect";
import { countsEffect } from "./countsEffect";
import type { EffectOrReason } from "./effect";
import { meansEffect } from "./meansEffect";
import { proportionEffect, proportionOfDoubleArcsine } from "./proportion";
import { ratesEffect } from "./ratesEffect";
import { correlationEffect, meanEffect, rateEffect } from "./singleGroup";
import { cellsOf, HALF_KEEPING_DOUBLE_ZEROS, HALF_WHERE_ZERO } from "./zeroCells";

const NONE = { to: "none", add: 0.5, doubleZeros: "keep" } as const;
const TREATMENT_ARM = { to: "only0", add: "treatment-arm", doubleZeros: "drop" } as const;

const count = (ai: number, n1i: number, ci: number, n2i: number): CountsData => ({ kind: "counts", ai, n1i, ci, n2i });
const edinburgh: MeansData = { kind: "means", m1i: 55, sd1i: 47, n1i: 155, m2i: 75, sd2i: 64, n2i: 156 };
const diary: ChangeData = { mPre: 20, sdPre: 5, mPost: 26, sdPost: 6, ni: 24, ri: 0.4 };

describe("limits", () => {
  it("has one Hedges' g for n to infinity, whatever its variance", () => {
    const large = { ...edinburgh, n1i: 1e9, n2i: 1e9 };
    const [ls, ub, revMan] = (["LS", "UB", "RevMan"] as const).map((v) => estimated(meansEffect("SMD", large, v)));
    expectClose(ub!.vi, ls!.vi, 1e-8);
    expectClose(revMan!.vi, ls!.vi, 1e-8);
    expectClose(revMan!.yi, ls!.yi, 1e-15);
  });

  it("makes Peto's odds ratio the odds ratio where the effect tends to none", () => {
    const data = count(1e6, 1e7, 1e6 + 1, 1e7);
    expectClose(estimated(countsEffect("PETO", data, NONE)).yi, estimated(countsEffect("OR", data, NONE)).yi, 1e-5);
  });

  it("makes the hypergeometric variance known by hand: 3 of 10 against 1 of 10", () => {
    // O − E = 3 − 2 = 1; V = 10·10·4·16 / (20²·19).
    const { yi, vi } = estimated(countsEffect("PETO", count(3, 10, 1, 10), NONE));
    expectClose(yi, 7600 / 6400, 1e-15);
    expectClose(vi, 7600 / 6400, 1e-15);
  });
});

describe("zero cells", () => {
  it("adds to each arm in proportion to its own size, one in all (Sweeting 2004)", () => {
    const { a, b, c, d } = cellsOf(count(0, 60, 4, 20), TREATMENT_ARM);
    expect([a, b, c, d]).toEqual([0.75, 60.75, 4.25, 16.25]);
  });

  it("leaves unequal arms with no effect by the treatment-arm constant where a half would not", () => {
    const keep = { ...TREATMENT_ARM, doubleZeros: "keep" } as const;
    const none = count(0, 60, 0, 20);
    expect(estimated(countsEffect("RR", none, keep)).yi).toBeCloseTo(0, 14);
    expect(estimated(countsEffect("RR", none, HALF_KEEPING_DOUBLE_ZEROS)).yi).toBeCloseTo(Math.log(21 / 61), 14);
  });

  it("has no ratio where a zero is left as it is", () => {
    for (const measure of ["OR", "RR"] as const) {
      expect(countsEffect(measure, count(0, 60, 4, 20), NONE)).toEqual({ reason: "zero-cell" });
      expect(countsEffect(measure, count(0, 60, 0, 20), NONE)).toEqual({ reason: "zero-cell" });
    }
    expect(ratesEffect("IRR", { x1i: 0, t1i: 1, x2i: 2, t2i: 1 }, NONE)).toEqual({ reason: "zero-cell" });
    expect(rateEffect("IRLN", { xi: 0, ti: 1 }, NONE)).toEqual({ reason: "zero-cell" });
    expect(proportionEffect("PLO", { xi: 5, ni: 5 }, NONE)).toEqual({ reason: "zero-cell" });
  });

  it("says which double zero was dropped", () => {
    for (const measure of ["OR", "RR", "RD"] as const) {
      expect(countsEffect(measure, count(0, 60, 0, 20), HALF_WHERE_ZERO)).toEqual({ reason: "no-events" });
      expect(countsEffect(measure, count(60, 60, 20, 20), HALF_WHERE_ZERO)).toEqual({ reason: "all-events" });
    }
    expect(countsEffect("PETO", count(0, 60, 0, 20), NONE)).toEqual({ reason: "no-events" });
    expect(ratesEffect("IRD", { x1i: 0, t1i: 1, x2i: 0, t2i: 1 }, HALF_WHERE_ZERO)).toEqual({ reason: "no-events" });
  });

  it("has no variance of a difference without events and without a constant", () => {
    expect(countsEffect("RD", count(0, 60, 0, 20), NONE)).toEqual({ reason: "no-variation" });
    expect(ratesEffect("IRD", { x1i: 0, t1i: 1, x2i: 0, t2i: 1 }, NONE)).toEqual({ reason: "no-variation" });
    expect(rateEffect("IR", { xi: 0, ti: 1 }, NONE)).toEqual({ reason: "no-variation" });
  });

  it("refuses a constant that is none", () => {
    for (const add of [-1, NaN, Infinity]) {
      expect(() => countsEffect("OR", count(0, 60, 4, 20), { ...HALF_WHERE_ZERO, add })).toThrow(RangeError);
      expect(() => rateEffect("IR", { xi: 0, ti: 1 }, { ...HALF_WHERE_ZERO, add })).toThrow(RangeError);
    }
  });
});

describe("reasons", () => {
  it("has no ratio of means of opposite signs, and one of two negative means", () => {
    expect(meansEffect("ROM", { ...edinburgh, m2i: -75 })).toEqual({ reason: "opposite-signs" });
    expect(meansEffect("ROM", { ...edinburgh, m1i: 0 })).toEqual({ reason: "opposite-signs" });
    expect(meansEffect("ROM", { ...edinburgh, m1i: 0, m2i: 0 })).toEqual({ reason: "opposite-signs" });
    expect(meansEffect("ROM", { ...edinburgh, m1i: -55, m2i: -75 })).toEqual(meansEffect("ROM", edinburgh));
  });

  it("needs enough participants", () => {
    for (const measure of ["MD", "SMD", "SMDH", "SMD1", "ROM"] as const) {
      expect(meansEffect(measure, { ...edinburgh, n1i: 1 })).toEqual({ reason: "too-few" });
    }
    expect(meansEffect("SMD1", { ...edinburgh, n2i: 2 })).toEqual({ reason: "too-few" });
    expect(changeEffect("MC", { ...diary, ni: 1 })).toEqual({ reason: "too-few" });
    expect(changeEffect("SMCC", { ...diary, ni: 2 })).toEqual({ reason: "too-few" });
    expect(correlationEffect({ ri: 0.2, ni: 3 })).toEqual({ reason: "too-few" });
    expect(meanEffect({ mi: 1, sdi: 1, ni: 1 })).toEqual({ reason: "too-few" });
  });

  it("needs variation", () => {
    expect(meansEffect("SMD1", { ...edinburgh, sd2i: 0 })).toEqual({ reason: "no-variation" });
    expect(meansEffect("SMDH", { ...edinburgh, sd1i: 0, sd2i: 0 })).toEqual({ reason: "no-variation" });
    expect(meansEffect("ROM", { ...edinburgh, sd1i: 0, sd2i: 0 })).toEqual({ reason: "no-variation" });
    expect(changeEffect("SMCC", { ...diary, sdPost: 5, ri: 1 })).toEqual({ reason: "no-variation" });
    expect(correlationEffect({ ri: -1, ni: 30 })).toEqual({ reason: "no-variation" });
    expect(meanEffect({ mi: 1, sdi: 0, ni: 9 })).toEqual({ reason: "no-variation" });
  });

  it("refuses numbers that cannot be", () => {
    const impossible: readonly EffectOrReason[] = [
      countsEffect("OR", count(21, 20, 4, 20), HALF_WHERE_ZERO),
      countsEffect("AS", count(-1, 20, 4, 20), HALF_WHERE_ZERO),
      countsEffect("RD", count(0, 0, 4, 20), HALF_WHERE_ZERO),
      meansEffect("MD", { ...edinburgh, sd1i: -1 }),
      meansEffect("SMD", { ...edinburgh, m1i: NaN }),
      ratesEffect("IRD", { x1i: 1, t1i: 0, x2i: 1, t2i: 1 }, HALF_WHERE_ZERO),
      rateEffect("IR", { xi: NaN, ti: 1 }, HALF_WHERE_ZERO),
      proportionEffect("PFT", { xi: 6, ni: 5 }, HALF_WHERE_ZERO),
      meanEffect({ mi: Infinity, sdi: 1, ni: 9 }),
      correlationEffect({ ri: 1.01, ni: 9 }),
      changeEffect("MC", { ...diary, ri: -1.1 }),
    ];
    for (const effect of impossible) expect(effect).toEqual({ reason: "impossible" });
  });

  it("has no way back without sizes", () => {
    expect(() => proportionOfDoubleArcsine(0.5, [])).toThrow(RangeError);
    expect(() => proportionOfDoubleArcsine(0.5, [20, 0])).toThrow(RangeError);
    expect(() => proportionOfDoubleArcsine(NaN, [20])).toThrow(RangeError);
  });
});
