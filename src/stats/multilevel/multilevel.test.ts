import { describe, expect, it } from "vitest";
import { estimable } from "../reference/estimators";
import { MULTILEVEL, type ReferenceRobust } from "../reference/multilevel";
import { expectClose } from "../reference/reference";
import { type RobustMean, robustMean, robustWeightedMean } from "./robustMean";
import { type ThreeLevelFit, threeLevel } from "./threeLevel";

// metafor 3.8-1, clubSandwich 0.5.8. Estimates count their error in standard errors, limits in half their interval,
// variances near 0 in the smallest sampling variance; a p-value multiplies the error of its statistic.
const TOLERANCE = 1e-10;

function expectInference(got: ThreeLevelFit | RobustMean, want: Omit<ReferenceRobust, "df">): void {
  expectClose(got.se, want.se, TOLERANCE);
  expectClose(got.statistic, want.statistic, TOLERANCE, 1);
  expectClose(got.pval, want.pval, TOLERANCE * (1 + want.statistic ** 2), 1e-300);
  const reach = (want.ciUb - want.ciLb) / 2;
  expectClose(got.ciLb, want.ciLb, TOLERANCE, reach);
  expectClose(got.ciUb, want.ciUb, TOLERANCE, reach);
}

function expectRobust(got: RobustMean, want: ReferenceRobust, mu: number): void {
  expectClose(got.mu, mu, TOLERANCE, want.se);
  expectClose(got.df, want.df, TOLERANCE);
  expectInference(got, want);
}

describe.each(MULTILEVEL.map((data) => [data.name, data] as const))("R: %s", (_, data) => {
  it.each(data.models.map((want) => [`${want.method} ${want.test} rho ${want.rho}`, want] as const))(
    "%s",
    (__, want) => {
      const fit = estimable(threeLevel(data, { ...want, level: 0.95 }));
      const unit = Math.min(...data.vi);
      expect(fit.converged).toBe(true);
      expectClose(fit.working.between, want.between, TOLERANCE, unit);
      expectClose(fit.working.within, want.within, TOLERANCE, unit);
      expectClose(fit.sigma2, want.between + want.within, TOLERANCE, unit);
      expectClose(fit.mu, want.mu, TOLERANCE, want.se);
      expectInference(fit, want);
      expect(fit.df).toBe(want.df);
      expectClose(fit.predint.piLb, want.piLb, TOLERANCE, want.se);
      expectClose(fit.predint.piUb, want.piUb, TOLERANCE, want.se);
      expectClose(fit.logLik, want.logLik, TOLERANCE, 1);
      expectClose(fit.heterogeneity.Q, want.Q, TOLERANCE, 1);
      expectClose(fit.heterogeneity.pval, want.Qp, TOLERANCE * (1 + want.Q), 1e-300);
      expectClose(fit.heterogeneity.I2, want.I2Between + want.I2Within, TOLERANCE, 1);
      if (fit.levels) {
        expectClose(fit.levels.I2Between, want.I2Between, TOLERANCE, 1);
        expectClose(fit.levels.I2Within, want.I2Within, TOLERANCE, 1);
      }
      expect(fit.weights).toHaveLength(want.weights.length);
      fit.weights.forEach((weight, i) => {
        expectClose(weight, want.weights[i]!, TOLERANCE, 1);
      });
      for (const type of ["CR1", "CR2"] as const) {
        expectRobust(estimable(robustMean(data, fit.working, { type, level: 0.95 })), want[type], want.mu);
      }
    },
  );

  it.each(["CR1", "CR2"] as const)("any weights, %s", (type) => {
    const { weights, mu } = data.weighted;
    expectRobust(estimable(robustWeightedMean(data, weights, { type, level: 0.95 })), data.weighted[type], mu);
  });
});

describe("the reference", () => {
  const models = MULTILEVEL.flatMap((data) => data.models);

  it("holds six published sets, eleven random ones and three with two peaks", () => {
    expect(MULTILEVEL).toHaveLength(20);
    expect(models).toHaveLength(54);
    expect(MULTILEVEL.filter(({ name }) => name.startsWith("random"))).toHaveLength(11);
  });

  it("meets each variance at 0, both, and neither", () => {
    const where = models.map(({ between, within }) => `${between > 0} ${within > 0}`);
    expect(new Set(where)).toEqual(new Set(["true true", "true false", "false true", "false false"]));
  });

  it("holds likelihoods on whose lower peak metafor ends", () => {
    expect(models.filter(({ alone }) => !alone)).toHaveLength(2);
  });
});

describe("Konstantopoulos (2011)", () => {
  const schools = MULTILEVEL[0]!;
  const fit = estimable(threeLevel(schools, { method: "REML", test: "t", level: 0.95 }));

  it("has the mean and variances that metafor prints", () => {
    expect(fit.mu).toBeCloseTo(0.18471316, 8);
    expect(fit.se).toBeCloseTo(0.084555919, 8);
    expect(fit.working.between).toBeCloseTo(0.065061944, 8);
    expect(fit.working.within).toBeCloseTo(0.032736517, 8);
  });

  it("has metafor's robust standard error with 10 degrees of freedom", () => {
    const { se, df } = estimable(robustMean(schools, fit.working, { type: "CR1", level: 0.95 }));
    expect(se).toBeCloseTo(0.084502217, 9);
    expect(df).toBe(10);
  });
});
