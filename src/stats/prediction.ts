import type { NullReason, Pooled } from "../model/analysis";
import type { Method, PoolingOptions, Predint } from "../model/poolingModel";
import { criticalValue } from "./interval";

type Prediction = Pick<Pooled, "predint" | "predintReason">;

/** The parts of a fit that a prediction interval is made of. */
export interface PredictionInput {
  /** Degrees of freedom of the spread about the mean: k − 1, or those that groups share. */
  readonly df: number;
  readonly mu: number;
  readonly tau2: number;
  readonly waldSe: number;
  /** The Hartung-Knapp standard error, whichever test the model uses. */
  readonly knhaSe: number;
}

/**
 * Interval in which the true effect of a new study is expected: mu ± c·sqrt(tau2 + SE²), null with its reason under
 * the common effect or with too few studies for its degrees of freedom.
 *
 * `z` normal and `HTS` t(k − 2): Higgins, Thompson & Spiegelhalter (2009), J R Stat Soc A 172:137–159,
 * doi:10.1111/j.1467-985X.2008.00552.x. `V` t(k − 1): Veroniki et al. (2019), doi:10.1002/jrsm.1319. `HK` t(k − 1) and `HK-PR` t(k − 2) with the
 * Hartung-Knapp SE: Partlett & Riley (2017), doi:10.1002/sim.7140.
 */
export function predictionInterval(fit: PredictionInput, { method, predint, level }: PoolingOptions): Prediction {
  const reason = whyNot(fit.df, method, predint);
  if (reason) return { predint: null, predintReason: reason };
  const se = predint === "HK" || predint === "HK-PR" ? fit.knhaSe : fit.waldSe;
  const reach = criticalValue(level, degreesOfFreedom(fit.df, predint)) * Math.sqrt(fit.tau2 + se ** 2);
  return { predint: { piLb: fit.mu - reach, piUb: fit.mu + reach }, predintReason: null };
}

function whyNot(df: number, method: Method, predint: Predint): NullReason | null {
  if (method === "EE") return "common-effect-model";
  const needsThree = predint === "HTS" || predint === "HK-PR";
  if (needsThree) return df < 2 ? "needs-three-studies" : null;
  return df < 1 ? "needs-two-studies" : null;
}

function degreesOfFreedom(df: number, predint: Predint): number | null {
  switch (predint) {
    case "z":
      return null;
    case "V":
    case "HK":
      return df;
    case "HTS":
    case "HK-PR":
      return df - 1;
  }
}
