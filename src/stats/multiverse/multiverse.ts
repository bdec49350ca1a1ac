import { conclusionCode } from "../../model/conclusion";
import type { Predint } from "../../model/poolingModel";
import { NONE_LEFT_OUT } from "../../model/specifications";
import { predictionInterval } from "../prediction";
import { requireStudies } from "../requireStudies";
import { type Core, fitCore, intervalReach, type Reaches, reachesOf } from "./core";
import type { MultiverseRequest, UniversePredictions, Universes } from "./universe";

/** Everything that was tried. */
export interface Multiverse {
  /** In the order set, left out, method, test. */
  readonly universes: Universes;
  /** In the order set, left out, method, kind of interval; none where a fit has none. */
  readonly predictions: UniversePredictions;
}

const UNCERTAIN = conclusionCode(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);

/**
 * The results of all combinations of the choices; a confidence interval does not depend on the kind of prediction
 * interval, nor that on the test. Each is that of `pool` under the same choices, without the p-values.
 *
 * @throws RangeError as `pool`, for any set.
 *
 * Steegen, Tuerlinckx, Gelman & Vanpaemel (2016), Perspect Psychol Sci 11:702–712, doi:10.1177/1745691616658637.
 */
export function multiverse(request: MultiverseRequest): Multiverse {
  const found = roomFor(request);
  request.sets.forEach(({ yi, vi }, set) => {
    requireStudies("multiverse", yi, vi);
    addAll(found, request, { set, leftOut: NONE_LEFT_OUT }, yi, vi, reaches(yi.length, request));
    if (!request.leaveOneOut || yi.length === 1) return;
    const rest = reaches(yi.length - 1, request);
    for (let leftOut = 0; leftOut < yi.length; leftOut++) {
      addAll(found, request, { set, leftOut }, yi.toSpliced(leftOut, 1), vi.toSpliced(leftOut, 1), rest);
    }
  });
  return found;
}

/** Columns that grow in length as they are filled. */
type Filling<Columns extends { readonly length: number }> = Omit<Columns, "length"> & { length: number };

interface Found {
  readonly universes: Filling<Universes>;
  readonly predictions: Filling<UniversePredictions>;
}

/** Room for all that can be tried; prediction intervals may be fewer, whose columns then end in zeros. */
function roomFor({ sets, methods, tests, predints, leaveOneOut }: MultiverseRequest): Found {
  const fits =
    sets.reduce((sum, { yi }) => sum + 1 + (leaveOneOut && yi.length > 1 ? yi.length : 0), 0) * methods.length;
  return {
    universes: {
      ...chosen(fits * tests.length),
      test: new Uint8Array(fits * tests.length),
      k: new Uint32Array(fits * tests.length),
      ...numbers(["mu", "se", "ciLb", "ciUb", "tau2", "I2"], fits * tests.length),
      excluding: new Uint8Array(fits * tests.length),
    },
    predictions: {
      ...chosen(fits * predints.length),
      predint: new Uint8Array(fits * predints.length),
      ...numbers(["piLb", "piUb"], fits * predints.length),
    },
  };
}

function chosen(n: number) {
  const [set, method, conclusion] = [new Uint8Array(n), new Uint8Array(n), new Uint8Array(n)];
  return { length: 0, set, method, conclusion, leftOut: new Int32Array(n) };
}

function numbers<Name extends string>(names: readonly Name[], n: number): Record<Name, Float64Array> {
  return Object.fromEntries(names.map((name) => [name, new Float64Array(n)])) as Record<Name, Float64Array>;
}

/** The reaches of prediction intervals beside those of confidence intervals. */
interface AllReaches extends Reaches {
  /** The kinds of prediction interval that k studies have, each with its reach where the standard error is 1. */
  readonly predint: readonly PredictionReach[];
}

interface PredictionReach {
  /** Place among the request's kinds. */
  readonly kind: number;
  readonly reach: number;
  readonly isKnha: boolean;
}

function reaches(k: number, { level, predints }: MultiverseRequest): AllReaches {
  const unit = { df: k - 1, mu: 0, tau2: 0, waldSe: 1, knhaSe: 1 };
  const model = { method: "DL", test: "z", level } as const;
  const found = predints.flatMap((predint: Predint, kind): PredictionReach[] => {
    const unitInterval = predictionInterval(unit, { ...model, predint }).predint;
    return unitInterval ? [{ kind, reach: unitInterval.piUb, isKnha: predint.startsWith("HK") }] : [];
  });
  return { ...reachesOf(k, level), predint: found };
}

/** Which studies a fit is of. */
interface Part {
  readonly set: number;
  readonly leftOut: number;
}

function addAll(
  { universes, predictions }: Found,
  request: MultiverseRequest,
  part: Part,
  yi: readonly number[],
  vi: readonly number[],
  reach: AllReaches,
): void {
  request.methods.forEach((name, method) => {
    const core = fitCore(yi, vi, name);
    let excluding = 0;
    // Under the common effect a new study has the effect of all: there is nothing to predict.
    for (const kind of name === "EE" ? [] : reach.predint) {
      if (addPrediction(predictions, part, method, core, kind) !== UNCERTAIN) excluding |= 1 << kind.kind;
    }
    request.tests.forEach((test, place) => {
      const at = universes.length++;
      const { se, half } = intervalReach(core, test, reach);
      universes.set[at] = part.set;
      universes.leftOut[at] = part.leftOut;
      universes.method[at] = method;
      universes.test[at] = place;
      universes.k[at] = core.k;
      universes.mu[at] = core.mu;
      universes.se[at] = se;
      universes.ciLb[at] = core.mu - half;
      universes.ciUb[at] = core.mu + half;
      universes.tau2[at] = core.tau2;
      universes.I2[at] = core.I2 ?? Number.NaN;
      universes.conclusion[at] = conclusionCode(core.mu - half, core.mu + half);
      universes.excluding[at] = excluding;
    });
  });
}

/** Adds one prediction interval, and gives its conclusion's code. */
function addPrediction(
  predictions: Found["predictions"],
  { set, leftOut }: Part,
  method: number,
  { mu, tau2, waldSe, knhaSe }: Core,
  { kind, reach, isKnha }: PredictionReach,
): number {
  const at = predictions.length++;
  const half = reach * Math.sqrt(tau2 + (isKnha ? knhaSe : waldSe) ** 2);
  const conclusion = conclusionCode(mu - half, mu + half);
  predictions.set[at] = set;
  predictions.leftOut[at] = leftOut;
  predictions.method[at] = method;
  predictions.predint[at] = kind;
  predictions.piLb[at] = mu - half;
  predictions.piUb[at] = mu + half;
  predictions.conclusion[at] = conclusion;
  return conclusion;
}
