import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectClose } from "../reference/reference";
import { SELECTION } from "../reference/selection";
import { tau2ML } from "../tau2/ml";
import { weighted } from "../weighted";
import { type EstimatedSelection, selectionByEstimatedWeights } from "./estimatedWeights";
import { selectionByGivenWeights } from "./givenWeights";
import { observe } from "./observe";
import type { SelectionFit } from "./selectionFit";
import { solve } from "./solve";
import { stepLikelihood } from "./stepLikelihood";
import { VEVEA_WOODS, withoutIdleSteps } from "./weightFunction";

// R's second derivatives are numerical: its estimates are good to ten digits, its standard errors to eight.
const TOLERANCE = 1e-9;
const SE_TOLERANCE = 1e-8;
const SEVERE = VEVEA_WOODS["severe-one-tailed"];
const OPTIONS = { alternative: "greater", level: 0.95 } as const;
const bcg = SELECTION[0]!;

function found(fit: SelectionFit | { readonly reason: string }): SelectionFit {
  if ("reason" in fit) throw new Error(fit.reason);
  return fit;
}

function estimated(...of: Parameters<typeof selectionByEstimatedWeights>): EstimatedSelection {
  const fit = selectionByEstimatedWeights(...of);
  if ("reason" in fit) throw new Error(fit.reason);
  return fit;
}

function expectFit(got: SelectionFit, want: (typeof bcg.given)[number]): void {
  expect(got.converged).toBe(true);
  expectClose(got.mu, want.mu, TOLERANCE, want.se);
  expectClose(got.se, want.se, SE_TOLERANCE);
  expectClose(got.tau2, want.tau2, TOLERANCE, want.tau2Se ?? 0);
  if (want.tau2Se === null) expect(got.tau2Se).toBeNull();
  else expectClose(got.tau2Se ?? NaN, want.tau2Se, SE_TOLERANCE);
  expectClose(got.logLikelihood, want.logLikelihood, TOLERANCE, 1);
}

describe.each(SELECTION.map((data) => [data.name, data] as const))("the reference: %s", (_, data) => {
  const { yi, vi } = data;

  it("with given weights", () => {
    for (const want of data.given) {
      const { steps, weights, alternative } = want;
      expectFit(found(selectionByGivenWeights(yi, vi, { steps, weights }, { alternative, level: 0.95 })), want);
    }
  });

  it("with estimated weights", () => {
    for (const want of data.estimated) {
      const got = estimated(yi, vi, want.steps, { alternative: want.alternative, level: 0.95 });
      expectFit(got, want);
      got.weights.forEach(({ weight, se }, j) => {
        expectClose(weight, want.weights[j]!, TOLERANCE, want.weightsSe[j]!);
        expectClose(se, want.weightsSe[j]!, SE_TOLERANCE);
      });
      // metafor's own fit without selection stops early, where the likelihood is flat.
      expectClose(got.test.statistic, want.statistic, 1e-7, 1);
      expectClose(got.test.pval, want.pval, 1e-7);
    }
  });
});

describe("the reference", () => {
  it("holds tau2 of 0 and above it, both sides, and the four patterns", () => {
    const given = SELECTION.flatMap((data) => data.given);
    expect(given.filter(({ tau2 }) => tau2 === 0).length).toBeGreaterThan(3);
    expect(given.filter(({ tau2 }) => tau2 > 0).length).toBeGreaterThan(20);
    expect(new Set(given.map(({ alternative }) => alternative))).toEqual(new Set(["greater", "less"]));
    const patterns = bcg.given.slice(0, 4).map(({ steps, weights }) => ({ steps, weights }));
    expect(Object.values(VEVEA_WOODS)).toEqual(patterns);
    expect(SELECTION.flatMap((data) => data.estimated).length).toBeGreaterThan(6);
  });
});

