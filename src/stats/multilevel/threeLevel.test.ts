import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pool } from "../pool";
import { estimable } from "../reference/estimators";
import { MULTILEVEL } from "../reference/multilevel";
import { expectClose } from "../reference/reference";
import { TAU2 } from "../tau2/tau2";
import { weighted } from "../weighted";
import { clustersOf, type DependentEffects } from "./dependentEffects";
import { logLikelihood, scoreWithin } from "./likelihood";
import { reduceStudies, roomForMeans } from "./studyMeans";
import { type ThreeLevelFit, type ThreeLevelOptions, threeLevel } from "./threeLevel";

const REML: ThreeLevelOptions = { method: "REML", test: "t", level: 0.95 };
const row = fc.tuple(
  fc.double({ min: -3, max: 3, noNaN: true }),
  fc.double({ min: -4, max: 1, noNaN: true }),
  fc.integer({ min: 0, max: 4 }),
);
const rows = fc.array(row, { minLength: 2, maxLength: 12 }).filter((all) => new Set(all.map(([, , j]) => j)).size > 1);
const model = fc.record({ method: fc.constantFrom("REML" as const, "ML" as const), rho: fc.constantFrom(0, 0.6, 0.9) });

function effectsOf(all: readonly (readonly [number, number, number])[]): DependentEffects {
  return { yi: all.map(([y]) => y), vi: all.map(([, exponent]) => 10 ** exponent), study: all.map(([, , j]) => j) };
}

function fitOf(effects: DependentEffects, options: Partial<ThreeLevelOptions> = {}): ThreeLevelFit {
  return estimable(threeLevel(effects, { ...REML, ...options }));
}

describe("the fitted variances", () => {
  const grid = [0];
  for (let exponent = -5; exponent < 2; exponent += 0.25) grid.push(10 ** exponent);

  it("are nowhere beaten in the quadrant, over five decades of variance", () => {
    fc.assert(
      fc.property(rows, model, (all, { method, rho }) => {
        const effects = effectsOf(all);
        const { logLik, converged } = fitOf(effects, { method, rho });
        expect(converged).toBe(true);
        const clusters = clustersOf("test", effects, rho);
        const means = roomForMeans(clusters.studies);
        for (const within of grid) {
          reduceStudies(clusters, within, means);
          for (const between of grid) {
            expect(logLikelihood(clusters, { between, within }, means, method)).toBeLessThanOrEqual(logLik + 1e-9);
          }
        }
      }),
      { seed: 41, numRuns: 100 },
    );
  });

  it("stand where the likelihood is level, or falls from an axis", () => {
    for (const data of MULTILEVEL.filter(({ yi, study }) => new Set(study).size < yi.length)) {
      const { between, within } = fitOf(data).working;
      const clusters = clustersOf("test", data, 0);
      const means = roomForMeans(clusters.studies);
      reduceStudies(clusters, within, means);
      const score = scoreWithin(clusters, { between, within }, means, "REML");
      const scale = clusters.k / Math.min(...data.vi);
      if (within > 0) expect(Math.abs(score)).toBeLessThan(1e-9 * scale);
      else expect(score).toBeLessThanOrEqual(0);
    }
  });
});

describe("scoreWithin", () => {
  it.each([
    ["REML", 0],
    ["ML", 0],
    ["REML", 0.6],
    ["ML", 0.6],
  ] as const)("is twice the derivative of the likelihood: %s, rho %d", (method, rho) => {
    const clusters = clustersOf("test", MULTILEVEL[8]!, rho);
    const means = roomForMeans(clusters.studies);
    const heightAt = (within: number) => {
      reduceStudies(clusters, within, means);
      return logLikelihood(clusters, { between: 0.03, within }, means, method);
    };
    const h = 1e-6;
    for (const within of [0.001, 0.02, 0.5]) {
      const rise = heightAt(within + h) - heightAt(within - h);
      reduceStudies(clusters, within, means);
      expectClose(rise / h, scoreWithin(clusters, { between: 0.03, within }, means, method), 1e-5, 1);
    }
  });
});

