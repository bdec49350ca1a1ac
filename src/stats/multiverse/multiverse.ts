import type { Pooled } from "../../model/analysis";
import type { Method, Predint, Test } from "../../model/poolingModel";
import { conclude } from "../../model/sensitivity";
import { criticalValue } from "../interval";
import { predictionInterval } from "../prediction";
import { requireStudies } from "../requireStudies";
import { TAU2 } from "../tau2/tau2";
import { weightBeyondOne, weighted } from "../weighted";
import type { Choices, EffectSet, Universe } from "./universe";

const ROUNDING = 1e-14; // as in `pool`: residuals below this part of the estimate are not variation

/** Every value of every choice that is to be tried. */
export interface MultiverseRequest {
  readonly sets: readonly EffectSet[];
  readonly methods: readonly Method[];
  readonly tests: readonly Test[];
  readonly predints: readonly Predint[];
  /** Level of the confidence and prediction intervals, as a proportion: 0.95. */
  readonly level: number;
  /** Whether each study is also left out in turn, where two or more are there. */
  readonly leaveOneOut: boolean;
}

/** What the tests and prediction intervals of one fit share. */
interface Core {
  readonly k: number;
  readonly mu: number;
  readonly tau2: number;
  readonly I2: number | null;
  readonly waldSe: number;
  readonly knhaSe: number;
  /** False where Hartung-Knapp has nothing to go by, and gives way to Wald. */
  readonly varies: boolean;
}

/**
 * The results of all combinations of the choices, in the order set, left out, method, test, prediction interval. Each is
 * that of `pool` under the same choices, without the p-values.
 *
 * @throws RangeError as `pool`, for any set.
 *
 * Steegen, Tuerlinckx, Gelman & Vanpaemel (2016), Perspect Psychol Sci 11:702–712, doi:10.1177/1745691616658637.
 */
export function multiverse(request: MultiverseRequest): readonly Universe[] {
  const universes: Universe[] = [];
  for (const { key, yi, vi } of request.sets) {
    requireStudies("multiverse", yi, vi);
    const all = reaches(yi.length, request);
    addUniverses(universes, request, key, null, yi, vi, all);
    if (!request.leaveOneOut || yi.length === 1) continue;
    const rest = reaches(yi.length - 1, request);
    for (let left = 0; left < yi.length; left++) {
      addUniverses(universes, request, key, left, yi.toSpliced(left, 1), vi.toSpliced(left, 1), rest);
    }
  }
  return universes;
}

/** How many standard errors the intervals of k studies reach, so that no quantile is found twice: they outcost fits. */
interface Reaches {
  readonly wald: number;
  readonly knha: number;
  /** A prediction interval's of standard error 1, or why there is none. */
  readonly predint: ReadonlyMap<Predint, Pick<Pooled, "predint" | "predintReason">>;
}

function reaches(k: number, { level, predints }: MultiverseRequest): Reaches {
  const unit = { df: k - 1, mu: 0, tau2: 0, waldSe: 1, knhaSe: 1 };
  const model = { method: "DL", test: "z", level } as const;
  return {
    wald: criticalValue(level, null),
    knha: criticalValue(level, k > 1 ? k - 1 : null),
    predint: new Map(predints.map((predint) => [predint, predictionInterval(unit, { ...model, predint })])),
  };
}

function addUniverses(
  universes: Universe[],
  request: MultiverseRequest,
  set: string,
  leftOut: number | null,
  yi: readonly number[],
  vi: readonly number[],
  reach: Reaches,
): void {
  for (const method of request.methods) {
    const core = fitCore(yi, vi, method);
    const predictions = request.predints.map((predint) => predictionOf(core, method, predint, reach));
    for (const test of request.tests) {
      // Field by field: copying objects together takes as long as the fits.
      const { k, mu, se, ciLb, ciUb, tau2, I2, conclusion } = testedBy(core, test, reach);
      for (const [i, predint] of request.predints.entries()) {
        const { interval, predintReason } = predictions[i]!;
        universes.push({
          set,
          method,
          test,
          predint,
          leftOut,
          k,
          mu,
          se,
          ciLb,
          ciUb,
          tau2,
          I2,
          interval,
          predintReason,
          conclusion,
        });
      }
    }
  }
}

type Predicted = Pick<Universe, "interval" | "predintReason">;
type Tested = Omit<Universe, keyof Choices | keyof Predicted>;

function fitCore(yi: readonly number[], vi: readonly number[], method: Method): Core {
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

function testedBy(core: Core, test: Test, reach: Reaches): Tested {
  const { k, mu, tau2, I2 } = core;
  const { se, half } = reachOf(core, test, reach);
  const ciLb = mu - half;
  const ciUb = mu + half;
  return { k, mu, se, ciLb, ciUb, tau2, I2, conclusion: conclude({ ciLb, ciUb }) };
}

/** The standard error and the half width of the interval, by the rules of `inference`. */
function reachOf({ k, waldSe, knhaSe, varies }: Core, test: Test, reach: Reaches): { se: number; half: number } {
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

function predictionOf({ mu, tau2, waldSe, knhaSe }: Core, method: Method, predint: Predint, reach: Reaches): Predicted {
  if (method === "EE") return { interval: null, predintReason: "common-effect-model" };
  const unit = reach.predint.get(predint)!;
  if (!unit.predint) return { interval: null, predintReason: unit.predintReason };
  const half = unit.predint.piUb * Math.sqrt(tau2 + (predint.startsWith("HK") ? knhaSe : waldSe) ** 2);
  return { interval: { piLb: mu - half, piUb: mu + half }, predintReason: null };
}
