import type { Mark, Scene } from "../../scene/scene";
import { beyondText, goshDescription, goshTitle, spreadTitle, subsetsNote } from "../../words/sensitivity/gosh";
import { captionBlock, captionMarks } from "../captionBlock";
import { PAD } from "../forestInput";
import { densityMarks } from "./densityMarks";
import type { GoshLayout } from "./goshLayout";
import { legendMarks } from "./goshLegend";
import { marginMarks } from "./marginMarks";

const SIZE = 12;
const CAPTION = 88; // px below the panel: ticks, title, scale of colours

/**
 * The results of all subsets of studies in CSS pixels: how many have which estimate and which heterogeneity, and the
 * counts along both axes. (Olkin 2012, doi:10.1002/jrsm.1053.)
 *
 * @param isFile draws the density and its guides as marks; the page lays a canvas and `goshGuides` over the panel.
 */
export function goshScene(layout: GoshLayout, isFile: boolean): Scene {
  const { input, subsets, theme, width, panel } = layout;
  const notes = [
    subsetsNote(subsets, input.analysis, input.descriptor, input.outcome),
    beyondText(subsets.total - countShown(layout), subsets.total),
  ];
  const caption = captionBlock(
    input.caption,
    notes.filter((note) => note !== ""),
    width,
    panel.bottom + CAPTION,
  );
  return {
    ...{ width, height: caption.bottom, background: theme.background, targets: [] },
    title: goshTitle(subsets, input.analysis),
    description: goshDescription(subsets, input.analysis, input.descriptor, input.outcome),
    marks: [
      ...marginMarks(layout),
      ...(isFile
        ? ([
            { kind: "group", key: "density", marks: densityMarks(layout) },
            { kind: "group", key: "guides", marks: guideMarks(layout) },
          ] as const)
        : []),
      { kind: "group", key: "axes", marks: axisMarks(layout) },
      { kind: "group", key: "legend", marks: legendMarks(layout) },
      captionMarks(caption, width, theme),
    ],
  };
}

/** No effect and the result of all studies, on a clear ground: they are seen through the density. */
export function goshGuides(layout: GoshLayout): Scene {
  const { width, panel } = layout;
  return {
    ...{ width, height: panel.bottom, background: "none", title: "", description: "", targets: [] },
    marks: guideMarks(layout),
  };
}

function guideMarks({ estimate, spread, panel, theme, subsets, input }: GoshLayout): readonly Mark[] {
  const upright = (value: number, stroke: string) => {
    const x = estimate.x(value);
    return { kind: "rule", from: [x, panel.top], to: [x, panel.bottom], stroke } as const;
  };
  const { overall } = input.analysis;
  const marks: Mark[] = [upright(0, theme.ink)];
  if (!overall) return marks;
  // On a light ground of its own: the densest cells are as dark as the line.
  marks.push(
    { ...upright(overall.mu, theme.background), strokeWidth: 3 },
    { ...upright(overall.mu, theme.pooled), dash: "5 4" },
  );
  const height = { I2: overall.heterogeneity?.I2, tau2: overall.tau2, k: overall.k }[subsets.spread];
  // Only where the page's result is one of the subsets' own kind does it stand among them.
  if (input.analysis.model.method !== subsets.method || height === undefined) return marks;
  const at = [estimate.x(overall.mu), spread.y(height)] as const;
  return [
    ...marks,
    { kind: "circle", at, r: 5.5, stroke: theme.background, strokeWidth: 4 },
    { kind: "circle", at, r: 5.5, stroke: theme.pooled, strokeWidth: 2 },
  ];
}

function axisMarks({ estimate, spread, panel, theme, subsets, input }: GoshLayout): readonly Mark[] {
  const { ink: fill, ink: stroke } = theme;
  const { left, right, top, bottom } = panel;
  const bold = { size: SIZE, weight: "bold", fill } as const;
  return [
    { kind: "rule", from: [left, bottom], to: [right, bottom], stroke },
    { kind: "rule", from: [left, top], to: [left, bottom], stroke },
    ...spread.ticks.flatMap(({ value, label }): Mark[] => {
      const y = spread.y(value);
      return [
        { kind: "rule", from: [left - 5, y], to: [left, y], stroke },
        { kind: "text", at: [left - 9, y + 4], text: label, size: SIZE, anchor: "end", fill },
      ];
    }),
    ...estimate.ticks.flatMap(({ value, label }): Mark[] => {
      const x = estimate.x(value);
      return [
        { kind: "rule", from: [x, bottom], to: [x, bottom + 5], stroke },
        { kind: "text", at: [x, bottom + 19], text: label, size: SIZE, anchor: "middle", fill },
      ];
    }),
    { kind: "text", at: [PAD, 20], text: spreadTitle(subsets, input.descriptor), ...bold },
    {
      ...{ kind: "text", at: [(left + right) / 2, bottom + 40], anchor: "middle" },
      ...{ text: `${subsets.measure.short} of the subset`, ...bold },
    },
  ];
}

function countShown({ subsets, shown }: GoshLayout): number {
  let count = 0;
  for (let e = shown.estimate[0]; e < shown.estimate[1]; e++) {
    const row = e * subsets.spreadAxis.bins;
    for (let s = shown.spread[0]; s < shown.spread[1]; s++) count += subsets.joint[row + s]!;
  }
  return count;
}
