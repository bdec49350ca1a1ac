import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CountsData, MeansData } from "../../model/study";
import { expectClose } from "../reference/reference";
import { SMALL_STUDY } from "../reference/smallStudy";
import type { RegressionOptions } from "../regression/regression";
import { begg } from "./begg";
import { egger } from "./egger";
import { eggerMixed } from "./eggerMixed";
import { harbord } from "./harbord";
import { limitMeta } from "./limitMeta";
import { lineTest } from "./lineTest";
import { petPeese } from "./petPeese";
import { type SmallStudy, smallStudyTests } from "./smallStudyTests";

const OPTIONS: RegressionOptions = { method: "DL", test: "z", level: 0.95 };

/** Studies of given effects, as many as there are variances. */
function given(yi: readonly number[], vi: readonly number[]): readonly SmallStudy[] {
  return yi.map((y, i) => {
    const data = { kind: "given" as const, yi: y, vi: vi[i]!, n1i: null, n2i: null };
    return { yi: y, vi: vi[i]!, data, flipped: false };
  });
}

function tests(yi: readonly number[], vi: readonly number[]) {
  return smallStudyTests(given(yi, vi), "GEN", OPTIONS);
}

/** Fails on a number that is not finite, anywhere in the value. */
function expectFinite(value: unknown): void {
  if (typeof value === "number") expect(Number.isFinite(value)).toBe(true);
  else if (typeof value === "object" && value !== null) Object.values(value).forEach(expectFinite);
}

describe("each test", () => {
  const study = fc.tuple(fc.integer({ min: -3000, max: 3000 }), fc.integer({ min: -200, max: 100 }));
  const studies = fc.array(study, { minLength: 3, maxLength: 12 });

  it("follows the studies when these are turned over, in another order and in another unit", () => {
    fc.assert(
      fc.property(studies, fc.constantFrom(-1, 0.1, 20), (rows, unit) => {
        const yi = rows.map(([thousandths]) => thousandths / 1000);
        const vi = rows.map(([, hundredths]) => 10 ** (hundredths / 100));
        const changedYi = yi.map((y) => unit * y).toReversed();
        const changedVi = vi.map((v) => unit ** 2 * v).toReversed();
        const sign = Math.sign(unit);
        const was = tests(yi, vi);
        const is = tests(changedYi, changedVi);
        for (const name of ["egger", "eggerMixed"] as const) {
          const [before, after] = [was[name], is[name]];
          if ("reason" in before || "reason" in after) {
            expect(after).toEqual(before);
            continue;
          }
          expectClose(after.slope.statistic, sign * before.slope.statistic, 1e-6, 1);
          expectClose(after.limit.estimate, unit * before.limit.estimate, 1e-6, after.limit.se);
          expectClose(after.limit.se, Math.abs(unit) * before.limit.se, 1e-6);
        }
        if ("reason" in was.begg || "reason" in is.begg) expect(is.begg).toEqual(was.begg);
        else expectClose(is.begg.tau, sign * was.begg.tau, 1e-12, 1);
        if ("reason" in was.limitMeta || "reason" in is.limitMeta) expect(is.limitMeta).toEqual(was.limitMeta);
        else {
          const { adjusted, residual } = is.limitMeta;
          expectClose(adjusted.estimate, unit * was.limitMeta.adjusted.estimate, 1e-6, adjusted.se);
          expectClose(residual.Q, was.limitMeta.residual.Q, 1e-6, 1);
        }
      }),
      { seed: 12, numRuns: 500 },
    );
  });

  it("has no number that is none, whatever the studies", () => {
    const wide = fc.tuple(fc.double({ min: -10, max: 10, noNaN: true }), fc.integer({ min: -6, max: 6 }));
    fc.assert(
      fc.property(fc.array(wide, { minLength: 1, maxLength: 8 }), (rows) => {
        const found = tests(
          rows.map(([y]) => y),
          rows.map(([, exponent]) => 10 ** exponent),
        );
        expectFinite(found);
      }),
      { seed: 13, numRuns: 300 },
    );
  });

  it("says that fewer than ten studies are few", () => {
    const tooFew = (k: number) => {
      const yi = Array.from({ length: k }, (_, i) => Math.sin(i));
      const vi = yi.map((_, i) => 1 / (1 + i));
      const { egger, eggerMixed, begg, petPeese, limitMeta } = tests(yi, vi);
      return [egger, eggerMixed, begg, petPeese, limitMeta].map((found) => "reason" in found || found.tooFew);
    };
    expect(tooFew(9)).toEqual([true, true, true, true, true]);
    expect(tooFew(10)).toEqual([false, false, false, false, false]);
  });

  it("needs three studies", () => {
    for (const k of [1, 2]) {
      const { egger, eggerMixed, begg, petPeese, limitMeta } = tests([0.1, 0.3].slice(0, k), [1, 2].slice(0, k));
      for (const found of [egger, eggerMixed, begg, petPeese, limitMeta]) {
        expect(found).toEqual({ reason: "needs-three-studies" });
      }
    }
  });

  it("needs studies of different precision", () => {
    const { egger, eggerMixed, begg, petPeese, limitMeta } = tests([0.1, 0.3, 0.2, 0.9], [0.1, 0.1, 0.1, 0.1]);
    for (const found of [egger, eggerMixed, begg, petPeese, limitMeta]) {
      expect(found).toEqual({ reason: "no-spread-in-precision" });
    }
  });
});

