import { pnorm } from "../distributions/normal";

const BEYOND = 40; // where the normal density is 0 to all digits

/** The normal distribution at a cut, and its derivatives by the mean and by the variance η² of the effects. */
export interface Cut {
  readonly lower: number;
  readonly upper: number;
  readonly m: number;
  readonly t: number;
  readonly mm: number;
  readonly mt: number;
  readonly tt: number;
}

export const ABOVE_ALL: Cut = { lower: 1, upper: 0, m: 0, t: 0, mm: 0, mt: 0, tt: 0 };
export const BELOW_ALL: Cut = { lower: 0, upper: 1, m: 0, t: 0, mm: 0, mt: 0, tt: 0 };

/** Of Φ(c) with c = (b − mu) / η, for a cut at the effect b. */
export function cutAt(b: number, mu: number, eta2: number): Cut {
  const eta = Math.sqrt(eta2);
  const c = (b - mu) / eta;
  if (c > BEYOND) return ABOVE_ALL;
  if (c < -BEYOND) return BELOW_ALL;
  const { lower, upper } = pnorm(c);
  const density = Math.exp((-c * c) / 2) / Math.sqrt(2 * Math.PI);
  return {
    lower,
    upper,
    m: -density / eta,
    t: (-c * density) / (2 * eta2),
    mm: (-c * density) / eta2,
    mt: (density * (1 - c * c)) / (2 * eta2 * eta),
    tt: (c * density * (3 - c * c)) / (4 * eta2 * eta2),
  };
}
