import type { Multiverse } from "../../model/sensitivity";
import { truncate } from "../../scene/measureText";
import type { Mark, Point, Scene, Theme } from "../../scene/scene";
import { upperFirst, words } from "../../words/phrase";
import { multiverseNote, multiverseText } from "../../words/sensitivity/multiverse";
import { weightingNote } from "../../words/weightingNote";
import { type EffectAxis, effectAxis } from "../axis";
import { captionBlock, captionMarks } from "../captionBlock";
import { effectDomain } from "../effectDomain";
import { NARROW, PAD, type PlotInput } from "../forestInput";
import { linear } from "../linear";
import { type Curve, type CurveColumn, columnsOf } from "./curve";
import { type MatrixGroup, matrixGroups } from "./matrix";
import { matrixMarks, matrixRows, type PlacedRow } from "./matrixMarks";

export interface SpecificationOptions {
  /** Room for the figure in CSS pixels, 328 and more; it takes at most 960 of it. */
  readonly width: number;
  readonly theme: Theme;
  /** Place on the curve of the analysis on the page; null where it is not there. */
  readonly current: number | null;
}

/** Where everything stands, in CSS pixels. */
export interface SpecificationLayout {
  readonly input: PlotInput;
  readonly multiverse: Multiverse;
  readonly curve: Curve;
  readonly columns: readonly CurveColumn[];
  readonly theme: Theme;
  readonly current: number | null;
  readonly width: number;
  readonly panel: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  readonly effects: EffectAxis;
  /** The middle of a place on the curve. */
  readonly x: (place: number) => number;
  readonly rows: readonly PlacedRow[];
  /** Where the matrix ends. */
  readonly end: number;
}

const MAX_WIDTH = 960;
const SIZE = 12;
const TOP = 40;
const COLUMN = 4; // px, least width of a column

export function specificationLayout(
  input: PlotInput,
  multiverse: Multiverse,
  curve: Curve,
  { width: room, theme, current }: SpecificationOptions,
): SpecificationLayout {
  const width = Math.min(room, MAX_WIDTH);
  const isNarrow = width < NARROW;
  const left = isNarrow ? 124 : 176;
  const panel = { left, right: width - PAD - 4, top: TOP, bottom: TOP + (isNarrow ? 170 : 230) };
  const columns = columnsOf(multiverse.specifications, curve, Math.floor((panel.right - panel.left) / COLUMN));
  const upright = effectAxis(
    effectDomain(
      columns.map(({ ciLb, ciUb }) => ({ lb: ciLb, ub: ciUb })),
      [],
    ),
    multiverse.measure.scale,
    [0, panel.bottom - panel.top],
  );
  const groups: readonly MatrixGroup[] = matrixGroups(input, multiverse, curve);
  const { rows, end } = matrixRows(groups, columns, panel.bottom + 12);
  return {
    ...{ input, multiverse, curve, columns, theme, current, width, panel, rows, end },
    effects: { ...upright, x: (value) => panel.bottom - upright.x(value) },
    x: linear([-0.5, Math.max(1, curve.length) - 0.5], [panel.left, panel.right]),
  };
}

/**
 * The specification curve in CSS pixels: every analysis that was tried, by its estimate, with its confidence interval,
 * and below it what each of them chose. (Simonsohn 2020, doi:10.1038/s41562-020-0912-z.)
 */
export function specificationScene(layout: SpecificationLayout): Scene {
  const { input, multiverse, theme, width, end, curve, columns } = layout;
  const { analysis, descriptor, outcome } = input;
  const { level } = analysis.model;
  const note = multiverseNote(curve.length, multiverse.specifications.length, columns.length, level);
  const weighted = weightingNote(analysis.model, "Every analysis pools");
  const { outcome: name, timepoint } = analysis.selection;
  const caption = captionBlock(
    [`${name}, ${timepoint}.`, ...input.caption.slice(1)],
    [words(note, weighted)],
    width,
    end + 12,
  );
  return {
    ...{ width, height: caption.bottom, background: theme.background, targets: [] },
    title: `Every analysis: ${name}, ${timepoint}`,
    description: multiverseText(multiverse, descriptor, outcome, level),
    marks: [
      { kind: "group", key: "curve", marks: curveMarks(layout) },
      { kind: "group", key: "axis", marks: axisMarks(layout) },
      { kind: "group", key: "matrix", marks: matrixMarks(layout) },
      { kind: "group", key: "current", marks: currentMarks(layout) },
      captionMarks(caption, width, theme),
    ],
  };
}

function curveMarks({ columns, effects, panel, theme, curve }: SpecificationLayout): readonly Mark[] {
  if (columns.length === 0) return [];
  const step = (panel.right - panel.left) / columns.length;
  const y = (value: number) => Math.min(panel.bottom, Math.max(panel.top, effects.x(value)));
  // Steps, so that a band of one column has a width too.
  const stepped = (of: (column: CurveColumn) => number) =>
    columns.flatMap((column, i): Point[] => {
      const height = y(of(column));
      return [
        [panel.left + i * step, height],
        [panel.left + (i + 1) * step, height],
      ];
    });
  const band = (lower: (c: CurveColumn) => number, upper: (c: CurveColumn) => number, fill: string): Mark => ({
    ...{ kind: "polygon", points: [...stepped(upper), ...stepped(lower).toReversed()], fill },
  });
  const isThinned = curve.length > columns.length;
  return [
    ...(isThinned
      ? [
          band(
            (c) => c.least,
            (c) => c.most,
            theme.contours[1],
          ),
        ]
      : []),
    band(
      (c) => c.ciLb,
      (c) => c.ciUb,
      isThinned ? theme.contours[2] : theme.contours[1],
    ),
    { kind: "polyline", points: stepped((c) => c.mu), stroke: theme.study, strokeWidth: 2.25 },
  ];
}

function axisMarks({ effects, panel, theme, multiverse, width }: SpecificationLayout): readonly Mark[] {
  const { ink } = theme;
  const heading = truncate(upperFirst(multiverse.measure.name), width - 2 * PAD, SIZE, "bold");
  const noEffect = effects.x(0);
  return [
    { kind: "rule", from: [panel.left, panel.top], to: [panel.left, panel.bottom], stroke: ink },
    { kind: "rule", from: [panel.left, noEffect], to: [panel.right, noEffect], stroke: ink },
    ...effects.ticks.flatMap(({ value, label }): Mark[] => {
      const y = effects.x(value);
      return [
        { kind: "rule", from: [panel.left - 5, y], to: [panel.left, y], stroke: ink },
        { kind: "text", at: [panel.left - 9, y + 4], text: label, size: SIZE, anchor: "end", fill: ink },
      ];
    }),
    { kind: "text", at: [PAD, 20], text: heading, size: SIZE, weight: "bold", fill: ink },
  ];
}

/** The analysis on the page, down through the matrix. */
function currentMarks(layout: SpecificationLayout): readonly Mark[] {
  const { current, curve, x, effects, panel, theme, end, multiverse } = layout;
  const place = current === null ? undefined : curve[current];
  if (current === null || place === undefined) return [];
  const at = x(current);
  const y = effects.x(multiverse.specifications.mu[place]!);
  const diamond: readonly Point[] = [
    [at - 6, y],
    [at, y - 6],
    [at + 6, y],
    [at, y + 6],
  ];
  return [
    { kind: "rule", from: [at, panel.top], to: [at, end], stroke: theme.pooled, dash: "4 3" },
    { kind: "polygon", points: diamond, fill: theme.pooled, stroke: theme.background, strokeWidth: 1.5 },
  ];
}
