import type { Clusters } from "./dependentEffects";
import type { WorkingModel } from "./workingModel";

/** A complex number re + i·t·im, where t is the shift: finite differences become derivatives at t = 0. */
interface Complex {
  readonly re: number;
  readonly im: number;
}

/** What r = (Φ − it)⁻¹1 of one study sums to. */
export interface Resolvent {
  /** 1'(Re r) and 1'(Im r) / t. */
  readonly real: number;
  readonly slope: number;
  /** x'(Re r) for the first vector, x'(Im r) / t for the second. */
  readonly realBy: number;
  readonly slopeBy: number;
}

/**
 * Sums of the resolvent of one study's working covariance Φ at a shift t >= 0, by Sherman and Morrison's formula for
 * its diagonal and two shared parts. Φ is positive definite, so that nothing here divides by 0.
 *
 * @param realBy,slopeBy one value per effect, sorted by study.
 */
export function resolvent(
  { v, sei, start }: Clusters,
  { rho, between, within }: WorkingModel,
  study: number,
  t: number,
  realBy: Float64Array,
  slopeBy: Float64Array,
): Resolvent {
  const from = start[study]!;
  const to = start[study + 1]!;
  const tt = t * t;
  let P = 0; // sums of p = 1 / (a − it), of s p and of s² p
  let Pi = 0;
  let Q = 0;
  let Qi = 0;
  let S = 0;
  let Si = 0;
  for (let i = from; i < to; i++) {
    const a = (1 - rho) * v[i]! + within;
    const im = 1 / (a * a + tt);
    const re = a * im;
    const s = sei[i]!;
    P += re;
    Pi += im;
    Q += s * re;
    Qi += s * im;
    S += v[i]! * re;
    Si += v[i]! * im;
  }
  const shared = over({ re: rho * Q, im: rho * Qi }, { re: 1 + rho * S, im: rho * Si }, tt);
  const sum = minus({ re: P, im: Pi }, times(shared, { re: Q, im: Qi }, tt));
  const scale = { re: 1 + between * sum.re, im: between * sum.im };
  const total = over(sum, scale, tt);
  const first = over({ re: 1, im: 0 }, scale, tt);
  const second = times(first, shared, tt);

  let real = 0;
  let slope = 0;
  for (let i = from; i < to; i++) {
    const a = (1 - rho) * v[i]! + within;
    const im = 1 / (a * a + tt);
    const re = a * im;
    const factorRe = first.re - second.re * sei[i]!;
    const factorIm = first.im - second.im * sei[i]!;
    real += realBy[i]! * (re * factorRe - tt * im * factorIm);
    slope += slopeBy[i]! * (re * factorIm + im * factorRe);
  }
  return { real: total.re, slope: total.im, realBy: real, slopeBy: slope };
}

/** Bounds of the eigenvalues of one study's working covariance. */
export function eigenvalueBounds(
  { v, start }: Clusters,
  { rho, between, within }: WorkingModel,
  study: number,
): { readonly smallest: number; readonly largest: number } {
  let smallest = Infinity;
  let largest = 0;
  let shared = 0;
  for (let i = start[study]!; i < start[study + 1]!; i++) {
    const a = (1 - rho) * v[i]! + within;
    smallest = Math.min(smallest, a);
    largest = Math.max(largest, a);
    shared += rho * v[i]! + between;
  }
  return { smallest, largest: largest + shared };
}

function minus(x: Complex, y: Complex): Complex {
  return { re: x.re - y.re, im: x.im - y.im };
}

function times(x: Complex, y: Complex, tt: number): Complex {
  return { re: x.re * y.re - tt * x.im * y.im, im: x.re * y.im + x.im * y.re };
}

function over(x: Complex, y: Complex, tt: number): Complex {
  const size = y.re * y.re + tt * y.im * y.im;
  return { re: (x.re * y.re + tt * x.im * y.im) / size, im: (x.im * y.re - x.re * y.im) / size };
}
