import { conclude } from "../../model/conclusion";
import { DEFAULT_LOOK } from "../../model/look";
import type { Influence } from "../../model/sensitivity";
import type { Scene } from "../../scene/scene";
import { seriesKey } from "../../words/sensitivity/series";
import { oneStudyDoubt } from "../../words/sensitivity/studyDoubts";
import { emptyFigure } from "../emptyFigure";
import type { ForestInput } from "../forestInput";
import { studyLabel } from "../summaryText";
import { cellTitle } from "./cellCaption";
import { cellStudies } from "./cellStudies";
import { namesOf, type SeriesOptions, type SeriesRow } from "./series";
import { seriesScene } from "./seriesScene";

/** The pooled result without each study in turn, in CSS pixels, in the order of the forest plot and on its axis. */
export function leaveOneOutScene(input: ForestInput, influence: Influence, options: SeriesOptions): Scene {
  const { overall, conclusion, studies } = influence;
  const { analysis, descriptor } = input;
  if (!overall) return emptyFigure(input, options.width, options.theme);
  const nameOf = (rowId: number) => studyLabel(input.rows(rowId));
  const found = new Map(studies.map((study) => [study.rowId, study]));
  const { sort } = options.look ?? DEFAULT_LOOK;
  const rows = cellStudies(input, sort).map(({ rowId, state }): SeriesRow => {
    const isOut = state === "excluded";
    const without = isOut ? null : (found.get(rowId)?.without ?? null);
    return {
      ...{
        rowId,
        names: namesOf(input.rows(rowId)),
        pooled: without,
        isShown: true,
        isOut,
        note: isOut ? "left out" : "",
      },
      isOther: without !== null && conclude(without) !== conclusion,
    };
  });
  const text = oneStudyDoubt(influence, descriptor, nameOf).text;
  const hasOther = rows.some(({ isOther }) => isOther);
  const notes = [text, seriesKey(analysis.model.level, descriptor, hasOther)];
  return seriesScene(
    input,
    { title: `Leave one out: ${cellTitle(input)}`, description: text, head: "Without", rows, overall, notes },
    options,
  );
}
