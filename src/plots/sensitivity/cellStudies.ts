import type { StudyResult } from "../../model/analysis";
import type { Look } from "../../model/look";
import { isAcrossTime } from "../../model/selection";
import type { PlotInput } from "../forestInput";
import { sortRows } from "../sortRows";

/** A study with an effect of its own, pooled or left out by the reader. */
export type EstimableStudy = StudyResult & { readonly effect: NonNullable<StudyResult["effect"]> };

/**
 * The studies of the one cell whose pooled result is doubted, in the order of the forest plot; those that the reader
 * left out keep their place. Where timepoints stand side by side only the selected one counts.
 */
export function cellStudies(input: PlotInput, sort: Look["sort"] = null): readonly EstimableStudy[] {
  const { analysis, rows } = input;
  const { selection } = analysis;
  const isHere = ({ rowId }: StudyResult) => !isAcrossTime(selection) || rows(rowId).timepoint === selection.timepoint;
  return sortRows(analysis.studies.filter(isEstimable), sort, input).filter(isEstimable).filter(isHere);
}

function isEstimable(study: StudyResult): study is EstimableStudy {
  return study.effect !== null;
}
