import type { Analysis } from "../../../model/analysis";
import type { SubsetSpread, Subsets } from "../../../model/subsets";
import type { PlotInput } from "../../../plots/forestInput";
import type { GoshCounts } from "../../../stats/index";
import type { GoshJob } from "../../../worker/gosh/client";
import { type SubsetStudy, subsetsJob, subsetsOf } from "../../../worker/gosh/job";

/** What is to be counted for an answer, and what the counts are counts of. */
export interface QuestionedSubsets {
  readonly job: GoshJob;
  readonly subsets: (counts: GoshCounts) => Subsets;
}

/** The subsets of the studies that are pooled; null where there are not two. */
export function questionedSubsets({ analysis, rows }: PlotInput, spread: SubsetSpread): QuestionedSubsets | null {
  const studies = pooledStudies(analysis, rows);
  if (studies.length < 2) return null;
  const job = subsetsJob(studies, analysis.model.method, spread, analysis.overall);
  return { job, subsets: (counts) => subsetsOf(job, counts, analysis.measure, studies) };
}

/** The studies of one cell that enter the result: timepoints share patients, so that only the chosen one counts. */
function pooledStudies({ studies, selection }: Analysis, rows: PlotInput["rows"]): readonly SubsetStudy[] {
  return studies.flatMap(({ rowId, state, effect }) =>
    effect && state === "included" && rows(rowId).timepoint === selection.timepoint
      ? [{ rowId, yi: effect.yi, vi: effect.vi }]
      : [],
  );
}
