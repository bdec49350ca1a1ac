import type { Method, PoolingOptions } from "../../model/poolingModel";
import type { TrimFillReason } from "../../model/smallStudy";
import { type Fit, pool } from "../pool";
import { requireStudies } from "../requireStudies";
import { missingSide, type Side } from "./missingSide";
import { type MissingEstimator, missingStudiesSe } from "./missingStudies";
import { type Trimmed, trim } from "./trim";

export interface TrimFillOptions {
  readonly estimator: MissingEstimator;
  /** Where studies are missing; `data`: as `missingSide` reads it from Egger's slope. */
  readonly side: Side | "data";
  /** The model of the centre while trimming: `EE`, as Duval and Tweedie, or an estimator of tau2. */
  readonly trimBy: Method;
  /** The reader's model, of the filled data. */
  readonly model: PoolingOptions;
}

/** A study imputed as the mirror image of an observed one. */
export interface FilledStudy {
  readonly yi: number;
  readonly vi: number;
  /** The place of the study that it mirrors. */
  readonly mirrors: number;
}

export interface TrimFill {
  readonly side: Side;
  /** The number of missing studies, >= 0. */
  readonly k0: number;
  /** The standard error of the estimate that was rounded to k0. */
  readonly k0Se: number;
  /** Probability of a run of k0 + 1 or longer where none is missing; null for L0 and Q0. */
  readonly k0Pval: number | null;
  /** From the innermost study outwards. */
  readonly filled: readonly FilledStudy[];
  /** Observed and filled studies pooled, with weights in that order. */
  readonly fit: Fit;
  /** False where the number of missing studies runs in a circle, or a tau2 stopped early. */
  readonly converged: boolean;
}

/**
 * Trim and fill: estimates how many studies are missing on one side for the effects to be symmetric, imputes them as
 * mirror images of the outermost studies of the other side, and pools all. A sensitivity analysis: asymmetry has other
 * causes than missing studies.
 *
 * Of equal effects the less precise counts as the outer.
 *
 * @param yi k effects on the analysis scale (log for ratios).
 * @param vi k sampling variances > 0, in squared units of `yi`.
 * @throws RangeError as `pool`.
 *
 * Duval & Tweedie (2000), J Am Stat Assoc 95:89–98, doi:10.1080/01621459.2000.10473905, and Biometrics 56:455–463,
 * doi:10.1111/j.0006-341X.2000.00455.x.
 */
export function trimFill(
  yi: readonly number[],
  vi: readonly number[],
  options: TrimFillOptions,
): TrimFill | { readonly reason: TrimFillReason } {
  requireStudies("trimFill", yi, vi);
  if (yi.length === 1) return { reason: "needs-two-studies" };
  const side = options.side === "data" ? missingSide(yi, vi) : options.side;
  if (side === null) return { reason: "no-side" };

  // Turned over where needed, so that the missing studies lie below and the trimmed ones are the last.
  const sign = side === "left" ? 1 : -1;
  const order = yi.map((_, i) => i).sort((a, b) => sign * (yi[a]! - yi[b]!) || vi[a]! - vi[b]!);
  const sortedY = order.map((i) => sign * yi[i]!);
  const sortedV = order.map((i) => vi[i]!);
  const trimmed = trim(sortedY, sortedV, options.estimator, options.trimBy);
  if (trimmed === null) return { reason: "q0-undefined" };

  const outer = order.slice(order.length - trimmed.k0);
  const filled = outer.map((i) => ({ yi: 2 * sign * trimmed.centre - yi[i]!, vi: vi[i]!, mirrors: i }));
  const fit = pool(
    [...yi, ...filled.map((study) => study.yi)],
    [...vi, ...filled.map((study) => study.vi)],
    options.model,
  );
  return { side, ...missing(trimmed, options.estimator, yi.length), filled, fit };
}

function missing(
  { k0, estimate, converged }: Trimmed,
  estimator: MissingEstimator,
  k: number,
): Pick<TrimFill, "k0" | "k0Se" | "k0Pval" | "converged"> {
  const k0Pval = estimator === "R0" ? 0.5 ** (k0 + 1) : null;
  return { k0, k0Se: missingStudiesSe(estimator, estimate, k), k0Pval, converged };
}
