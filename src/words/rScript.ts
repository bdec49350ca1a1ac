import type { Analysis } from "../model/analysis";
import type { Descriptor } from "../model/descriptor";
import type { Findings } from "../model/exploration";
import type { Row } from "../model/study";
import { answerChecks } from "./rAnswer";
import { rCall } from "./rCall";
import { cellOf } from "./rCell";
import { checkLines, type RPart } from "./rChecks";
import { commented, pooledStudies } from "./rData";
import { rLens } from "./rLens";
import { rMeta } from "./rMeta";
import { rRegression } from "./rRegression";
import { rSensitivity } from "./rSensitivity";
import { rSmallStudy } from "./rSmallStudy";
import { rTimeCourse } from "./rTimeCourse";

/** A view of the page that a script is to reproduce. */
export interface Proven {
  readonly analysis: Analysis;
  readonly descriptor: Descriptor;
  readonly rowOf: (id: number) => Row;
  /** What the page found for the view beside the answer. */
  readonly findings: Findings;
  readonly version: string;
  readonly link: string;
  /** SHA-256 of the rows; null where it is not known. */
  readonly dataHash: string | null;
}

/**
 * A script for R that reproduces the view by metafor, its data within it, and proves itself: it ends in comparisons with
 * the page's numbers, to 1e-8 of their size, and stops where one differs. Empty where nothing is pooled.
 *
 * What is not in it: the selection models, as metafor's optimisers stop at some six digits, and every combination of
 * choices.
 */
export function rScript(proven: Proven): string {
  const { analysis, descriptor, rowOf, findings, version, link, dataHash } = proven;
  const parts = viewParts(proven);
  const fitsSingle = findings.timeCourse !== undefined || findings.influence !== undefined;
  const base = rCall(analysis, descriptor, rowOf, version, fitsSingle);
  if (base === "") return "";
  const checks = [...answerChecks(analysis, pooledStudies(analysis, rowOf)), ...parts.flatMap((part) => part.checks)];
  const blocks = [...parts.map(({ lines }) => lines), rMeta(analysis), checkLines(checks)];
  return [
    commented(`The view: ${link}`),
    ...(dataHash === null ? [] : [commented(`SHA-256 of all rows of the data: ${dataHash}`)]),
    base,
    ...blocks.filter((lines) => lines.length > 0).flatMap((lines) => ["", ...lines]),
    "",
  ].join("\n");
}

function viewParts({ analysis, descriptor, rowOf, findings }: Proven): readonly RPart[] {
  const { smallStudy, timeCourse, bubble, influence, cumulative, lens } = findings;
  const studies = pooledStudies(analysis, rowOf);
  const cell = cellOf(analysis, studies);
  const needsCell = cell.studies.length > 0;
  const ofCell: readonly RPart[] = needsCell
    ? [
        ...(bubble ? [rRegression(bubble, analysis, cell)] : []),
        ...(influence || cumulative ? [rSensitivity({ influence, cumulative }, analysis, cell)] : []),
        ...(lens?.pooled ? [rLens(lens, analysis, cell)] : []),
      ]
    : [];
  return [
    ...(ofCell.length > 0 ? [{ lines: cell.lines, checks: [] }] : []),
    ...(smallStudy?.effects ? [rSmallStudy(smallStudy.effects, analysis)] : []),
    ...(timeCourse ? [rTimeCourse(timeCourse, analysis, descriptor, rowOf)] : []),
    ...ofCell,
  ];
}
