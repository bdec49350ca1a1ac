import type { Method, Test } from "../../model/poolingModel";
import { criticalValue } from "../interval";
import { TAU2 } from "../tau2/tau2";
import { weightBeyondOne, weighted } from "../weighted";

const ROUNDING = 1e-14; // as in `pool`: residuals below this part of the estimate are not variation

/** What the tests and prediction intervals of one fit share. */
export interface Core {
  readonly k: number;
  readonly mu: number;
  readonly tau2: number;
  readonly I2: number | null;
  readonly waldSe: number;
  readonly knhaSe: number;
  /** False where Hartung-Knapp has nothing to go by, and gives way to Wald. */
  readonly varies: boolean;
}

/** How many standard errors the confidence intervals of k studies reach: quantiles outcost fits, and are found once. */
export interface Reaches {
  readonly wald: number;
  readonly knha: number;
}

/** @throws RangeError unless 0 < level < 1. */
export function reachesOf(k: number, level: number): Reaches {
  return { wald: criticalValue(level, null), knha: criticalValue(level, k > 1 ? k - 1 : null) };
}

/** A fit as `pool` makes it, without anything that needs a distribution. */
export function fitCore(yi: readonly number[], vi: readonly number[], method: Method): Core {
  const k = yi.length;
  const { tau2 } = TAU2[method](yi, vi);
  const { W, mu, Q } = weighted(yi, vi, tau2);
  const waldSe = Math.sqrt(1 / W);
  const varies = Q > W * (ROUNDING * mu) ** 2;
  const knhaSe = varies ? Math.sqrt(Q / (k - 1) / W) : waldSe;
  return { k, mu, tau2, I2: k > 1 ? iSquared(vi, method, tau2, Q) : null, waldSe, knhaSe, varies };
}

/** I², percent, as `heterogeneity` defines it: from Q under the common effect, else from tau2. */
function iSquared(vi: readonly number[], method: Method, tau2: number, Q: number): number {
  const df = vi.length - 1;
  if (method === "EE") return Q > df ? (100 * (Q - df)) / Q : 0;
  return tau2 > 0 ? (100 * tau2) / (tau2 + df / weightBeyondOne(vi)) : 0;
}

/** The standard error and the half width of the interval, by the rules of `inference`. */
export function intervalReach(
  { k, waldSe, knhaSe, varies }: Core,
  test: Test,
  reach: Reaches,
): { se: number; half: number } {
  const wald = { se: waldSe, half: waldSe * reach.wald };
  if (k < 2 || test === "z") return wald;
  if (test === "t") return { se: waldSe, half: waldSe * reach.knha };
  if (test === "adhoc") {
    const se = varies ? Math.max(waldSe, knhaSe) : waldSe;
    return { se, half: se * reach.knha };
  }
  if (!varies) return wald;
  const knha = { se: knhaSe, half: knhaSe * reach.knha };
  return test === "wider" && wald.half > knha.half ? wald : knha;
}
