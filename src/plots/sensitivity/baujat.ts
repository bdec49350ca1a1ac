import type { Influence } from "../../model/sensitivity";
import type { Scene } from "../../scene/scene";
import { formatNumber } from "../../words/number";
import { words } from "../../words/phrase";
import { baujatText } from "../../words/sensitivity/studyPlots";
import { weightingNote } from "../../words/weightingNote";
import { captionBlock, captionMarks } from "../captionBlock";
import { emptyFigure } from "../emptyFigure";
import type { PlotInput } from "../forestInput";
import { studyLabel } from "../summaryText";
import { cellCaption, cellTitle } from "./cellCaption";
import { AXIS_ROOM, domainOf, type ScatterOptions, scatter, scatterAxes } from "./scatter";
import { nameMarks } from "./scatterNames";
import { pointMark, pointTargets, type ScatterPoint } from "./scatterPoint";

const RADIUS = 5;
const NAMED = 4; // points furthest out that carry their names

/** Baujat's plot in CSS pixels: each study's part of the disagreement against its pull on the pooled result. */
export function baujatScene(input: PlotInput, influence: Influence, options: ScatterOptions): Scene {
  const found = influence.studies.flatMap(({ rowId, baujat, diagnostics }) =>
    baujat ? [{ rowId, ...baujat, isMarked: diagnostics?.influential ?? false }] : [],
  );
  if (found.length === 0) return emptyFigure(input, options.width, options.theme);
  const plot = scatter(
    {
      x: {
        title: "Contribution to heterogeneity",
        domain: domainOf(
          found.map((s) => s.heterogeneity),
          { fromZero: true },
        ),
      },
      y: {
        title: "Influence on the pooled result",
        domain: domainOf(
          found.map((s) => s.influence),
          { fromZero: true },
        ),
      },
    },
    options,
  );
  const points = found.map(({ rowId, heterogeneity, influence: pull, isMarked }) => {
    const name = studyLabel(input.rows(rowId));
    const label = `${name}: contribution to heterogeneity ${formatNumber(heterogeneity)}, influence ${formatNumber(pull, 3)}${isMarked ? ", influential" : ""}`;
    const at = [plot.x(heterogeneity), plot.y(pull)] as const;
    const out = Math.hypot(at[0] - plot.left, plot.bottom - at[1]);
    return { ...({ rowId, at, r: RADIUS, label, isOut: false, isMarked } satisfies ScatterPoint), name, out };
  });
  const furthest = points.toSorted((a, b) => b.out - a.out).slice(0, NAMED);
  const { width, theme, bottom } = plot;
  const told = baujatText(influence, input.descriptor, (rowId) => studyLabel(input.rows(rowId)));
  const text = words(told, weightingNote(input.analysis.model, "Distances are measured"));
  const key = found.some(({ isMarked }) => isMarked) ? ["Dark: influential by at least one rule."] : [];
  const caption = captionBlock(cellCaption(input), [text, ...key], width, bottom + AXIS_ROOM);
  return {
    width,
    height: caption.bottom,
    background: theme.background,
    title: `Baujat plot: ${cellTitle(input)}`,
    description: text,
    marks: [
      scatterAxes(plot),
      ...points.map((point) => pointMark(point, theme)),
      { kind: "group", key: "names", marks: nameMarks(furthest, points, plot) },
      captionMarks(caption, width, theme),
    ],
    targets: pointTargets(points),
  };
}
