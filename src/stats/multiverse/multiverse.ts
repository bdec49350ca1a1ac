import type { Pooled } from "../../model/analysis";
import type { Method, Predint, Test } from "../../model/poolingModel";
import { conclude } from "../../model/sensitivity";
import { predictionInterval } from "../prediction";
import { requireStudies } from "../requireStudies";
import { type Core, fitCore, intervalReach, type Reaches, reachesOf } from "./core";
import type { Choices, EffectSet, Universe } from "./universe";

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

/** The reaches of prediction intervals beside those of confidence intervals. */
interface AllReaches extends Reaches {
  /** A prediction interval's of standard error 1, or why there is none. */
  readonly predint: ReadonlyMap<Predint, Pick<Pooled, "predint" | "predintReason">>;
}

function reaches(k: number, { level, predints }: MultiverseRequest): AllReaches {
  const unit = { df: k - 1, mu: 0, tau2: 0, waldSe: 1, knhaSe: 1 };
  const model = { method: "DL", test: "z", level } as const;
  return {
    ...reachesOf(k, level),
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
  reach: AllReaches,
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

function testedBy(core: Core, test: Test, reach: Reaches): Tested {
  const { k, mu, tau2, I2 } = core;
  const { se, half } = intervalReach(core, test, reach);
  const ciLb = mu - half;
  const ciUb = mu + half;
  return { k, mu, se, ciLb, ciUb, tau2, I2, conclusion: conclude({ ciLb, ciUb }) };
}

function predictionOf(
  { mu, tau2, waldSe, knhaSe }: Core,
  method: Method,
  predint: Predint,
  reach: AllReaches,
): Predicted {
  if (method === "EE") return { interval: null, predintReason: "common-effect-model" };
  const unit = reach.predint.get(predint)!;
  if (!unit.predint) return { interval: null, predintReason: unit.predintReason };
  const half = unit.predint.piUb * Math.sqrt(tau2 + (predint.startsWith("HK") ? knhaSe : waldSe) ** 2);
  return { interval: { piLb: mu - half, piUb: mu + half }, predintReason: null };
}
