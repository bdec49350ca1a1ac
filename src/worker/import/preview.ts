import type { Dataset } from "../../model/descriptor";
import { COCHRANE_2024 } from "../../model/poolingModel";
import type { Selection } from "../../model/selection";
import type { Row } from "../../model/study";
import { analyse, outcomeOf } from "../analyse";
import { effectOf, measuresOf, resolveMeasure } from "../effects";
import type { Preview, PreviewStudy } from "./protocol";

const SHOWN = 50;

/** What a dataset comes to, in short; nothing of none. */
export function previewOf(dataset: Dataset | null): Preview {
  if (!dataset) return { studies: [], count: 0, analysis: null };
  const { rows } = dataset;
  const studies = rows.slice(0, SHOWN).map((row) => studyOf(dataset, row));
  const analysis = analyse(dataset, { selection: fullestCell(rows), model: COCHRANE_2024 });
  return { studies, count: rows.length, analysis };
}

function studyOf(dataset: Dataset, row: Row): PreviewStudy {
  const outcome = outcomeOf(dataset, row.outcome);
  const { measure } = resolveMeasure(null, outcome, measuresOf([row], row.outcome));
  const { effect } = effectOf(row, outcome, measure, COCHRANE_2024);
  const { slab, timepoint, comparator } = row;
  const limits = effect && { yi: effect.yi, ciLb: effect.ciLb, ciUb: effect.ciUb };
  return { slab, outcome: row.outcome, timepoint, comparator, effect: limits };
}

/** The outcome at the timepoint that most rows report; of several the first. */
function fullestCell(rows: readonly Row[]): Selection {
  const counts = new Map<string, { readonly outcome: string; readonly timepoint: string; count: number }>();
  for (const { outcome, timepoint } of rows) {
    const key = JSON.stringify([outcome, timepoint]);
    const cell = counts.get(key) ?? { outcome, timepoint, count: 0 };
    cell.count += 1;
    counts.set(key, cell);
  }
  const [fullest] = [...counts.values()].sort((a, b) => b.count - a.count);
  const { outcome, timepoint } = fullest ?? { outcome: "", timepoint: "" };
  const nothingElse = {
    hiddenComparators: [],
    compareBy: null,
    thenBy: null,
    filters: {},
    excluded: [],
    measure: null,
  };
  return { outcome, timepoint, ...nothingElse };
}
