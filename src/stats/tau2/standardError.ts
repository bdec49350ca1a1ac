import type { Method } from "../../model/poolingModel";
import { requireStudies } from "../requireStudies";

/** Why an estimate of tau2 has no standard error here: k = 1, tau2 held at 0, or an estimator without a known one. */
export type NoTau2Error = "needs-two-studies" | "common-effect-model" | "not-for-this-method";

/**
 * The standard error of tau2, in squared units of the effects, at the estimate given: from the expected information for
 * ML and REML, from the variance of the quadratic form of the effects for DL and HE.
 *
 * @param vi k sampling variances > 0.
 * @param tau2 the estimate, >= 0.
 * @throws RangeError as `requireStudies`, or for a tau2 that is not a number >= 0.
 *
 * ML and REML: Viechtbauer (2005), doi:10.3102/10769986030003261. DL: Biggerstaff & Tweedie (1997), Stat Med 16:753–768,
 * eq. for Var(Q). HE: the same for the unweighted sum of squares, Var(y'Ay) = 2 tr(AVAV).
 */
export function seOfTau2(
  vi: readonly number[],
  tau2: number,
  method: Method,
): number | { readonly reason: NoTau2Error } {
  requireStudies("seOfTau2", vi, vi);
  if (!(tau2 >= 0 && tau2 < Infinity)) throw new RangeError(`seOfTau2: tau2 ${tau2}`);
  if (method === "EE") return { reason: "common-effect-model" };
  if (vi.length < 2) return { reason: "needs-two-studies" };
  switch (method) {
    case "ML":
      return Math.sqrt(2 / squares(vi, tau2));
    case "REML":
      return Math.sqrt(2 / traceOfPP(vi, tau2));
    case "DL":
      return seOfDL(vi, tau2);
    case "HE":
      return seOfHE(vi, tau2);
    default:
      return { reason: "not-for-this-method" };
  }
}

/** Sum of wi², wi = 1 / (vi + tau2). */
function squares(vi: readonly number[], tau2: number): number {
  return vi.reduce((sum, v) => sum + 1 / (v + tau2) ** 2, 0);
}

/**
 * tr(PP) = sum w² − 2 sum w³ / W + (sum w² / W)², P being the weights' projection off the mean. Summed over P's own
 * entries, wi (W − wi) / W on its diagonal and −wi wj / W beside it, so that a dominating study does not cancel it away.
 */
function traceOfPP(vi: readonly number[], tau2: number): number {
  const after = new Float64Array(vi.length + 1); // weights of the later studies
  for (let i = vi.length - 1; i >= 0; i--) after[i] = after[i + 1]! + 1 / (vi[i]! + tau2);
  const W = after[0]!;
  let before = 0;
  let beforeSquares = 0;
  let sum = 0;
  for (let i = 0; i < vi.length; i++) {
    const w = 1 / (vi[i]! + tau2);
    sum += (w / W) ** 2 * ((before + after[i + 1]!) ** 2 + 2 * beforeSquares);
    before += w;
    beforeSquares += w * w;
  }
  return sum;
}

function seOfDL(vi: readonly number[], tau2: number): number {
  let W = 0;
  let pairs = 0;
  for (const v of vi) {
    pairs += W / v;
    W += 1 / v;
  }
  const C = (2 * pairs) / W;
  return Math.sqrt(2 * (vi.length - 1) + 4 * C * tau2 + 2 * traceOfPP(vi, 0) * tau2 * tau2) / C;
}

function seOfHE(vi: readonly number[], tau2: number): number {
  const k = vi.length;
  let sum = 0;
  let sumSquares = 0;
  for (const v of vi) {
    sum += v + tau2;
    sumSquares += (v + tau2) ** 2;
  }
  return Math.sqrt(2 * ((1 - 2 / k) * sumSquares + (sum / k) ** 2)) / (k - 1);
}
