import type { NullReason } from "../../model/analysis";
import type { PoolingOptions } from "../../model/poolingModel";
import { pchisq } from "../distributions/chiSquared";
import { type Fit, pool } from "../pool";
import { leaveOneOut } from "./leaveOneOut";

/** How far one study pulls the pooled result. */
export interface CaseDiagnostics {
  /** The study's effect less the estimate from the others, on the analysis scale. */
  readonly residual: number;
  /** Its standard error, that of a new study's observed effect predicted by the others. */
  readonly residualSe: number;
  /** The externally studentised residual: `residual / residualSe`. */
  readonly rstudent: number;
  /** The change of the fitted value when the study is left out, in its standard errors. */
  readonly dffits: number;
  /** The change of the estimate, in standard errors (left out) of the estimate. */
  readonly dfbetas: number;
  /** The squared change of the estimate over its variance. */
  readonly cooksDistance: number;
  /** Variance of the estimate without the study over that with it; below 1, the study costs precision. */
  readonly covRatio: number;
  /** tau2 and Cochran's Q without the study. */
  readonly tau2Deleted: number;
  readonly QDeleted: number;
  /** Leverage: the study's share of the total weight, from 0 to 1. */
  readonly hat: number;
  /** True where |DFFITS| > 3 √(1 / (k − 1)), Cook's distance passes the median of χ²(1), hat > 3 / k or |DFBETAS| > 1. */
  readonly influential: boolean;
}

/**
 * Case deletion diagnostics of the k studies of a meta-analysis, in their order; or the reason why there are none,
 * where k < 2.
 *
 * Under `knha` every variance carries the factor that Hartung and Knapp estimate in the fit it comes from.
 *
 * @param yi k effects on the analysis scale (log for ratios).
 * @param vi k sampling variances > 0, in squared units of `yi`.
 * @param deleted what `leaveOneOut` gives for the same studies and model: nearly all the work, where it is at hand.
 * @throws RangeError as `pool`.
 *
 * Viechtbauer & Cheung (2010), Res Synth Methods 1:112–125, doi:10.1002/jrsm.11, for one coefficient.
 */
export function caseDiagnostics(
  yi: readonly number[],
  vi: readonly number[],
  model: PoolingOptions,
  deleted: ReturnType<typeof leaveOneOut> = leaveOneOut(yi, vi, model),
): readonly CaseDiagnostics[] | { readonly reason: NullReason } {
  if ("reason" in deleted) return deleted;
  const full = pool(yi, vi, model);
  return deleted.map((rest, i) => diagnose(i, yi[i]!, vi, full, rest));
}

function diagnose(i: number, y: number, vi: readonly number[], full: Fit, rest: Fit): CaseDiagnostics {
  const k = vi.length;
  const { tau2 } = rest;
  const marginal = vi[i]! + tau2;
  const allWeight = totalWeight(vi, tau2);
  const factor = rest.se ** 2 * (allWeight - 1 / marginal);
  const change = full.mu - rest.mu;
  const residual = y - rest.mu;
  const residualSe = Math.sqrt(factor * marginal + rest.se ** 2);
  const hat = full.weights[i]! / 100;
  const dffits = change / Math.sqrt(factor * hat * marginal);
  const dfbetas = change * Math.sqrt(allWeight / factor);
  const cooksDistance = (change / full.se) ** 2;
  const influential =
    Math.abs(dffits) > 3 * Math.sqrt(1 / (k - 1)) ||
    pchisq(cooksDistance, 1).lower > 0.5 ||
    hat > 3 / k ||
    Math.abs(dfbetas) > 1;
  return {
    residual,
    residualSe,
    rstudent: residual / residualSe,
    dffits,
    dfbetas,
    cooksDistance,
    covRatio: (rest.se / full.se) ** 2,
    tau2Deleted: tau2,
    QDeleted: rest.heterogeneity?.Q ?? 0,
    hat,
    influential,
  };
}

function totalWeight(vi: readonly number[], tau2: number): number {
  let W = 0;
  for (const v of vi) W += 1 / (v + tau2);
  return W;
}
