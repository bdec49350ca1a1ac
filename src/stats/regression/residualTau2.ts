import type { Method } from "../../model/poolingModel";
import type { Tau2Fit } from "../tau2/fit";
import { highestPeakOf } from "../tau2/peaks";
import { solveQ } from "../tau2/solveQ";
import { spread } from "../tau2/spread";
import { type LeastSquares, refit, residualQ, residualQ2, residualTrace, unexplained } from "./leastSquares";
import { likelihoodOf, peakSearch } from "./likelihood";
import { dot } from "./orthonormal";

const UNRESTRICTED = likelihoodOf(false);
const RESTRICTED = likelihoodOf(true);

/**
 * The tau2 that is left between studies with p < k coefficients fitted, by the estimators of one mean with P = W −
 * WX(XᵀWX)⁻¹XᵀW in place of its special case; Morris' equation is Paule and Mandel's here too,
 * and Sidik and Jonkman's crude tau2 is about the plain mean of all effects.
 *
 * Raudenbush (2009), The Handbook of Research Synthesis, ch. 16; Viechtbauer, López-López, Sánchez-Meca & Marín-Martínez
 * (2015), Psychol Methods 20:360–374, doi:10.1037/met0000023.
 */
export function residualTau2(fit: LeastSquares, method: Method): Tau2Fit {
  const { k, p } = fit;
  const df = k - p;
  switch (method) {
    case "EE":
      return atOnce(0);
    case "DL":
      refit(fit, 0);
      return atOnce((residualQ(fit) - df) / residualTrace(fit));
    case "EB":
    case "PM":
      return solveQ((tau2) => {
        refit(fit, tau2);
        return { Q: residualQ(fit), Q2: residualQ2(fit) };
      }, df);
    case "HE":
      return atOnce((dot(fit.y, fit.y) - unexplainedVariance(fit)) / df);
    case "HS":
      refit(fit, 0);
      return atOnce((residualQ(fit) - k) / dot(fit.rootWeight, fit.rootWeight));
    case "ML":
      return highestPeakOf(fit, UNRESTRICTED, peakSearch(fit));
    case "REML":
      return highestPeakOf(fit, RESTRICTED, peakSearch(fit));
    case "SJ": {
      const crude = spread(Array.from(fit.effects)).squares / k;
      refit(fit, crude);
      return atOnce((crude * residualQ(fit)) / df);
    }
  }
}

function atOnce(tau2: number): Tau2Fit {
  return { tau2: Math.max(0, tau2), converged: true };
}

/** What the squared unweighted residuals are expected to be without heterogeneity: sum vi (1 − hi). */
function unexplainedVariance({ vi, X }: LeastSquares): number {
  return vi.reduce((sum, v, i) => sum + v * unexplained(X, i), 0);
}
