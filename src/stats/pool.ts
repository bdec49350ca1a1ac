import type { Pooled } from "../model/analysis";
import type { PoolingOptions } from "../model/poolingModel";
import { inference } from "./guards";
import { heterogeneity } from "./heterogeneity";
import { predictionInterval } from "./prediction";
import { requireStudies } from "./requireStudies";
import { TAU2 } from "./tau2/tau2";
import { weighted } from "./weighted";

const ROUNDING = 1e-14; // residuals below this part of the estimate are not variation

/** A pooled result before participants are counted, with each study's weight in percent, in the order given. */
export type Fit = Omit<Pooled, "N"> & { readonly weights: readonly number[] };

/**
 * Pools k effects by inverse variance: the estimate with its interval and test, tau2, heterogeneity, prediction
 * interval and weights.
 *
 * Hartung and Knapp's variance is q / W with q = sum wi (yi − mu)² / (k − 1). Where q is 0 (k = 1, or effects equal to
 * rounding) it says nothing, and `inference` tells what then holds.
 *
 * @param yi k >= 1 effects on the analysis scale (log for OR and RR).
 * @param vi k sampling variances > 0, in squared units of `yi`.
 * @throws RangeError if the lengths differ, k = 0, a value is not finite, a vi is not > 0, or the level not in (0, 1).
 *
 * Hartung & Knapp (2001), Stat Med 20:3875–3889, doi:10.1002/sim.1009; Sidik & Jonkman (2002), doi:10.1002/sim.1262.
 */
export function pool(yi: readonly number[], vi: readonly number[], model: PoolingOptions): Fit {
  requireStudies("pool", yi, vi);
  const k = yi.length;
  const { tau2, converged } = TAU2[model.method](yi, vi);
  const common = weighted(yi, vi, 0);
  const { W, mu, Q } = tau2 > 0 ? weighted(yi, vi, tau2) : common;

  const waldSe = Math.sqrt(1 / W);
  const varies = Q > W * (ROUNDING * mu) ** 2;
  const knhaSe = varies ? Math.sqrt(Q / (k - 1) / W) : null;

  return {
    k,
    mu,
    ...inference({ k, mu, waldSe, knhaSe }, model.test, model.level),
    tau2,
    tau: Math.sqrt(tau2),
    converged,
    heterogeneity: heterogeneity(vi, common.Q, tau2, model.method),
    ...predictionInterval({ k, mu, tau2, waldSe, knhaSe: knhaSe ?? waldSe }, model),
    weights: vi.map((v) => 100 / (v + tau2) / W),
  };
}
