import type { Analysis } from "../../model/analysis";
import type { Dataset } from "../../model/descriptor";
import type { Question } from "../../model/selection";
import type { Row } from "../../model/study";
import { analyse } from "../analyse";
import { intervalsOf, type Refit, type Reinterval, refitOf } from "../poolable";

/** The studies of the question's cell that enter the overall result, as arrays for the statistics. */
export interface Included {
  readonly analysis: Analysis;
  readonly rows: readonly Row[];
  readonly yi: readonly number[];
  readonly vi: readonly number[];
}

/** The way to pool some of the studies, by their places, as the page pools them all. */
export function refitIncluded({ analysis, rows, yi, vi }: Included): Refit {
  const { measure, model } = analysis;
  return refitOf({ members: rows, yi, vi }, { measure: measure.measure, model });
}

/** The interval of some of the studies, by their places, as the page has that of them all. */
export function intervalsIncluded({ analysis, rows, yi, vi }: Included): Reinterval {
  const { measure, model } = analysis;
  return intervalsOf({ members: rows, yi, vi }, { measure: measure.measure, model });
}

/** The pooled studies of one cell, whatever is compared: timepoints share patients and are never pooled together. */
export function included(dataset: Dataset, { selection, model }: Question): Included {
  const analysis = analyse(dataset, { model, selection: { ...selection, compareBy: null, thenBy: null } });
  const byId = new Map(dataset.rows.map((row) => [row.id, row]));
  const rows: Row[] = [];
  const yi: number[] = [];
  const vi: number[] = [];
  for (const { rowId, effect, state } of analysis.studies) {
    const row = byId.get(rowId);
    if (!row || !effect || state === "excluded") continue;
    rows.push(row);
    yi.push(effect.yi);
    vi.push(effect.vi);
  }
  return { analysis, rows, yi, vi };
}
