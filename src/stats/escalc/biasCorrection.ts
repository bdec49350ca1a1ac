import { log1pMinus, stirlingError } from "../distributions/logGamma";

/**
 * Logarithm of Hedges' exact correction J(m) = Γ(m/2) / (√(m/2) Γ((m−1)/2)) of a standardised mean difference with
 * m > 1 degrees of freedom. Both gammas are written by Stirling's formula and its error, so that large m does not
 * cancel their digits away. Hedges (1981), doi:10.3102/10769986006002107, eq. 6e.
 */
export function logBiasCorrection(m: number): number {
  const h = m / 2;
  return -(h - 1) * log1pMinus(-0.5 / h) - 0.5 / h + stirlingError(h) - stirlingError(h - 0.5);
}

/** J(m) itself: below 1, and tends to it. */
export function biasCorrection(m: number): number {
  return Math.exp(logBiasCorrection(m));
}
