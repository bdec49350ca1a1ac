import type { Clusters } from "./dependentEffects";

/**
 * What each study says at a given within-study variance. Its effects have the covariance B + between·11', with
 * B = diag((1 − rho) v + within) + rho s s' and s = √v, so that its mean by B holds all that it knows of the level above.
 */
export interface StudyMeans {
  /** The mean of each study's effects by B, and its variance 1 / 1'B⁻¹1. */
  readonly mean: number[];
  readonly variance: number[];
  /** tr B⁻¹. */
  readonly trace: number[];
  /** tr B⁻¹ · 1'B⁻¹1 − 1'B⁻²1; 0 for a single effect. */
  readonly pairs: number[];
}

/** Room for the means of so many studies, to be filled by `reduceStudies`. */
export function roomForMeans(studies: number): StudyMeans {
  const room = () => new Array<number>(studies).fill(0);
  return { mean: room(), variance: room(), trace: room(), pairs: room() };
}

/** Writes each study's mean and traces at the within-study variance; B⁻¹ by Sherman and Morrison (1950). */
export function reduceStudies({ y, v, sei, start, studies, rho }: Clusters, within: number, into: StudyMeans): void {
  for (let j = 0; j < studies; j++) {
    const from = start[j]!;
    const origin = y[from]!; // counted from here, so that equal effects have exactly their own mean
    let P = 0; // sums of p = 1 / a, q = s / a and their products, a the diagonal of B − rho s s'
    let Q = 0;
    let PP = 0; // over pairs of different effects, so that one precise effect does not cancel it away
    let QQ = 0;
    let PQ = 0;
    let sQ = 0;
    let Pd = 0;
    let Qd = 0;
    for (let i = from; i < start[j + 1]!; i++) {
      const p = 1 / ((1 - rho) * v[i]! + within);
      const q = sei[i]! * p;
      const d = y[i]! - origin;
      PP += 2 * p * P;
      P += p;
      Q += q;
      QQ += q * q;
      PQ += p * q;
      sQ += sei[i]! * q;
      Pd += p * d;
      Qd += q * d;
    }
    const g = rho / (1 + rho * sQ);
    const precision = P - g * Q * Q;
    into.mean[j] = origin + (Pd - g * Q * Qd) / precision;
    into.variance[j] = 1 / precision;
    into.trace[j] = P - g * QQ;
    into.pairs[j] = PP - g * (P * Q * Q + P * QQ - 2 * Q * PQ);
  }
}
