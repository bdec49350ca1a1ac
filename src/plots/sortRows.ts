import type { Analysis, Pooled, StudyResult } from "../model/analysis";
import type { Sort } from "../model/look";
import { participants, type Row } from "../model/study";

type Value = string | number | null;
type Rows = (id: number) => Row;

let collator: Intl.Collator | undefined;

/**
 * The studies in the order asked for, empty values last either way, equal ones as they were. Studies that are left out
 * sort by what they would weigh, so that a study keeps its place when it is taken out and put back.
 *
 * @param studies some of the analysis's studies, or all.
 * @param sort null: as they are.
 */
export function sortRows(
  studies: readonly StudyResult[],
  sort: Sort | null,
  { analysis, rows }: { readonly analysis: Analysis; readonly rows: Rows },
): readonly StudyResult[] {
  if (sort === null) return studies;
  const keyOf = valueBy(sort.by, analysis, rows);
  const sign = sort.descending ? -1 : 1;
  return studies
    .map((study) => ({ study, value: keyOf(study) }))
    .sort((a, b) => compare(a.value, b.value, sign))
    .map(({ study }) => study);
}

function compare(a: Value, b: Value, sign: 1 | -1): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (typeof a === "number" && typeof b === "number") return sign * (a - b);
  collator ??= new Intl.Collator("en", { numeric: true });
  return sign * collator.compare(String(a), String(b));
}

function valueBy(by: string, analysis: Analysis, rows: Rows): (study: StudyResult) => Value {
  switch (by) {
    case "study":
      return ({ rowId }) => rows(rowId).slab;
    case "effect":
      return ({ effect }) => effect?.yi ?? null;
    case "se":
      return ({ effect }) => effect && Math.sqrt(effect.vi);
    case "weight":
      return weightsOf(analysis);
    case "n":
      return ({ rowId }) => participants(rows(rowId));
    case "year":
    case "comparator":
    case "timepoint":
      return ({ rowId }) => rows(rowId)[by];
    default:
      return ({ rowId }) => furtherValue(rows(rowId), by);
  }
}

/** A number of the arms' data by its name (m1i, ai ...), or a cell of a further column. */
function furtherValue({ data, columns }: Row, by: string): Value {
  const cell = columns[by];
  if (cell !== undefined) return cell === "" ? null : cell;
  const value = new Map<string, unknown>(Object.entries(data)).get(by);
  return typeof value === "number" ? value : null;
}

/** Weights in percent; a study that is left out has the weight that it would have beside those that are in. */
function weightsOf({ studies, overall, groups }: Analysis): (study: StudyResult) => number | null {
  const groupOf = new Map(groups.flatMap(({ rowIds, pooled }) => rowIds.map((id) => [id, pooled] as const)));
  const poolOf = ({ rowId }: StudyResult) => overall ?? groupOf.get(rowId) ?? null;
  // weight × (vi + tau2) is the same for all studies of a pool.
  const products = new Map<Pooled, number>();
  for (const study of studies) {
    const pool = poolOf(study);
    if (pool && study.effect && study.weight) products.set(pool, study.weight * (study.effect.vi + pool.tau2));
  }
  return (study) => {
    const pool = poolOf(study);
    const product = pool && products.get(pool);
    if (study.weight !== null || !study.effect || !product || !pool) return study.weight;
    return product / (study.effect.vi + pool.tau2);
  };
}
