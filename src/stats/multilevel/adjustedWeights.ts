import type { Clusters } from "./dependentEffects";
import { eigenvalueBounds, resolvent } from "./resolvent";
import type { WorkingModel } from "./workingModel";

const STEP = 0.25; // of the trapezoid: its error is exp(−π² / STEP), below rounding
const TAIL = 13; // the integrand falls with t⁻³ dt beyond the largest eigenvalue: exp(−3·13) is rounding

/** One study's share in the CR2 variance. */
export interface AdjustedWeights {
  /** g'e: its residuals summed by its adjusted weights g. */
  readonly residual: number;
  /** g'1. */
  readonly total: number;
}

/** The weights of one study before their adjustment. */
export interface StudyWeights {
  readonly study: number;
  /** Row sums of the inverse working covariance of all effects, sorted by study. */
  readonly sums: Float64Array;
  /** The sum of these over the study, and over all others. */
  readonly own: number;
  readonly others: number;
}

/**
 * The adjusted weights g = AΦ⁻¹1 of one study. Φ is its working covariance, E = Φ − 11'/W that of its residuals, and A
 * the symmetric matrix that gives the residuals back what the study's own pull on the mean took: A E A = Φ.
 *
 * A = Φ (EΦ)^−½ whatever root of Φ it is written with, and a matrix to the −½ is (2/π) ∫ (t² + ·)⁻¹ dt over t > 0. With
 * the resolvent r = (Φ − it)⁻¹1, which Sherman and Morrison's formula gives in one pass, this becomes
 *
 *     g = Φ⁻¹1 + (2/π) ∫ Re r · 1'(Im r) / t / (W − 1'Re r) dt,
 *
 * whose factors are positive definite: nothing cancels, however ill-conditioned Φ. Its singularities lie on the
 * imaginary axis, none nearer 0 than c; with t = c sinh u the trapezoidal rule converges exponentially.
 *
 * A: Pustejovsky & Tipton (2018), J Bus Econ Stat 36:672–683, doi:10.1080/07350015.2016.1247004. Integral:
 * Higham (2008), Functions of Matrices, doi:10.1137/1.9780898717778, ch. 6. Trapezoid: Trefethen & Weideman (2014), SIAM
 * Rev 56:385–458, doi:10.1137/130932132.
 */
export function adjustedWeights(
  clusters: Clusters,
  working: WorkingModel,
  { study, sums, own, others }: StudyWeights,
  residuals: Float64Array,
): AdjustedWeights {
  const { start } = clusters;
  let residual = 0;
  for (let i = start[study]!; i < start[study + 1]!; i++) residual += sums[i]! * residuals[i]!;
  let total = own;

  const { smallest, largest } = eigenvalueBounds(clusters, working, study);
  const c = smallest * Math.sqrt(others / (own + others));
  const end = Math.log((2 * largest) / c) + TAIL;
  for (let u = 0; u < end; u += STEP) {
    const t = c * Math.sinh(u);
    const dt = c * Math.cosh(u) * (u === 0 ? STEP / 2 : STEP);
    const r = resolvent(clusters, working, study, t, residuals, sums);
    // W − 1'Re r, without the difference of what cancels where one study has nearly all the weight.
    const rest = others + t * t * r.slopeBy;
    const term = ((2 / Math.PI) * r.slope * dt) / rest;
    residual += term * r.realBy;
    total += term * r.real;
  }
  return { residual, total };
}