describe("selection by given weights", () => {
  const study = fc.tuple(fc.double({ min: -2, max: 2, noNaN: true }), fc.double({ min: -2, max: 0.5, noNaN: true }));
  const studies = fc.array(study, { minLength: 2, maxLength: 7 });
  const pattern = fc.constantFrom(...Object.values(VEVEA_WOODS));

  it("follows the studies when these are reordered, turned over or measured in another unit", () => {
    fc.assert(
      fc.property(studies, pattern, fc.constantFrom(-10, -1, 0.1, 3), (rows, selection, unit) => {
        const yi = rows.map(([y]) => y);
        const vi = rows.map(([, exponent]) => 10 ** exponent);
        const fit = found(selectionByGivenWeights(yi, vi, selection, OPTIONS));
        const y = yi.map((effect) => unit * effect).toReversed();
        const v = vi.map((variance) => unit ** 2 * variance).toReversed();
        const alternative = unit < 0 ? "less" : "greater";
        const changed = found(selectionByGivenWeights(y, v, selection, { alternative, level: 0.95 }));
        expect(fit.converged && changed.converged).toBe(true);
        expectClose(changed.mu / unit, fit.mu, 1e-7, fit.se);
        expectClose(changed.se / Math.abs(unit), fit.se, 1e-7);
        expectClose(changed.tau2 / unit ** 2, fit.tau2, 1e-7, Math.min(...vi));
      }),
      { seed: 51, numRuns: 60 },
    );
  });

  it("is nowhere beaten on a grid of mu and tau2", () => {
    fc.assert(
      fc.property(studies, pattern, (rows, selection) => {
        const yi = rows.map(([y]) => y);
        const vi = rows.map(([, exponent]) => 10 ** exponent);
        const { logLikelihood } = found(selectionByGivenWeights(yi, vi, selection, OPTIONS));
        const observed = observe(yi, vi, selection.steps, "greater");
        const logWeights = selection.weights.map(Math.log);
        const heightAt = (mu: number, tau2: number) => stepLikelihood(observed, { mu, logWeights, tau2 }, 0).height;
        for (let mu = -4; mu <= 3; mu += 0.5) {
          expect(heightAt(mu, 0)).toBeLessThanOrEqual(logLikelihood + 1e-9);
          for (let exponent = -4; exponent < 2; exponent += 0.5) {
            expect(heightAt(mu, 10 ** exponent)).toBeLessThanOrEqual(logLikelihood + 1e-9);
          }
        }
      }),
      { seed: 52, numRuns: 15 },
    );
  });

  it("is maximum likelihood without selection where the weights are equal, whatever they are", () => {
    const equal = { steps: [0.025, 0.5], weights: [0.3, 0.3, 0.3] };
    const { mu, tau2, se } = found(selectionByGivenWeights(bcg.yi, bcg.vi, equal, OPTIONS));
    const ml = tau2ML(bcg.yi, bcg.vi).tau2;
    expectClose(tau2, ml, 1e-11);
    expectClose(mu, weighted(bcg.yi, bcg.vi, ml).mu, 1e-11);
    expect(se).toBeGreaterThan(0);
  });

  it("depends on the ratios of the weights alone", () => {
    const halved = { steps: SEVERE.steps, weights: SEVERE.weights.map((weight) => weight / 2) };
    const fit = found(selectionByGivenWeights(bcg.yi, bcg.vi, SEVERE, { ...OPTIONS, alternative: "less" }));
    const same = found(selectionByGivenWeights(bcg.yi, bcg.vi, halved, { ...OPTIONS, alternative: "less" }));
    expectClose(same.mu, fit.mu, 1e-11);
    expectClose(same.tau2, fit.tau2, 1e-11);
  });

  it("moves the estimate away from the side that is favoured", () => {
    const all = weighted(bcg.yi, bcg.vi, tau2ML(bcg.yi, bcg.vi).tau2).mu;
    for (const pattern of ["moderate-one-tailed", "severe-one-tailed"] as const) {
      const fitOf = (alternative: "greater" | "less") =>
        found(selectionByGivenWeights(bcg.yi, bcg.vi, VEVEA_WOODS[pattern], { alternative, level: 0.95 })).mu;
      expect(fitOf("less")).toBeGreaterThan(all);
      expect(fitOf("greater")).toBeLessThan(all);
    }
  });

  it("has a tau2 of 0 for equal effects, and a reason for one study", () => {
    const fit = found(selectionByGivenWeights([0.3, 0.3, 0.3], [0.02, 0.05, 0.1], SEVERE, OPTIONS));
    expect([fit.tau2, fit.tau2Se, fit.converged]).toEqual([0, null, true]);
    expect(fit.mu).toBeLessThan(0.3);
    expect(selectionByGivenWeights([0.3], [0.1], SEVERE, OPTIONS)).toEqual({ reason: "needs-two-studies" });
  });

  it("throws RangeError on misuse", () => {
    const fitBy = (steps: number[], weights: number[]) => () =>
      selectionByGivenWeights([1, 2], [1, 1], { steps, weights }, OPTIONS);
    expect(fitBy([0.5, 0.025], [1, 1, 1])).toThrow(RangeError);
    expect(fitBy([0.025, 1], [1, 1, 1])).toThrow(RangeError);
    expect(fitBy([], [1])).toThrow(RangeError);
    expect(fitBy([0.025], [1, 0])).toThrow(RangeError);
    expect(fitBy([0.025], [1])).toThrow(RangeError);
    expect(() => selectionByGivenWeights([1, 2], [1, 0], SEVERE, OPTIONS)).toThrow(RangeError);
  });
});

