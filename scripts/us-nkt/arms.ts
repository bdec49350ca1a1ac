import type { MeansData } from "../../src/model/study";
import type { Instrument } from "./instruments";
import { between, normal, type Random } from "./random";
import type { Timepoint } from "./vocabulary";

/** What the arms of one trial at one visit are drawn from. */
export interface ArmsPlan {
  readonly instrument: Instrument;
  readonly timepoint: Timepoint;
  readonly n1i: number;
  readonly n2i: number;
  /** How sick the trial's patients are, in standard deviations between trials. */
  readonly severity: number;
  /** Standardised mean difference before the small-sample correction, benefit negative. */
  readonly difference: number;
}

/**
 * Means and standard deviations of both arms to two decimals, as papers print them, whose standardised difference is
 * the planned one up to that rounding; null where this draw would leave the scale or be too skewed to be believed.
 */
export function drawArms(plan: ArmsPlan, random: Random): MeansData | null {
  const { instrument, timepoint, n1i, n2i, severity, difference } = plan;
  const worse = instrument.better === "lower" ? 1 : -1;
  const visit = severity + 0.25 * normal(random);
  const m2i = toPrint(instrument.controlMean[timepoint] + worse * instrument.severity * visit);

  // A large effect has room on the scale only where patients are alike.
  const [least, greatest] = instrument.sd;
  const room = instrument.better === "lower" ? m2i : instrument.max - m2i;
  const most = Math.max(least, Math.min(greatest, room / (1 + Math.abs(difference))));
  const typical = between(random, least, most);
  const sd1i = toPrint(Math.max(least, typical * between(random, 0.85, 1.05)));
  const sd2i = toPrint(Math.max(least, typical * between(random, 0.95, 1.15)));
  const pooledSd = Math.sqrt(((n1i - 1) * sd1i ** 2 + (n2i - 1) * sd2i ** 2) / (n1i + n2i - 2));
  const m1i = toPrint(m2i + worse * difference * pooledSd);

  const arms: MeansData = { kind: "means", m1i, sd1i, n1i, m2i, sd2i, n2i };
  return onScale(m1i, sd1i, instrument) && onScale(m2i, sd2i, instrument) ? arms : null;
}

/** A mean of scores bounded by 0 and max leaves room for most of a standard deviation on both sides. */
function onScale(mean: number, sd: number, { max }: Instrument): boolean {
  return mean > 0.9 * sd && mean < max - 0.9 * sd;
}

function toPrint(value: number): number {
  return Math.round(100 * value) / 100;
}