describe("a three-level fit", () => {
  it("does not depend on row order or study names, turns with the sign, shifts and scales with the effects", () => {
    fc.assert(
      fc.property(rows, model, fc.constantFrom(-1, 0.1, 20), (all, options, unit) => {
        const effects = effectsOf(all);
        const fit = fitOf(effects, options);
        const changed = fitOf(
          {
            yi: effects.yi.map((y) => unit * (y + 1)).toReversed(),
            vi: effects.vi.map((v) => unit ** 2 * v).toReversed(),
            study: effects.study.map((j) => `study ${j}`).toReversed(),
          },
          options,
        );
        const scale = fit.sigma2 + Math.max(...effects.vi);
        expectClose(changed.mu / unit - 1, fit.mu, 1e-7, fit.se);
        expectClose(changed.se / Math.abs(unit), fit.se, 1e-7);
        expectClose(changed.sigma2 / unit ** 2, fit.sigma2, 1e-7, scale);
        expectClose(changed.heterogeneity.Q, fit.heterogeneity.Q, 1e-9, 1);
        expectClose(changed.weights.at(-1), fit.weights[0]!, 1e-7, 1);
      }),
      { seed: 42 },
    );
  });

  it.each(["REML", "ML"] as const)("is the two-level one where every study has one effect, by %s", (method) => {
    const { yi, vi, study } = MULTILEVEL.find(({ name }) => name.startsWith("random 6"))!;
    const fit = fitOf({ yi, vi, study }, { method, test: "z", rho: 0.6 });
    const { tau2 } = TAU2[method](yi, vi);
    expectClose(fit.sigma2, tau2, 1e-12);
    expectClose(fit.mu, weighted(yi, vi, tau2).mu, 1e-12);
    expect(fit.levels).toBeNull();
    expect(fit.levelsReason).toBe("one-effect-each");
    const single = pool(yi, vi, { method: "REML", test: "z", predint: "z", level: 0.95 });
    expectClose(fit.heterogeneity.Q, single.heterogeneity!.Q, 1e-12);
    if (method === "REML") expectClose(fit.heterogeneity.I2, single.heterogeneity!.I2, 1e-10);
  });

  it("counts an effect once that a study gives twice, where their errors are one", () => {
    const yi = [0.1, 0.9, 0.4, -0.5, 1.2];
    const vi = [0.1, 0.2, 0.05, 0.1, 0.3];
    const twice = <T>(values: readonly T[]) => values.flatMap((value) => [value, value]);
    const { working, mu, se } = fitOf(
      { yi: twice(yi), vi: twice(vi), study: twice([1, 2, 3, 4, 5]) },
      { rho: 1 - 1e-9 },
    );
    const { tau2 } = TAU2.REML(yi, vi);
    const single = weighted(yi, vi, tau2);
    expect(working.within).toBe(0);
    expectClose(working.between, tau2, 1e-6);
    expectClose(mu, single.mu, 1e-6);
    expectClose(se, 1 / Math.sqrt(single.W), 1e-6);
  });

  it("has no variances where the effects are equal", () => {
    const fit = fitOf({ yi: [0.2, 0.2, 0.2], vi: [1, 2, 3], study: [1, 1, 2] });
    expect(fit).toMatchObject({ mu: 0.2, sigma2: 0, converged: true, heterogeneity: { Q: 0, I2: 0 } });
    expect(fit.levels).toEqual({ between: 0, within: 0, I2Between: 0, I2Within: 0 });
  });

  it("shares 100% among the effects, and is finite over two hundred decades", () => {
    const fit = fitOf({ yi: [1, -1e40, 3, 2], vi: [1e-90, 1e60, 1, 1e90], study: [1, 1, 2, 2] });
    expectClose(
      fit.weights.reduce((sum, weight) => sum + weight, 0),
      100,
      1e-12,
    );
    for (const value of [fit.mu, fit.se, fit.pval, fit.logLik, fit.sigma2, fit.heterogeneity.I2, fit.predint.piUb]) {
      expect(Number.isFinite(value)).toBe(true);
    }
  });

  it("needs two studies", () => {
    const reason = { reason: "needs-two-studies" };
    expect(threeLevel({ yi: [1, 2], vi: [1, 1], study: ["a", "a"] }, REML)).toEqual(reason);
    expect(threeLevel({ yi: [1], vi: [1], study: ["a"] }, REML)).toEqual(reason);
    expect(fitOf({ yi: [1, 2], vi: [1, 1], study: ["a", "b"] }).df).toBe(1);
  });

  it("throws RangeError on misuse", () => {
    const good: DependentEffects = { yi: [1, 2], vi: [1, 1], study: [1, 2] };
    expect(() => threeLevel({ ...good, vi: [1, 0] }, REML)).toThrow(RangeError);
    expect(() => threeLevel({ ...good, study: [1] }, REML)).toThrow(RangeError);
    expect(() => threeLevel(good, { ...REML, rho: 1 })).toThrow(RangeError);
    expect(() => threeLevel(good, { ...REML, level: 95 })).toThrow(RangeError);
  });
});
