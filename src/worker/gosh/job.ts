import type { Pooled } from "../../model/analysis";
import type { MeasureInfo } from "../../model/measure";
import type { Method } from "../../model/poolingModel";
import type { SubsetSpread, Subsets } from "../../model/subsets";
import { type Axis, type GoshCounts, type GoshModel, goshAxes, MAX_EXHAUSTIVE } from "../../stats/index";
import type { GoshJob } from "./client";

const DRAWN = 1_000_000; // random subsets where there are too many to fit all
const SEED = 1;
const MAX_REML = 14; // studies: beyond this REML in every subset takes longer than a reader waits for a toggle
const REACH = 8; // standard errors of the whole result: their estimates scatter by about one
const WIDER = 4; // bins of the axis in one of a study's own

/** A study that enters the subsets: its effect and sampling variance on the analysis scale. */
export interface SubsetStudy {
  readonly rowId: number;
  readonly yi: number;
  readonly vi: number;
}

/**
 * The job that counts the subsets of these studies: all of them up to 25 studies, a million random ones above. tau2 is
 * estimated as the page does it where that is quick enough for every subset, else by DerSimonian and Laird.
 *
 * @param overall the result of all studies, around which random subsets lie close; null where there is none.
 */
export function subsetsJob(
  studies: readonly SubsetStudy[],
  method: Method,
  spread: SubsetSpread,
  overall: Pick<Pooled, "mu" | "se"> | null,
): GoshJob {
  const yi = studies.map((study) => study.yi);
  const vi = studies.map((study) => study.vi);
  const bins = { estimate: 256, spread: spread === "I2" ? 128 : 256 };
  const model = modelFor(method, spread, studies.length);
  const axes = goshAxes(yi, model.spread, bins);
  const isDrawn = studies.length > MAX_EXHAUSTIVE;
  const estimate = isDrawn && overall ? around(overall, axes.estimate) : axes.estimate;
  return {
    request: { yi, vi, model, estimate: edgedAtZero(estimate), spread: axes.spread },
    draw: isDrawn ? { subsets: DRAWN, seed: SEED } : null,
  };
}

/** The part of an axis where random subsets lie, each of about half the studies, and no effect where that is near. */
function around({ mu, se }: Pick<Pooled, "mu" | "se">, { min, max, bins }: Axis): Axis {
  const reach = REACH * se;
  const isNear = Math.abs(mu) < 2 * reach;
  const lo = isNear ? Math.min(mu - reach, -se) : mu - reach;
  const hi = isNear ? Math.max(mu + reach, se) : mu + reach;
  return { min: Math.max(min, lo), max: Math.min(max, hi), bins };
}

/** The same job without one of its studies, on the same axes: what is left of the first counts holds that study. */
export function withoutStudy({ request, draw }: GoshJob, place: number): GoshJob {
  return { request: { ...request, yi: request.yi.toSpliced(place, 1), vi: request.vi.toSpliced(place, 1) }, draw };
}

/** The counts of a job with what they are counts of. */
export function subsetsOf(
  { request, draw }: GoshJob,
  counts: GoshCounts,
  measure: MeasureInfo,
  studies: readonly SubsetStudy[],
): Subsets {
  const { method, spread } = request.model;
  const { joint, estimateByStudy, spreadByStudy, subsets: total } = counts;
  return {
    ...{ measure, method, spread, total, joint, estimateByStudy, spreadByStudy },
    rowIds: studies.map(({ rowId }) => rowId),
    seed: draw?.seed ?? null,
    estimateAxis: request.estimate,
    spreadAxis: request.spread,
  };
}

/** Common effects have no tau2: where it is asked for, they have I². */
function modelFor(method: Method, spread: SubsetSpread, k: number): GoshModel {
  if (method === "EE") return { method: "EE", spread: spread === "k" ? "k" : "I2" };
  return { method: method === "REML" && k <= MAX_REML ? "REML" : "DL", spread };
}

/** The axis a little wider, so that no effect is where one of a study's bins ends: sides are then counted exactly. */
function edgedAtZero({ min, max, bins }: Axis): Axis {
  if (!(min < 0 && max > 0)) return { min, max, bins };
  const step = ((max - min) / (bins - WIDER)) * WIDER;
  const below = Math.ceil(-min / step);
  return { min: -below * step, max: (bins / WIDER - below) * step, bins };
}
