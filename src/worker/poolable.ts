import type { Pooled, StudyResult } from "../model/analysis";
import { isTableMeasure } from "../model/appliedModel";
import type { Measure } from "../model/measure";
import type { PoolingModel } from "../model/poolingModel";
import { participants, type Row } from "../model/study";
import { type Fit, type Interval, intervalFinder, pool, poolReady, readyTable } from "../stats/index";

/** Rows that enter a pooled result, with their effects as arrays for the statistics. */
export interface Poolable {
  readonly members: readonly Row[];
  readonly yi: readonly number[];
  readonly vi: readonly number[];
}

/** What effects are pooled by; `model` as it applies to the measure (`appliedModel`). */
export interface Pooling {
  readonly measure: Measure;
  readonly model: PoolingModel;
}

/** Results by row id. */
export type ResultsById = Pick<ReadonlyMap<number, StudyResult>, "get">;

/** The included, estimable ones among rows. */
export function poolable(rows: readonly Row[], results: ResultsById): Poolable {
  const yi: number[] = [];
  const vi: number[] = [];
  const members: Row[] = [];
  for (const row of rows) {
    const result = results.get(row.id);
    if (!result?.effect || result.state === "excluded") continue;
    members.push(row);
    yi.push(result.effect.yi);
    vi.push(result.effect.vi);
  }
  return { members, yi, vi };
}

/** Pools the rows at some places; null where there are none, and where their tables give no result. */
export type Refit = (places: readonly number[]) => Fit | null;

/** Pools rows by inverse variance, or from their tables by Mantel and Haenszel's method; null as `Refit`. */
export function fitRows(part: Poolable, pooling: Pooling): Fit | null {
  return refitOf(part, pooling)(part.members.map((_, place) => place));
}

/** The way to pool the same rows again and again in other parts. */
export function refitOf({ members, yi, vi }: Poolable, { measure, model }: Pooling): Refit {
  if (model.weighting === "IV" || !isTableMeasure(measure)) {
    return (places) => (places.length === 0 ? null : pool(at(yi, places), at(vi, places), model));
  }
  const ready = members.map(({ data }) => (data.kind === "counts" ? readyTable(data, measure, model) : null));
  const options = { ...model, method: model.method === "EE" ? "EE" : "DL" } as const;
  return (places) => {
    const found = poolReady(
      at(ready, places).filter((table) => table !== null),
      measure,
      options,
    );
    return "reason" in found ? null : found;
  };
}

/** The confidence interval of the rows at some places; null as `Refit`. */
export type Reinterval = (places: readonly number[]) => Interval | null;

/** The intervals that `refitOf` gives, for thousands of other parts: nothing but the interval is computed. */
export function intervalsOf(part: Poolable, pooling: Pooling): Reinterval {
  const { measure, model } = pooling;
  if (model.weighting === "MH" && isTableMeasure(measure)) return refitOf(part, pooling);
  const intervalOf = intervalFinder(model);
  const room: { readonly yi: number[]; readonly vi: number[] }[] = []; // by the number of rows: used again each time
  return (places) => {
    const k = places.length;
    if (k === 0) return null;
    room[k] ??= { yi: new Array<number>(k).fill(0), vi: new Array<number>(k).fill(0) };
    const { yi, vi } = room[k];
    for (let i = 0; i < k; i++) {
      yi[i] = part.yi[places[i]!]!;
      vi[i] = part.vi[places[i]!]!;
    }
    return intervalOf(yi, vi);
  };
}

function at<T>(values: readonly T[], places: readonly number[]): T[] {
  return places.map((place) => values[place]!);
}

/** A fit with the participants of its rows. */
export function pooledOf({ weights: _, ...fit }: Fit, rows: readonly Row[]): Pooled {
  const counts = rows.map(participants);
  const N = counts.every((n) => n !== null) ? counts.reduce((sum, n) => sum + n, 0) : null;
  return { ...fit, N };
}
