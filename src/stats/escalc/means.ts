import type { SmdVariance } from "../../model/poolingModel";
import type { MeansData } from "../../model/study";
import { biasCorrection, logBiasCorrection } from "./biasCorrection";
import type { EffectOrReason } from "./effect";

/** Mean difference, arm 1 minus arm 2, in the unit of the data; the variances of the arms are not pooled. */
export function meanDifference({ m1i, sd1i, n1i, m2i, sd2i, n2i }: MeansData): EffectOrReason {
  if (n1i < 2 || n2i < 2) return { reason: "too-few" };
  return { yi: m1i - m2i, vi: sd1i ** 2 / n1i + sd2i ** 2 / n2i };
}

/**
 * Hedges' g: the mean difference in pooled standard deviations, corrected for its bias in small samples.
 *
 * `LS`: exact correction J, variance 1/n1 + 1/n2 + g²/(2N) (Hedges 1981, doi:10.3102/10769986006002107; Hedges & Olkin
 * 1985, ch. 5). `UB`: the same g, unbiased variance 1/n1 + 1/n2 + (1 − (m − 2)/(m J²)) g² with m = N − 2 (Hedges 1983;
 * White & Thomas 2005, Clin Trials 2:141–151, doi:10.1191/1740774505cn081oa). `RevMan`: correction 1 − 3/(4N − 9),
 * variance 1/n1 + 1/n2 + g²/(2(N − 3.94)) (Deeks & Higgins 2010, Statistical algorithms in Review Manager 5).
 */
export function standardisedMeanDifference(data: MeansData, variance: SmdVariance): EffectOrReason {
  const { m1i, sd1i, n1i, m2i, sd2i, n2i } = data;
  if (n1i < 2 || n2i < 2) return { reason: "too-few" };
  const N = n1i + n2i;
  const pooledSd = Math.sqrt(((n1i - 1) * sd1i ** 2 + (n2i - 1) * sd2i ** 2) / (N - 2));
  const d = (m1i - m2i) / pooledSd;
  const g = d * (variance === "RevMan" ? 1 - 3 / (4 * N - 9) : biasCorrection(N - 2));
  return { yi: g, vi: 1 / n1i + 1 / n2i + g ** 2 * perSquare(variance, N) };
}

/**
 * Standardised mean difference by the root mean square of the arms' SDs, for arms whose variances differ.
 * Bonett (2008), Psychol Methods 13:99–109, doi:10.1037/1082-989X.13.2.99. His estimate is multiplied with J(N − 2),
 * and his variance, taken at the corrected value g, with its square: metafor's convention.
 */
export function heteroscedasticSmd({ m1i, sd1i, n1i, m2i, sd2i, n2i }: MeansData): EffectOrReason {
  if (n1i < 2 || n2i < 2) return { reason: "too-few" };
  const square = (sd1i ** 2 + sd2i ** 2) / 2;
  const J = biasCorrection(n1i + n2i - 2);
  const g = ((m1i - m2i) / Math.sqrt(square)) * J;
  // Each arm's share of the mean square: their powers neither overflow nor vanish.
  const share1 = sd1i ** 2 / square;
  const share2 = sd2i ** 2 / square;
  const ofSds = (g ** 2 * (share1 ** 2 / (n1i - 1) + share2 ** 2 / (n2i - 1))) / 8;
  return { yi: g, vi: J ** 2 * (ofSds + share1 / (n1i - 1) + share2 / (n2i - 1)) };
}

/**
 * Glass's delta: the mean difference in standard deviations of arm 2, the comparator, corrected by J(n2 − 1); variance
 * 1/n1 + 1/n2 + g²/(2 n2), metafor's. Needs three participants in arm 2. Hedges (1981), doi:10.3102/10769986006002107.
 */
export function glassDelta({ m1i, n1i, m2i, sd2i, n2i }: MeansData): EffectOrReason {
  if (n1i < 2 || n2i < 3) return { reason: "too-few" };
  const g = ((m1i - m2i) / sd2i) * biasCorrection(n2i - 1);
  return { yi: g, vi: 1 / n1i + 1 / n2i + g ** 2 / (2 * n2i) };
}

/**
 * Log ratio of means with its first-order variance; not finite unless both means have one sign. It is the plain log
 * ratio: the second-order correction that metafor applies by default from version 5.0 is not made.
 * Hedges, Gurevitch & Curtis (1999), Ecology 80:1150–1156, doi:10.1890/0012-9658(1999)080[1150:TMAORR]2.0.CO;2.
 */
export function ratioOfMeans({ m1i, sd1i, n1i, m2i, sd2i, n2i }: MeansData): EffectOrReason {
  if (n1i < 2 || n2i < 2) return { reason: "too-few" };
  return { yi: Math.log(m1i / m2i), vi: (sd1i / m1i) ** 2 / n1i + (sd2i / m2i) ** 2 / n2i };
}

/** What g² is multiplied with in the variance of g, for N participants in both arms. */
function perSquare(variance: SmdVariance, N: number): number {
  if (variance === "LS") return 1 / (2 * N);
  if (variance === "RevMan") return 1 / (2 * (N - 3.94));
  const m = N - 2;
  // 1 − (m − 2)/(m J²) by logarithms, as both terms tend to 1.
  return -Math.expm1(Math.log1p(-2 / m) - 2 * logBiasCorrection(m));
}
