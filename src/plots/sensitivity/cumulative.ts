import { conclude } from "../../model/conclusion";
import type { Cumulative } from "../../model/sensitivity";
import type { Scene } from "../../scene/scene";
import { cumulativeCaution, cumulativeText, orderName, seriesKey } from "../../words/sensitivity/series";
import { emptyFigure } from "../emptyFigure";
import type { ForestInput } from "../forestInput";
import { studyLabel } from "../summaryText";
import { cellTitle } from "./cellCaption";
import { namesOf, type SeriesOptions, type SeriesRow } from "./series";
import { seriesScene } from "./seriesScene";

export interface CumulativeOptions extends SeriesOptions {
  /** What the studies join by: a `CumulativeOrder` or a column of the data. */
  readonly by: string;
  /** How many steps are drawn, the first ones; all without it. The figure keeps its size. */
  readonly shown?: number;
}

/** The pooled result as one study joins after the other, in CSS pixels, on the axis of the forest plot. */
export function cumulativeScene(input: ForestInput, cumulative: Cumulative, options: CumulativeOptions): Scene {
  const { by, shown = cumulative.steps.length } = options;
  const { analysis, descriptor } = input;
  const overall = cumulative.steps.at(-1)?.pooled;
  if (!overall) return emptyFigure(input, options.width, options.theme);
  const nameOf = (rowId: number) => studyLabel(input.rows(rowId));
  const rows = cumulative.steps.map(({ rowId, pooled }, i): SeriesRow => {
    const [name, ...shorter] = namesOf(input.rows(rowId));
    const isShown = i < shown;
    return {
      ...{
        rowId,
        names: [`+ ${name}`, ...shorter.map((text) => `+ ${text}`)],
        pooled,
        isShown,
        isOut: false,
        note: "",
      },
      isOther: isShown && conclude(pooled) !== conclude(overall),
    };
  });
  const { level } = analysis.model;
  const hasOther = cumulative.steps.some(({ pooled }) => conclude(pooled) !== conclude(overall));
  const text = cumulativeText(cumulative, by, level, descriptor, nameOf);
  return seriesScene(
    input,
    {
      title: `Cumulative by ${orderName(by, descriptor)}: ${cellTitle(input)}`,
      ...{ description: text, head: "Adding", rows, overall },
      notes: [text, cumulativeCaution(by), seriesKey(level, descriptor, hasOther)],
    },
    options,
  );
}
