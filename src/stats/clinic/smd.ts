import { pnorm, qnorm } from "../distributions/normal";

/** How a standardised mean difference is turned into a log odds ratio: by a logistic curve, or by Cox's constant. */
export type OddsRatioRule = "hasselblad-hedges" | "cox";

/** Log odds per standard deviation. */
const LOG_ODDS: Readonly<Record<OddsRatioRule, number>> = {
  "hasselblad-hedges": Math.PI / Math.sqrt(3),
  cox: 1.65,
};

/**
 * A standardised mean difference on a familiar scale, in that scale's units. It rises with `smd`, so the limits of an
 * interval are re-expressed in the same way; so do the functions below.
 *
 * @param sd the familiar scale's standard deviation among such patients, > 0.
 * @throws RangeError unless smd is finite and sd > 0.
 *
 * Higgins & Green (2011), Cochrane Handbook version 5.1, chapter 12.
 */
export function smdToScale(smd: number, sd: number): number {
  requireSmd("smdToScale", smd);
  if (!(sd > 0 && sd < Infinity)) throw new RangeError(`smdToScale: standard deviation ${sd}`);
  return smd * sd;
}

/**
 * The log odds ratio of a higher outcome that a standardised mean difference comes to, whatever the cut. Standard
 * errors scale by the same factor.
 *
 * @throws RangeError unless smd is finite.
 *
 * Hasselblad & Hedges (1995), Psychol Bull 117:167–178, doi:10.1037/0033-2909.117.1.167: π / √3. Cox (1970), Analysis
 * of Binary Data: 1.65.
 */
export function smdToLogOddsRatio(smd: number, rule: OddsRatioRule): number {
  requireSmd("smdToLogOddsRatio", smd);
  return smd * LOG_ODDS[rule];
}

/**
 * The probability that a patient of arm 1 has a higher outcome than one of arm 2: Φ(smd / √2).
 *
 * @throws RangeError unless smd is finite.
 *
 * McGraw & Wong (1992), Psychol Bull 111:361–365, doi:10.1037/0033-2909.111.2.361.
 */
export function smdToSuperiority(smd: number): number {
  requireSmd("smdToSuperiority", smd);
  return pnorm(smd / Math.SQRT2).lower;
}

/**
 * The share of arm 1 above the cut that a share `baseline` of arm 2 is above: Φ(smd + Φ⁻¹(baseline)). Its difference
 * from `baseline` goes to `numberNeeded`.
 *
 * @param baseline from 0 to 1.
 * @throws RangeError unless smd is finite and 0 <= baseline <= 1.
 *
 * Furukawa & Leucht (2011), PLoS One 6:e19070, doi:10.1371/journal.pone.0019070.
 */
export function smdToRisk(smd: number, baseline: number): number {
  requireSmd("smdToRisk", smd);
  if (!(baseline >= 0 && baseline <= 1)) throw new RangeError(`smdToRisk: baseline ${baseline}`);
  if (baseline === 0 || baseline === 1) return baseline;
  return pnorm(smd + qnorm(baseline)).lower;
}

function requireSmd(name: string, smd: number): void {
  if (!Number.isFinite(smd)) throw new RangeError(`${name}: a standardised mean difference of ${smd}`);
}
