import type { Pooled } from "../model/analysis";
import type { PoolingOptions } from "../model/poolingModel";
import { inference } from "./guards";
import { heterogeneity } from "./heterogeneity";
import { predictionInterval } from "./prediction";
import { requireStudies } from "./requireStudies";
import type { Tau2Fit } from "./tau2/fit";
import { TAU2 } from "./tau2/tau2";
import { type Weighted, weighted } from "./weighted";

const ROUNDING = 1e-14; // residuals below this part of the estimate are not variation

/** A pooled result before participants are counted, with each study's weight in percent, in the order given. */
export type Fit = Omit<Pooled, "N"> & { readonly weights: readonly number[] };

/** The spread of effects about their means, which Hartung-Knapp standard errors are made of. */
export interface Spread {
  /** k − 1, or k less the number of groups that share a tau2. */
  readonly df: number;
  /** The generalised Q divided by df; null where it is 0 but for rounding, and says nothing. */
  readonly q: number | null;
}

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
export function pool(yi: readonly number[], vi: readonly number[], options: PoolingOptions): Fit {
  requireStudies("pool", yi, vi);
  return poolWith(yi, vi, TAU2[options.method](yi, vi), options);
}

/**
 * Pools as `pool` at a tau2 that is given: another program's, to tell what else of its answer differs.
 *
 * @param tau2 >= 0, in squared units of `yi`.
 * @throws RangeError as `pool`, or for a tau2 that is negative or not finite.
 */
export function poolAt(yi: readonly number[], vi: readonly number[], tau2: number, options: PoolingOptions): Fit {
  requireStudies("poolAt", yi, vi);
  if (!(tau2 >= 0 && tau2 < Infinity)) throw new RangeError(`poolAt: tau2 ${tau2}`);
  return poolWith(yi, vi, { tau2, converged: true }, options);
}

function poolWith(yi: readonly number[], vi: readonly number[], tau2Fit: Tau2Fit, options: PoolingOptions): Fit {
  const common = weighted(yi, vi, 0);
  const mean = tau2Fit.tau2 > 0 ? weighted(yi, vi, tau2Fit.tau2) : common;
  return fitAt(vi, tau2Fit, common, mean, spreadOf(mean, yi.length - 1), options);
}

/** The spread about one mean. */
export function spreadOf({ W, mu, Q }: Weighted, df: number): Spread {
  return { df, q: Q > W * (ROUNDING * mu) ** 2 ? Q / df : null };
}

/**
 * The pooled result at a tau2 that is already estimated.
 *
 * @param common the sums at tau2 = 0.
 * @param mean the sums at this tau2.
 */
export function fitAt(
  vi: readonly number[],
  { tau2, converged }: Tau2Fit,
  common: Weighted,
  { W, mu }: Weighted,
  { df, q }: Spread,
  options: PoolingOptions,
): Fit {
  const waldSe = Math.sqrt(1 / W);
  const knhaSe = q === null ? null : Math.sqrt(q / W);
  return {
    k: vi.length,
    mu,
    ...inference({ df, mu, waldSe, knhaSe }, options.test, options.level),
    tau2,
    tau: Math.sqrt(tau2),
    converged,
    heterogeneity: heterogeneity(vi, common.Q, tau2, options.method),
    ...predictionInterval({ df, mu, tau2, waldSe, knhaSe: knhaSe ?? waldSe }, options),
    weights: vi.map((v) => 100 / (v + tau2) / W),
  };
}
