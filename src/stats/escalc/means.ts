import type { SmdVariance } from "../../model/poolingModel";
import type { MeansData } from "../../model/study";
import { log1pMinus, stirlingError } from "../distributions/logGamma";
import type { EffectOrReason } from "./effect";

/** Mean difference, arm 1 minus arm 2, in the unit of the data; the variances of the arms are not pooled. */
export function meanDifference({ m1i, sd1i, n1i, m2i, sd2i, n2i }: MeansData): EffectOrReason {
  if (n1i < 2 || n2i < 2) return { reason: "too-few" };
  return { yi: m1i - m2i, vi: sd1i ** 2 / n1i + sd2i ** 2 / n2i };
}

/**
 * Hedges' g: the mean difference in pooled standard deviations, corrected for its bias in small samples.
 *
 * `LS`: exact correction, variance 1/n1 + 1/n2 + g²/(2N) (Hedges 1981, doi:10.3102/10769986006002107; Hedges & Olkin
 * 1985, ch. 5). `RevMan`: correction 1 − 3/(4N − 9), variance 1/n1 + 1/n2 + g²/(2(N − 3.94)) (Deeks & Higgins 2010,
 * Statistical algorithms in Review Manager 5).
 */
export function standardisedMeanDifference(data: MeansData, variance: SmdVariance): EffectOrReason {
  const { m1i, sd1i, n1i, m2i, sd2i, n2i } = data;
  if (n1i < 2 || n2i < 2) return { reason: "too-few" };
  const N = n1i + n2i;
  const pooledSd = Math.sqrt(((n1i - 1) * sd1i ** 2 + (n2i - 1) * sd2i ** 2) / (N - 2));
  const d = (m1i - m2i) / pooledSd;
  const g = d * (variance === "LS" ? biasCorrection(N - 2) : 1 - 3 / (4 * N - 9));
  const spread = 2 * (variance === "LS" ? N : N - 3.94);
  return { yi: g, vi: 1 / n1i + 1 / n2i + g ** 2 / spread };
}

/**
 * Γ(m/2) / (√(m/2) Γ((m−1)/2)), Hedges (1981) eq. 6e. Both gammas are written by Stirling's formula and its error, so
 * that large m does not cancel their digits away.
 */
function biasCorrection(m: number): number {
  const h = m / 2;
  const log = -(h - 1) * log1pMinus(-0.5 / h) - 0.5 / h + stirlingError(h) - stirlingError(h - 0.5);
  return Math.exp(log);
}
