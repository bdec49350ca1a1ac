/** Estimators: `EE` common effect, or random effects by the named estimator of tau2 (metafor's codes). */
export type Method = "EE" | "DL" | "PM" | "REML";

/** Tests and confidence intervals: `z` Wald, `knha` Hartung-Knapp. */
export type Test = "z" | "knha";

/**
 * Prediction intervals mu ± c·sqrt(tau2 + SE²): `z` normal with the Wald SE; `V` t(k−1) and `HTS` t(k−2) with the
 * Wald SE; `HK` t(k−1) and `HK-PR` t(k−2) with the Hartung-Knapp SE.
 */
export type Predint = "z" | "V" | "HTS" | "HK" | "HK-PR";

/** Sampling variance of Hedges' g: metafor's large-sample `LS`, or the one RevMan uses. */
export type SmdVariance = "LS" | "RevMan";

/** Everything that must be named for a pooled number to be reproduced. */
export interface PoolingModel {
  readonly method: Method;
  readonly test: Test;
  readonly predint: Predint;
  /** Level of the confidence and prediction intervals, as a proportion: 0.95. */
  readonly level: number;
  readonly smdVariance: SmdVariance;
}

export type Preset = "published" | "cochrane" | "custom";

/** The defaults of the Cochrane methods statement of 2024: REML, Hartung-Knapp, a prediction interval. */
export const COCHRANE_2024: PoolingModel = {
  method: "REML",
  test: "knha",
  predint: "HK",
  level: 0.95,
  smdVariance: "RevMan",
};
