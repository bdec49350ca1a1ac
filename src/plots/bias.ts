import type { Scene } from "../scene/scene";
import { domainText } from "../words/biasText";
import { figureTitle } from "../words/caption";
import { sentence } from "../words/phrase";
import { barMarks, legendMarks, scaleMarks } from "./biasBars";
import { type BiasLayout, type BiasOptions, biasLayout } from "./biasLayout";
import { headMarks, rowMarks } from "./biasTable";
import { captionMarks } from "./captionBlock";
import { emptyFigure } from "./emptyFigure";
import type { PlotInput, RowWindow } from "./forestInput";

/**
 * The risk of bias in CSS pixels: for each domain how the weight of the evidence is judged, then each study's
 * judgements. The data must hold judgements (see `biasColumns`).
 */
export function biasScene(input: PlotInput, options: BiasOptions): Scene {
  return drawBias(biasLayout(input, options));
}

/** @param window the visible part in pixels of the figure's height: studies outside it are not drawn. */
export function drawBias(layout: BiasLayout, window?: RowWindow): Scene {
  const { input, width, theme, caption, rows, bars, isWeighted } = layout;
  if (rows.length === 0) return emptyFigure(input, width, theme);
  const { descriptor, analysis } = input;
  const shown = window ? rows.filter(({ box }) => box.y + box.height >= window.top && box.y <= window.bottom) : rows;
  return {
    width,
    height: caption.bottom,
    background: theme.background,
    title: `Risk of bias: ${figureTitle(analysis)}`,
    description: bars
      .map(({ column, segments }) => sentence(domainText(column.domain, segments, descriptor, isWeighted)))
      .join(" "),
    marks: [
      { kind: "group", key: "bars", marks: barMarks(layout) },
      { kind: "group", key: "scale", marks: scaleMarks(layout) },
      { kind: "group", key: "legend", marks: legendMarks(layout) },
      { kind: "group", key: "heads", marks: headMarks(layout) },
      ...shown.map((row) => rowMarks(layout, row)),
      captionMarks(caption, width, theme),
    ],
    targets: shown.map(({ row, box }) => ({ rowId: row.row.id, box })),
  };
}
