import { measureText } from "../scene/measureText";
import type { Mark } from "../scene/scene";
import { counted } from "../words/phrase";
import { asymmetryText, trimFillText } from "../words/smallStudy";
import { PAD } from "./forestInput";
import type { FunnelLayout } from "./funnelLayout";

const SIZE = 12;
const FEW = 10; // studies below which asymmetry cannot be told from chance (Cochrane Handbook 13.3.5.4)

/** That few studies cannot show asymmetry; null where there are enough. */
function fewStudies({ input, points }: FunnelLayout): string | null {
  const k = points.filter((p) => p.study.state === "included").length;
  return k < FEW ? `Fewer than ${FEW} ${input.descriptor.studyNoun.many}: asymmetry can hardly be judged` : null;
}

/** True where the caution stands beside the vertical axis' title; else it goes under the figure. */
function fitsOnTop(caution: string, { width, scale }: FunnelLayout): boolean {
  return measureText(caution, SIZE) + measureText(scale.title, SIZE, "bold") + 4 * PAD <= width;
}

/** The caution of few studies, above the panel. */
export function cautionMarks(layout: FunnelLayout): readonly Mark[] {
  const { axis, top, theme } = layout;
  const text = fewStudies(layout);
  if (text === null || !fitsOnTop(text, layout)) return [];
  return [
    { kind: "text", at: [axis.range[1], top - 16], text, size: SIZE, italic: true, anchor: "end", fill: theme.ink },
  ];
}

/** What must be said under the figure, `shown` being the points that are drawn. */
export function funnelNotes(layout: FunnelLayout, shown: number): readonly string[] {
  const { input, points, look, scale, smallStudy } = layout;
  const { analysis, descriptor, outcome } = input;
  const { studyNoun } = descriptor;
  const caution = fewStudies(layout);
  const left = analysis.studies.length - points.length;
  return [
    caution !== null && !fitsOnTop(caution, layout) ? `${caution}.` : null,
    analysis.noOverall === "repeated-patients"
      ? `Asymmetry is not tested: the same ${descriptor.peopleNoun.many} recur at several timepoints.`
      : null,
    smallStudy ? asymmetryText(smallStudy, descriptor, outcome) : null,
    smallStudy && look.trimFill ? trimFillText(smallStudy.trimFill, analysis, descriptor) : null,
    look.funnelAxis === "size" ? sizeNote(scale.axis === "size", studyNoun.one) : null,
    left > 0 ? `${counted(left, studyNoun)} without an estimable effect not shown.` : null,
    shown < points.length ? `${counted(points.length, studyNoun)}; points that coincide are drawn once.` : null,
  ].filter((note): note is string => note !== null);
}

function sizeNote(isOnSizes: boolean, study: string): string {
  return isOnSizes
    ? "n₁ and n₂: participants in the two arms. On this axis there are no limits and no regions of significance: they follow from standard errors."
    : `Not every ${study} gives the size of its arms: standard errors in their place.`;
}
