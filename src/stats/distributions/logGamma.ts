import { requireShape } from "./domain";

const HALF_LOG_2PI = 0.9189385332046728;
const ONE_MINUS_EULER_GAMMA = 0.42278433509846713;
const STIRLING_FROM = 10;

/** zeta(n) − 1 for n = 2, 3, ... */
const ZETA_MINUS_1 = [
  0.6449340668482264, 0.2020569031595943, 0.08232323371113819, 0.03692775514336993, 0.01734306198444914,
  0.008349277381922827, 0.00407735619794434, 0.0020083928260822143, 9.945751278180853e-4, 4.941886041194645e-4,
  2.460865533080483e-4, 1.2271334757848915e-4, 6.124813505870483e-5, 3.058823630702049e-5, 1.528225940865187e-5,
  7.637197637899763e-6, 3.81729326499984e-6, 1.908212716553939e-6, 9.539620338727962e-7, 4.769329867878064e-7,
  2.38450502727733e-7, 1.1921992596531106e-7, 5.960818905125948e-8, 2.980350351465228e-8, 1.490155482836504e-8,
  7.45071178983543e-9, 3.725334024788457e-9,
];

/** Coefficients of 1/x, 1/x³, 1/x⁵, ... in Stirling's series: B(2n) / (2n (2n − 1)). */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156];

/**
 * log Γ(x) for x > 0; relative error below 1e-13, beside the zeros at 1 and 2 too.
 *
 * The zeta series about 2 (Abramowitz & Stegun 1964, 6.1.33), the recurrence down to it, and from 10 on Stirling's
 * series (6.1.41).
 * @throws RangeError unless x is finite and > 0.
 */
export function lgamma(x: number): number {
  requireShape("lgamma: x", x);
  if (x >= STIRLING_FROM) return (x - 0.5) * (Math.log(x) - 1) - 0.5 + HALF_LOG_2PI + stirlingError(x);
  if (x < 0.5) return lgamma2p(x) - Math.log1p(x) - Math.log(x);
  if (x < 1.5) return lgamma2p(x - 1) - Math.log1p(x - 1);
  let product = 1;
  let rest = x;
  while (rest > 2.5) {
    rest -= 1;
    product *= rest;
  }
  return lgamma2p(rest - 2) + Math.log(product);
}

/** What Stirling's formula misses: log Γ(x) − ((x − ½) log x − x + ½ log 2π), for x > 0. */
export function stirlingError(x: number): number {
  if (x < STIRLING_FROM) return lgamma(x) - ((x - 0.5) * Math.log(x) - x + HALF_LOG_2PI);
  const inverseSquare = 1 / (x * x);
  let sum = 0;
  for (let n = STIRLING.length - 1; n >= 0; n--) sum = sum * inverseSquare + STIRLING[n]!;
  return sum / x;
}

/** log1p(x) − x for x > −1, without the cancellation near 0: the series of 2 atanh(x / (2 + x)). */
export function log1pMinus(x: number): number {
  if (x < -0.5 || x > 1) return Math.log1p(x) - x;
  const r = x / (2 + x);
  const square = r * r;
  let sum = 0;
  let power = 1;
  for (let odd = 3; ; odd += 2) {
    const term = power / odd;
    sum += term;
    if (term <= 1e-17 * sum) break;
    power *= square;
  }
  return r * (2 * square * sum - x);
}

/** log Γ(2 + z) for |z| <= ½. */
function lgamma2p(z: number): number {
  let sum = 0;
  for (let n = ZETA_MINUS_1.length + 1; n >= 2; n--) sum = (ZETA_MINUS_1[n - 2]! / n - sum) * z;
  // The loop leaves sum = z·(c2 − z·(c3 − ...)): the series beyond its first term, divided by z.
  return z * (ONE_MINUS_EULER_GAMMA + sum);
}
