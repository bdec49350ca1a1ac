import type { PlainTable } from "../../../export/figureTable";
import type { Pooled } from "../../../model/analysis";
import type { Cumulative, StudyInfluence } from "../../../model/sensitivity";
import type { PlotInput } from "../../../plots/forestInput";
import { studyLabel } from "../../../plots/summaryText";
import { lowerFirst } from "../../../words/phrase";
import {
  BAUJAT_COLUMNS,
  DIAGNOSTIC_COLUMNS,
  type NumberColumn,
  pooledColumns,
  RADIAL_COLUMNS,
  riskColumns,
} from "../../../words/sensitivity/numberColumns";
import type { FoundInfluence } from "./foundInfluence";

/** A line of a table of numbers. */
export interface NumberRow<Of> {
  readonly rowId: number;
  readonly name: string;
  readonly of: Of;
}

/** The numbers of a figure of single studies. */
export interface StudyNumbers<Of> {
  /** What a study is called, over the names in a file. */
  readonly noun: string;
  /** Over the names on the page. */
  readonly head: string;
  readonly rows: readonly NumberRow<Of>[];
  readonly columns: readonly NumberColumn<Of>[];
}

/** The result without each study. */
export function leaveOneOutNumbers({ input, influence }: FoundInfluence): StudyNumbers<Pooled> {
  const { studies, measure } = influence;
  const rows = studies.flatMap(({ rowId, without }) =>
    without ? [{ rowId, name: studyLabel(input.rows(rowId)), of: without }] : [],
  );
  const columns = pooledColumns(measure, input.analysis.model.level);
  return { noun: input.descriptor.studyNoun.one, head: "Without", rows, columns };
}

/** The result with each study that joins. */
export function cumulativeNumbers(input: PlotInput, { steps, measure }: Cumulative): StudyNumbers<Pooled> {
  const rows = steps.map(({ rowId, pooled }) => ({ rowId, name: studyLabel(input.rows(rowId)), of: pooled }));
  const columns = pooledColumns(measure, input.analysis.model.level);
  return { noun: input.descriptor.studyNoun.one, head: "Adding", rows, columns };
}

/** Case deletion diagnostics. */
export function influenceNumbers(found: FoundInfluence): StudyNumbers<StudyInfluence> {
  return ofStudies(found, DIAGNOSTIC_COLUMNS);
}

export function baujatNumbers(found: FoundInfluence): StudyNumbers<StudyInfluence> {
  return ofStudies(found, BAUJAT_COLUMNS);
}

export function radialNumbers(found: FoundInfluence): StudyNumbers<StudyInfluence> {
  return ofStudies(found, RADIAL_COLUMNS);
}

/** The risks in both arms. */
export function labbeNumbers(found: FoundInfluence): StudyNumbers<StudyInfluence> {
  const { arms } = found.input.descriptor;
  return ofStudies(found, riskColumns(lowerFirst(arms.intervention), lowerFirst(arms.control)));
}

function ofStudies(
  { input, influence }: FoundInfluence,
  columns: readonly NumberColumn<StudyInfluence>[],
): StudyNumbers<StudyInfluence> {
  const { one } = input.descriptor.studyNoun;
  const rows = influence.studies.map((of) => ({ rowId: of.rowId, name: studyLabel(input.rows(of.rowId)), of }));
  return { noun: one, head: one, rows, columns };
}

/** The same for a file: at full precision. */
export function plainTable<Of>({ noun, rows, columns }: StudyNumbers<Of>): PlainTable {
  return {
    head: [noun, ...columns.map(({ head }) => head)],
    rows: rows.map((row) => [row.name, ...columns.map(({ value }) => value(row.of))]),
  };
}