describe("equal effects", () => {
  const vi = [0.1, 0.2, 0.4, 0.3];
  const found = tests([0.7, 0.7, 0.7, 0.7], vi);

  it("leave no scatter and no order to test by", () => {
    expect(found.egger).toEqual({ reason: "perfect-fit" });
    expect(found.petPeese).toEqual({ reason: "perfect-fit" });
    expect(found.begg).toEqual({ reason: "equal-effects" });
  });

  it("have no slope where the error is that of sampling", () => {
    expect(found.eggerMixed).toMatchObject({ slope: { estimate: 0, pval: 1 }, limit: { estimate: 0.7 }, tau2: 0 });
  });

  it("are their own limit", () => {
    const { adjusted, ...rest } = found.limitMeta as Exclude<typeof found.limitMeta, { reason: string }>;
    expectClose(adjusted.estimate, 0.7, 1e-14);
    expect(rest).toMatchObject({ alpha: 0, tau2: 0, total: { Q: 0 }, small: { Q: 0 }, residual: { Q: 0 }, G2: 0 });
    expect(limitMeta([0, 0, 0, 0], vi, OPTIONS)).toMatchObject({ G2: null });
  });
});

describe("the limit meta-analysis", () => {
  it("is PET's estimate where tau² is 0, and shares Q out", () => {
    const { yi, vi } = SMALL_STUDY.effects.find(({ name }) => name === "agreeing")!;
    const limit = limitMeta(yi, vi, OPTIONS);
    const pet = petPeese(yi, vi, 0.95);
    if ("reason" in limit || "reason" in pet) throw new Error("no answer");
    expectClose(limit.adjusted.estimate, pet.pet.estimate, 1e-12);
    expectClose(limit.small.Q + limit.residual.Q, limit.total.Q, 1e-12);
  });
});

describe("PET-PEESE", () => {
  it("keeps PET where its estimate lies beyond 0 from the common effect", () => {
    // The largest studies say 0.1, the smaller ones fall on a steep line to −1 at a standard error of 0.
    const sei = [0.5, 0.5, 0.55, 0.6, 0.65, 0.7];
    const yi = sei.map((se, i) => -1 + 2.2 * se + (i % 2 ? 0.001 : -0.001));
    const found = petPeese(
      yi,
      sei.map((se) => se ** 2),
      0.95,
    );
    expect(found).toMatchObject({ chosen: "pet" });
    if ("reason" in found) throw new Error(found.reason);
    expect(found.pet.estimate).toBeLessThan(-0.9);
    expect(found.pet.pval).toBeLessThan(1e-6);
  });
});

