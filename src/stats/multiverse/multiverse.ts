import type { Method, Predint, Test } from "../../model/poolingModel";
import { conclude } from "../../model/sensitivity";
import { predictionInterval } from "../prediction";
import { requireStudies } from "../requireStudies";
import { type Core, fitCore, intervalReach, type Reaches, reachesOf } from "./core";
import type { Choices, EffectSet, Universe, UniversePrediction } from "./universe";

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

/** Everything that was tried. */
export interface Multiverse {
  /** In the order set, left out, method, test. */
  readonly universes: readonly Universe[];
  /** In the order set, left out, method, kind of interval; none where a fit has none. */
  readonly predictions: readonly UniversePrediction[];
}

/**
 * The results of all combinations of the choices; a confidence interval does not depend on the kind of prediction
 * interval, nor that on the test. Each is that of `pool` under the same choices, without the p-values.
 *
 * @throws RangeError as `pool`, for any set.
 *
 * Steegen, Tuerlinckx, Gelman & Vanpaemel (2016), Perspect Psychol Sci 11:702–712, doi:10.1177/1745691616658637.
 */
export function multiverse(request: MultiverseRequest): Multiverse {
  const found: Found = { universes: [], predictions: [] };
  for (const { key, yi, vi } of request.sets) {
    requireStudies("multiverse", yi, vi);
    const all = reaches(yi.length, request);
    addAll(found, request, key, null, yi, vi, all);
    if (!request.leaveOneOut || yi.length === 1) continue;
    const rest = reaches(yi.length - 1, request);
    for (let left = 0; left < yi.length; left++) {
      addAll(found, request, key, left, yi.toSpliced(left, 1), vi.toSpliced(left, 1), rest);
    }
  }
  return found;
}

interface Found {
  readonly universes: Universe[];
  readonly predictions: UniversePrediction[];
}

/** The reaches of prediction intervals beside those of confidence intervals. */
interface AllReaches extends Reaches {
  /** The kinds of prediction interval that k studies have, each with its reach where the standard error is 1. */
  readonly predint: readonly { readonly kind: Predint; readonly reach: number; readonly isKnha: boolean }[];
}

function reaches(k: number, { level, predints }: MultiverseRequest): AllReaches {
  const unit = { df: k - 1, mu: 0, tau2: 0, waldSe: 1, knhaSe: 1 };
  const model = { method: "DL", test: "z", level } as const;
  const found = predints.flatMap((kind) => {
    const { predint } = predictionInterval(unit, { ...model, predint: kind });
    return predint ? [{ kind, reach: predint.piUb, isKnha: kind.startsWith("HK") }] : [];
  });
  return { ...reachesOf(k, level), predint: found };
}

function addAll(
  { universes, predictions }: Found,
  request: MultiverseRequest,
  set: string,
  leftOut: number | null,
  yi: readonly number[],
  vi: readonly number[],
  reach: AllReaches,
): void {
  for (const method of request.methods) {
    const core = fitCore(yi, vi, method);
    const excluding: Predint[] = [];
    // Under the common effect a new study has the effect of all: there is nothing to predict.
    for (const kind of method === "EE" ? [] : reach.predint) {
      const prediction = predicted(core, kind);
      if (prediction.conclusion !== "uncertain") excluding.push(kind.kind);
      predictions.push({ set, method, predint: kind.kind, leftOut, ...prediction });
    }
    for (const test of request.tests) {
      // Field by field: copying objects together takes as long as the fits.
      const { k, mu, se, ciLb, ciUb, tau2, I2, conclusion } = testedBy(core, test, reach);
      universes.push({ set, method, test, leftOut, k, mu, se, ciLb, ciUb, tau2, I2, conclusion, excluding });
    }
  }
}

type Tested = Omit<Universe, keyof Choices | "excluding">;

function testedBy(core: Core, test: Test, reach: Reaches): Tested {
  const { k, mu, tau2, I2 } = core;
  const { se, half } = intervalReach(core, test, reach);
  const ciLb = mu - half;
  const ciUb = mu + half;
  return { k, mu, se, ciLb, ciUb, tau2, I2, conclusion: conclude({ ciLb, ciUb }) };
}

type Predicted = Pick<UniversePrediction, "piLb" | "piUb" | "conclusion">;

function predicted({ mu, tau2, waldSe, knhaSe }: Core, kind: AllReaches["predint"][number]): Predicted {
  const half = kind.reach * Math.sqrt(tau2 + (kind.isKnha ? knhaSe : waldSe) ** 2);
  const piLb = mu - half;
  const piUb = mu + half;
  return { piLb, piUb, conclusion: conclude({ ciLb: piLb, ciUb: piUb }) };
}