describe("selection by estimated weights", () => {
  it("says why there is no result", () => {
    const fitOf = (yi: number[]) =>
      selectionByEstimatedWeights(
        yi,
        yi.map(() => 0.1),
        [0.025],
        OPTIONS,
      );
    expect(fitOf([0, 1, 2])).toEqual({ reason: "too-few-studies" });
    expect(fitOf([1, 1.2, 1.4, 2])).toEqual({ reason: "empty-interval" });
    expect(fitOf([0, 0.1, 0.2, 0.1])).toEqual({ reason: "empty-interval" });
    expect(fitOf([0, 0.1, 2, 1])).toHaveProperty("weights");
    expect(() => selectionByEstimatedWeights([1], [1], [0], OPTIONS)).toThrow(RangeError);
  });

  it("finds no weight where a precise study far out is alone in its interval", () => {
    const yi = [0.09, 0.43, 0.69, -0.02, 10.65];
    const vi = [0.23, 4.4, 0.00014, 0.053, 38];
    expect(selectionByEstimatedWeights(yi, vi, [0.025], OPTIONS)).toEqual({ reason: "no-information" });
  });

  it("converges over four decades of variance, or says why not", () => {
    const study = fc.tuple(fc.double({ min: -3, max: 3, noNaN: true }), fc.double({ min: -3, max: 1, noNaN: true }));
    fc.assert(
      fc.property(fc.array(study, { minLength: 5, maxLength: 10 }), (rows) => {
        const yi = rows.map(([y]) => y);
        const vi = rows.map(([, exponent]) => 10 ** exponent);
        const fit = selectionByEstimatedWeights(yi, vi, [0.025, 0.5], OPTIONS);
        if ("reason" in fit) return;
        expect(fit.converged).toBe(true);
        expect(fit.se).toBeGreaterThan(0);
        expect(fit.test.pval).toBeLessThanOrEqual(1);
        expect(fit.weights.every(({ weight, se }) => weight > 0 && Number.isFinite(se))).toBe(true);
      }),
      { seed: 53, numRuns: 60 },
    );
  });

  it("counts the studies of each interval", () => {
    const { weights, test } = estimated(bcg.yi, bcg.vi, [0.025], { alternative: "less", level: 0.95 });
    expect(weights.map(({ k }) => k)).toEqual([8, 5]);
    expect(weights[0]).toMatchObject({ weight: 1, se: 0 });
    expect(test.df).toBe(1);
  });

  it("follows the studies into another unit and order", () => {
    const { yi, vi } = SELECTION[1]!;
    const fit = estimated(yi, vi, [0.025], OPTIONS);
    const y = yi.map((effect) => -100 * effect).toReversed();
    const v = vi.map((variance) => 1e4 * variance).toReversed();
    const changed = estimated(y, v, [0.025], { ...OPTIONS, alternative: "less" });
    expectClose(changed.mu / -100, fit.mu, 1e-9);
    expectClose(changed.weights[1]?.weight, fit.weights[1]!.weight, 1e-9);
    expectClose(changed.test.statistic, fit.test.statistic, 1e-9, 1);
  });
});

describe("the likelihood", () => {
  const { yi, vi } = bcg;
  const observed = observe(yi, vi, [0.025, 0.5], "less");
  const surfaceAt = ([mu, a, b, tau2]: readonly number[]) =>
    stepLikelihood(observed, { mu: mu!, logWeights: [0, a!, b!], tau2: tau2! }, 2);

  it("has the derivatives that differences of it show", () => {
    const at = [0.3, -0.4, -1, 0.2];
    const { gradient, hessian } = surfaceAt(at);
    const h = 1e-5;
    const shifted = (a: number, by: number) => surfaceAt(at.map((value, b) => (a === b ? value + by : value)));
    for (let a = 0; a < 4; a++) {
      const up = shifted(a, h);
      const down = shifted(a, -h);
      expectClose((up.height - down.height) / (2 * h), gradient[a]!, 1e-8, 1);
      for (let b = a; b < 4; b++) {
        expectClose((up.gradient[b]! - down.gradient[b]!) / (2 * h), hessian[b]![a]!, 1e-7, 1);
      }
    }
  });

  it("integrates to 1 over what a study might have shown", () => {
    const step = 0.005;
    let total = 0;
    for (let y = -12; y < 12; y += step) {
      const one = observe([y], [0.3], SEVERE.steps, "greater");
      const point = { mu: -0.4, logWeights: SEVERE.weights.map(Math.log), tau2: 0.5 };
      total += step * Math.exp(stepLikelihood(one, point, 0).height);
    }
    expect(total).toBeCloseTo(1, 3);
  });
});

describe("the parts", () => {
  it("leave out steps at which the weight stays", () => {
    const short = withoutIdleSteps({ steps: [0.1, 0.2, 0.3], weights: [1, 0.5, 0.5, 0.2] });
    expect(short).toEqual({ steps: [0.1, 0.3], weights: [1, 0.5, 0.2] });
    expect(withoutIdleSteps(SEVERE).weights).toHaveLength(11);
  });

  it("put a p-value on a step into the interval below it", () => {
    expect(observe([0], [1], [0.5], "greater")).toMatchObject({ interval: [0], counts: [1, 0] });
    expect(observe([0.1, -0.1], [1, 1], [0.5], "less").interval).toEqual([1, 0]);
  });

  it("solve positive definite systems, and no others", () => {
    expect(solve([[4], [2, 2]], [8, 6])).toEqual([1, 2]);
    expect(solve([[1], [1, 1]], [1, 1])).toBeNull();
  });
});