describe("smallStudyTests", () => {
  const { case: bcg, data } = SMALL_STUDY.counts[0]!;
  const tables = data.map((cells): CountsData => ({ kind: "counts", ...cells }));
  const bcgStudies = tables.map(
    (table, i): SmallStudy => ({ yi: bcg.yi[i]!, vi: bcg.vi[i]!, data: table, flipped: false }),
  );
  const smd = SMALL_STUDY.smds[0]!;
  const smdStudies = smd.data.map((arms, i): SmallStudy => {
    const means: MeansData = { kind: "means", ...arms };
    return { yi: smd.case.yi[i]!, vi: smd.case.vi[i]!, data: means, flipped: false };
  });
  const not = { reason: "not-for-this-measure" };

  it("gives the golden numbers of the BCG trials by risk ratio", () => {
    const { yi, vi } = SMALL_STUDY.effects[0]!;
    const found = smallStudyTests(given(yi, vi), "RR", { method: "REML", test: "z", level: 0.95 });
    expect(found).toMatchObject({ preferred: "egger", harbord: not, peters: not, pustejovskyRodgers: not });
    if ("reason" in found.egger || "reason" in found.eggerMixed || "reason" in found.begg) throw new Error("no answer");
    expect(found.egger.slope.statistic).toBeCloseTo(-1.401282, 6);
    expect(found.egger.slope.pval).toBeCloseTo(0.188707, 6);
    expect(found.egger.limit.estimate).toBeCloseTo(-0.19092864, 8);
    // metafor prints −0.80332911 and 0.42178454: its REML stops 1e-7 short without tight control.
    expect(found.eggerMixed.slope.statistic).toBeCloseTo(-0.803329, 6);
    expect(found.eggerMixed.slope.pval).toBeCloseTo(0.421784, 6);
    expect(found.begg.tau).toBeCloseTo(0.025641026, 9);
    expect(found.begg.pval).toBeCloseTo(0.95236, 5);
  });

  it("asks Harbord and Peters about odds ratios", () => {
    const found = smallStudyTests(bcgStudies, "OR", OPTIONS);
    expect(found).toMatchObject({ preferred: "harbord", harbord: { k: 13 }, peters: { k: 13 } });
    expect(found.pustejovskyRodgers).toEqual(not);
    expect(smallStudyTests(given(bcg.yi, bcg.vi), "OR", OPTIONS)).toMatchObject({
      harbord: { reason: "needs-counts" },
      peters: { reason: "needs-counts" },
    });
  });

  it("asks Pustejovsky and Rodgers about standardised mean differences", () => {
    const found = smallStudyTests(smdStudies, "SMD", OPTIONS);
    expect(found).toMatchObject({ preferred: "pustejovskyRodgers", pustejovskyRodgers: { k: 9 }, harbord: not });
    const unsized = smallStudyTests(given(smd.case.yi, smd.case.vi), "SMD", OPTIONS);
    expect(unsized.pustejovskyRodgers).toEqual({ reason: "needs-arm-sizes" });
  });

  it("turns the tables of studies whose sign was turned", () => {
    const turned = bcgStudies.map((study) => ({ ...study, yi: -study.yi, flipped: true }));
    const before = smallStudyTests(bcgStudies, "OR", OPTIONS);
    const after = smallStudyTests(turned, "OR", OPTIONS);
    for (const name of ["harbord", "peters"] as const) {
      const [was, is] = [before[name], after[name]];
      if ("reason" in was || "reason" in is) throw new Error("no answer");
      expectClose(is.slope.statistic, -was.slope.statistic, 1e-10);
      expectClose(is.limit.ciUb, -was.limit.ciLb, 1e-10);
    }
  });

  it("is turned over when the arms are exchanged", () => {
    const swapped = tables.map(
      ({ kind, ai, n1i, ci, n2i }): CountsData => ({ kind, ai: ci, n1i: n2i, ci: ai, n2i: n1i }),
    );
    const [was, is] = [harbord(tables, 0.95), harbord(swapped, 0.95)];
    if ("reason" in was || "reason" in is) throw new Error("no answer");
    expectClose(is.slope.statistic, -was.slope.statistic, 1e-10);
  });

  it("needs three tables with both outcomes", () => {
    const empty = tables.map((table, i) => (i < 11 ? { ...table, ai: 0, ci: 0 } : table));
    const studies = empty.map((table, i): SmallStudy => ({ yi: i, vi: 1 + i, data: table, flipped: false }));
    const { harbord, peters } = smallStudyTests(studies, "OR", OPTIONS);
    expect(harbord).toEqual({ reason: "needs-three-studies" });
    expect(peters).toEqual({ reason: "needs-three-studies" });
  });
});

describe("misuse", () => {
  it("throws", () => {
    expect(() => tests([], [])).toThrow(RangeError);
    expect(() => egger([1, 2, 3], [1, 2, 3], 95)).toThrow(RangeError);
    expect(() => begg([1, 2], [1])).toThrow(RangeError);
    expect(() => lineTest([1, 2, 3], [1, 2, 3], [1, 2], 0.95)).toThrow(RangeError);
    expect(() => lineTest([1, 2, 3], [1, 2, 3], [1, 2, Infinity], 0.95)).toThrow(RangeError);
    expect(() => eggerMixed([1, NaN, 3], [1, 2, 3], OPTIONS)).toThrow(RangeError);
  });
});
