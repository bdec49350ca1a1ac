import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pchisq, qchisq } from "./distributions/chiSquared";
import { type QProfile, qProfile } from "./qProfile";
import { POOLING } from "./reference/estimators";
import { expectClose } from "./reference/reference";
import { weighted } from "./weighted";

const study = fc.tuple(fc.double({ min: -3, max: 3, noNaN: true }), fc.double({ min: -4, max: 2, noNaN: true }));
const studies = fc
  .array(study, { minLength: 2, maxLength: 8 })
  .map((rows) => ({ yi: rows.map(([y]) => y), vi: rows.map(([, exponent]) => 10 ** exponent) }));

describe("qProfile", () => {
  it.each(POOLING.map((data) => [data.name, data] as const))("agrees with metafor on %s", (_, { yi, vi, profiles }) => {
    const unit = Math.min(...vi);
    for (const want of profiles) {
      const got = profileOf(yi, vi, want.level);
      expect(got.converged).toBe(true);
      for (const end of ["lb", "ub"] as const) {
        expectClose(got.tau2[end], want.tau2[end], 1e-9, unit);
        expectClose(got.tau[end], want.tau[end], 1e-9, Math.sqrt(unit));
        expectClose(got.I2[end], want.I2[end], 1e-9, 1);
        expectClose(got.H2[end], want.H2[end], 1e-9);
      }
    }
  });

  it("gives the known intervals of the BCG trials", () => {
    const { yi, vi } = POOLING[0]!;
    const { tau2, I2 } = profileOf(yi, vi, 0.95);
    expect(tau2.lb).toBeCloseTo(0.11969531, 4); // as printed after metafor's early stop
    expect(tau2.ub).toBeCloseTo(1.1114863, 3);
    expect(I2.lb).toBeCloseTo(81.918, 1);
    expect(I2.ub).toBeCloseTo(97.678, 2);
  });

  it("has a closed form for two studies", () => {
    const { tau2, empty } = profileOf([1, 9], [0.5, 1.5], 0.95);
    expectClose(tau2.lb, (64 / qchisq(0.025, 1, "upper") - 2) / 2, 1e-11);
    expectClose(tau2.ub, (64 / qchisq(0.025, 1, "lower") - 2) / 2, 1e-11);
    expect(empty).toBe(false);
  });

  it("is empty where the effects vary less than chance nearly always lets them", () => {
    const { yi, vi } = POOLING.find(({ name }) => name === "less than chance")!;
    const { tau2, I2, H2, empty } = profileOf(yi, vi, 0.95);
    expect(empty).toBe(true);
    expect([tau2, I2, H2]).toEqual([
      { lb: 0, ub: 0 },
      { lb: 0, ub: 0 },
      { lb: 1, ub: 1 },
    ]);
    expect(profileOf([1, 1], [1, 2], 0.95).empty).toBe(true);
  });

  it("ends where the generalised Q has its tails", () => {
    fc.assert(
      fc.property(studies, ({ yi, vi }) => {
        const { tau2, converged } = profileOf(yi, vi, 0.9);
        expect(converged).toBe(true);
        expect(tau2.ub).toBeGreaterThanOrEqual(tau2.lb);
        const tails = (at: number) => pchisq(weighted(yi, vi, at).Q, yi.length - 1);
        if (tau2.lb > 0) expectClose(tails(tau2.lb).upper, 0.05, 1e-8);
        if (tau2.ub > 0) expectClose(tails(tau2.ub).lower, 0.05, 1e-8);
      }),
      { seed: 21 },
    );
  });

  it("contains the interval of a lower level, and does not depend on row order or sign", () => {
    fc.assert(
      fc.property(studies, ({ yi, vi }) => {
        const { tau2 } = profileOf(yi, vi, 0.95);
        const narrow = profileOf(yi, vi, 0.8).tau2;
        expect(narrow.lb).toBeGreaterThanOrEqual(tau2.lb);
        expect(narrow.ub).toBeLessThanOrEqual(tau2.ub);
        const turned = profileOf(yi.map((y) => -y).reverse(), vi.toReversed(), 0.95).tau2;
        expectClose(turned.lb, tau2.lb, 1e-9, Math.max(...vi));
        expectClose(turned.ub, tau2.ub, 1e-9, Math.max(...vi));
      }),
      { seed: 22 },
    );
  });

  it("needs two studies and a level", () => {
    expect(qProfile([1], [1], 0.95)).toEqual({ reason: "needs-two-studies" });
    expect(() => qProfile([1, 2], [1, 1], 1)).toThrow(RangeError);
    expect(() => qProfile([], [], 0.95)).toThrow(RangeError);
  });
});

function profileOf(yi: readonly number[], vi: readonly number[], level: number): QProfile {
  const profile = qProfile(yi, vi, level);
  if ("reason" in profile) throw new Error(profile.reason);
  return profile;
}
