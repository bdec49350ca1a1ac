import type { ExportedAnalysis } from "../../../model/exportedAnalysis";
import { EXPORTED_ANALYSIS, EXPORTED_SUBGROUP } from "../../../model/exportedAnalysis";
import type { UserError } from "../../../model/userError";
import type { CsvRecord } from "../../csv";
import { tidyColumn } from "../../tidy";
import type { FormatReading } from "../format";
import { describedReview } from "./describedReview";
import { withInterventions } from "./interventions";
import { type Kept, keepUsable } from "./keptRows";
import { type Placed, placeAnalyses } from "./names";
import type { Numbers, Review, ReviewAnalysis, ReviewColumn, ReviewRow } from "./review";
import {
  analysesWithoutRows,
  directionUnknown,
  notEstimable,
  noUsableRows,
  renamedOutcomes,
  subgroupRows,
} from "./reviewNotes";

const NUMBERS = ["m1i", "sd1i", "n1i", "m2i", "sd2i", "n2i", "ai", "ci", "yi", "vi", "sei"] as const;
const OE = ["oe", "variance"] as const;
const TITLES = { oe: "O-E", variance: "Variance of O-E" } as const;

/** What ties rows to the analyses and subgroups that results were exported for. */
const OWN = [
  { name: EXPORTED_ANALYSIS, cell: ({ id }: ReviewAnalysis) => id },
  { name: EXPORTED_SUBGROUP, cell: (_: ReviewAnalysis, { subgroup }: ReviewRow) => subgroup },
] as const;

/** A review as a tidy table with its description and exported results; refused where no row is usable. */
export function tidyReview(given: Review): FormatReading {
  const review = withInterventions(given);
  const kept = review.analyses.map(keepUsable);
  const analyses = kept.flatMap(({ analysis }) => (analysis.rows.length > 0 ? [analysis] : []));
  if (analyses.length === 0) return { kind: "refused", errors: [noUsableRows(review.format)] };
  const places = placeAnalyses(analyses);
  const columns = usedColumns(analyses, review.columns);
  const lines = analyses.flatMap((analysis, i) => analysis.rows.map((row) => ({ analysis, place: places[i]!, row })));
  const numbers = [...NUMBERS, ...OE].filter((name) => lines.some(({ row }) => isNumber(row.numbers[name])));
  const own = OWN.filter(({ cell }) => lines.some(({ analysis, row }) => cell(analysis, row) !== ""));
  const header = [
    ...["study", "year", "outcome", "timepoint", "comparator"],
    ...numbers.map((name) => (name === "oe" || name === "variance" ? TITLES[name] : name)),
    ...own.map(({ name }) => name),
    ...columns.map(({ name }) => name),
  ];
  const records = lines.map(
    ({ analysis, place, row }): CsvRecord => ({
      row: row.row,
      cells: [
        ...[row.study, row.year, place.outcome, place.timepoint, place.comparator],
        ...numbers.map((name) => cellOf(row.numbers, name)),
        ...own.map(({ cell }) => cell(analysis, row)),
        ...columns.map(({ name }) => row.further.get(name) ?? ""),
      ],
    }),
  );
  return {
    kind: "tidy",
    format: review.format,
    ...(review.title && { name: review.title }),
    table: { header, records, delimiter: ",", errors: [], notes: [] },
    described: describedReview(review, analyses, places, columns),
    exported: analyses.flatMap((analysis) => exportedOf(analysis, review.program)),
    notes: [...review.notes, ...notesOf(kept, analyses, places)],
  };
}

function notesOf(kept: readonly Kept[], analyses: readonly ReviewAnalysis[], places: readonly Placed[]): UserError[] {
  const dropped = kept.flatMap(({ analysis, dropped: rows }) =>
    rows.map((row) => ({ id: analysis.id, name: analysis.name, row })),
  );
  const mixed = kept.filter(({ withoutSubgroups }) => withoutSubgroups).map(({ analysis }) => analysis.id);
  const empty = kept
    .filter(({ analysis }) => analysis.rows.length === 0)
    .map(({ analysis }) => analysis.id || analysis.name);
  const undirected = new Set(analyses.flatMap(({ better }, i) => (better === null ? [places[i]!.outcome] : [])));
  const numbered = new Set(places.filter((place) => place.numbered).map(({ outcome }) => outcome));
  return [
    ...(dropped.length > 0
      ? [notEstimable(dropped.length, dropped[0]!.row.study, dropped[0]!.id || dropped[0]!.name)]
      : []),
    ...(mixed.length > 0 ? [subgroupRows(mixed)] : []),
    ...(empty.length > 0 ? [analysesWithoutRows(empty)] : []),
    ...(undirected.size > 0 ? [directionUnknown(undirected.size)] : []),
    ...(numbered.size > 0 ? [renamedOutcomes(numbered.size)] : []),
  ];
}

/** Columns that some row fills, under names that are neither tidy ones nor taken. */
function usedColumns(analyses: readonly ReviewAnalysis[], columns: readonly ReviewColumn[]): ReviewColumn[] {
  const filled = new Set<string>();
  for (const { rows } of analyses) {
    for (const { further } of rows) for (const [name, text] of further) if (text !== "") filled.add(name);
  }
  const taken = new Set<string>([EXPORTED_ANALYSIS, EXPORTED_SUBGROUP, ...Object.values(TITLES)]);
  return columns.filter(({ name }) => {
    if (!filled.has(name) || taken.has(name) || tidyColumn(name) !== null) return false;
    taken.add(name);
    return true;
  });
}

function exportedOf({ id, name, exported }: ReviewAnalysis, program: string): ExportedAnalysis[] {
  return exported ? [{ id, name, program, ...exported }] : [];
}

function isNumber(value: number | null | undefined): value is number {
  return value !== null && value !== undefined;
}

function cellOf(numbers: Numbers, name: keyof Numbers): string {
  const value = numbers[name];
  return isNumber(value) ? String(value) : "";
}
