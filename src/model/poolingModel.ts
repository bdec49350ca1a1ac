/** Estimators: `EE` common effect, or random effects by the named estimator of tau2 (metafor's codes). */
export type Method = "EE" | "DL" | "PM" | "REML" | "ML" | "EB" | "HE" | "HS" | "SJ";

/**
 * Tests and confidence intervals: `z` Wald; `t` Wald's SE with t(k − 1); `knha` Hartung-Knapp as it is; `adhoc` the same
 * with an SE never below Wald's; `wider` the Hartung-Knapp interval or Wald's, whichever is wider.
 */
export type Test = "z" | "t" | "knha" | "adhoc" | "wider";

/**
 * Prediction intervals mu ± c·sqrt(tau2 + SE²): `z` normal with the Wald SE; `V` t(k−1) and `HTS` t(k−2) with the
 * Wald SE; `HK` t(k−1) and `HK-PR` t(k−2) with the Hartung-Knapp SE.
 */
export type Predint = "z" | "V" | "HTS" | "HK" | "HK-PR";

/** Sampling variance of Hedges' g: metafor's large-sample `LS`, its unbiased `UB`, or the one RevMan uses. */
export type SmdVariance = "LS" | "UB" | "RevMan";

/**
 * What is done about zero cells of 2×2 tables: ½ added to all four cells of the studies with a zero, as metafor's
 * `only0`; ½ in every study; to each arm its share of the participants, in the studies with a zero; nothing.
 */
export type ZeroCellRule = "only0" | "all" | "treatment-arm" | "none";

/**
 * How studies are weighted: `IV` by inverse variance; `MH` by Mantel and Haenszel's sums over 2×2 tables, which under
 * random effects are only what tau2 is estimated about, as in RevMan. Where they apply: `appliedModel`.
 */
export type Weighting = "IV" | "MH";

/** What effects are computed by, beside their measure. */
export interface EffectOptions {
  readonly smdVariance: SmdVariance;
  readonly zeroCells: ZeroCellRule;
}

/** Whether each group that is compared has its own tau2, or all share one. */
export type GroupTau2 = "separate" | "common";

/** What effects are pooled by. */
export interface PoolingOptions {
  readonly method: Method;
  readonly test: Test;
  readonly predint: Predint;
  /** Level of the confidence and prediction intervals, as a proportion: 0.95. */
  readonly level: number;
}

/** Everything that must be named for a pooled number to be reproduced. */
export interface PoolingModel extends PoolingOptions, EffectOptions {
  readonly groupTau2: GroupTau2;
  readonly weighting: Weighting;
}

export type Preset = "published" | "cochrane" | "custom";

/** The defaults of the Cochrane methods statement of 2024: REML, Hartung-Knapp, a prediction interval. */
export const COCHRANE_2024: PoolingModel = {
  method: "REML",
  test: "knha",
  predint: "HK",
  level: 0.95,
  smdVariance: "RevMan",
  zeroCells: "only0",
  groupTau2: "separate",
  weighting: "IV",
};
