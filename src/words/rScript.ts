import type { Analysis } from "../model/analysis";
import type { Descriptor } from "../model/descriptor";
import type { Findings } from "../model/exploration";
import type { Row } from "../model/study";
import type { Subsets } from "../model/subsets";
import { answerChecks } from "./rAnswer";
import { rCall } from "./rCall";
import { cellOf } from "./rCell";
import { checkLines, type RPart } from "./rChecks";
import { commented, pooledStudies } from "./rData";
import { rLens } from "./rLens";
import { rMeta } from "./rMeta";
import { rMultiverse } from "./rMultiverse";
import { rRegression } from "./rRegression";
import { rSelection } from "./rSelection";
import { rSensitivity } from "./rSensitivity";
import { rSmallStudy } from "./rSmallStudy";
import { rSubsets } from "./rSubsets";
import { rTimeCourse } from "./rTimeCourse";

/** A view of the page that a script is to reproduce. */
export interface Proven {
  readonly analysis: Analysis;
  readonly descriptor: Descriptor;
  readonly rowOf: (id: number) => Row;
  /** What the page found for the view beside the answer. */
  readonly findings: Findings;
  /** Every subset of its studies, where the view counts them. */
  readonly subsets?: Subsets | null;
  readonly version: string;
  readonly link: string;
  /** SHA-256 of the rows; null where it is not known. */
  readonly dataHash: string | null;
}

/**
 * A script for R that reproduces the view by metafor, its data within it, and proves itself: it ends in comparisons with
 * the page's numbers, to 1e-8 of their size, and stops where one differs. Empty where nothing is pooled.
 *
 * What is not in it: the subsets of many studies, and beyond some thousands of analyses those that leave a study out,
 * either of which take R too long; the script says so.
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

function viewParts({ analysis, descriptor, rowOf, findings, subsets }: Proven): readonly RPart[] {
  const { smallStudy, timeCourse, bubble, influence, cumulative, multiverse, selection, lens } = findings;
  const studies = pooledStudies(analysis, rowOf);
  const cell = cellOf(analysis, studies);
  const needsCell = cell.studies.length > 0;
  const ofCell: readonly RPart[] = needsCell
    ? [
        ...(bubble ? [rRegression(bubble, analysis, cell)] : []),
        ...(influence || cumulative ? [rSensitivity({ influence, cumulative }, analysis, cell)] : []),
        ...(selection ? [rSelection(selection, analysis, cell)] : []),
        ...(multiverse ? [rMultiverse(multiverse, analysis, cell)] : []),
        ...(subsets || influence ? [rSubsets(subsets ?? null, analysis, cell)] : []),
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
