import { compareLabels } from "../../data/order";
import type { Dataset } from "../../model/descriptor";
import type { AskedOf } from "../../model/exploration";
import type { Cumulative, CumulativeStep } from "../../model/sensitivity";
import { participants, type Row } from "../../model/study";
import { cumulative as accumulate } from "../../stats/index";
import { pooledOf } from "../poolable";
import { type Included, included, refitIncluded } from "./included";

/** The pooled results of the question's cell as its studies join one after the other. */
export function cumulative(dataset: Dataset, { question, by }: AskedOf<"cumulative">): Cumulative {
  const studies = included(dataset, question);
  const { analysis, rows, yi, vi } = studies;
  if (rows.length === 0) return { measure: analysis.measure, steps: [] };
  const order = joining(studies, by);
  const joined = order.map((place) => rows[place]!);
  const refit = refitIncluded(studies);
  const fits =
    analysis.model.weighting === "IV"
      ? accumulate(yi, vi, order, analysis.model)
      : order.map((_, last) => refit(order.slice(0, last + 1)));
  const steps = joined.flatMap(({ id: rowId, studyId }, i): CumulativeStep[] => {
    const fit = fits[i];
    return fit ? [{ rowId, studyId, pooled: pooledOf(fit, joined.slice(0, i + 1)) }] : [];
  });
  return { measure: analysis.measure, steps };
}

/** Places of the studies in the order in which they join: oldest, most precise, largest, lowest effect first. */
function joining({ rows, yi, vi }: Included, by: string): number[] {
  const places = rows.map((_, i) => i);
  const keys: Readonly<Record<string, (i: number) => number | string | null>> = {
    year: (i) => rows[i]!.year,
    precision: (i) => vi[i]!,
    n: (i) => negative(participants(rows[i]!)),
    effect: (i) => yi[i]!,
  };
  const key = Object.hasOwn(keys, by) ? keys[by]! : (i: number) => columnOf(rows[i]!, by);
  return places.sort((a, b) => compareKeys(key(a), key(b)) || a - b);
}

function columnOf(row: Row, name: string): string | number | null {
  return row.columns[name] ?? null;
}

function negative(n: number | null): number | null {
  return n === null ? null : -n;
}

/** Numbers by size, texts in natural order, what is missing last. */
function compareKeys(a: number | string | null, b: number | string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (typeof a === "number" && typeof b === "number") return a - b;
  return compareLabels(String(a), String(b));
}
