import type { ColumnInfo } from "../model/descriptor";
import type { ArmDataKind, Row } from "../model/study";
import type { UserError } from "../model/userError";
import type { Layout } from "./columns";
import type { Csv } from "./csv";
import { type Draft, draftRows } from "./drafts";
import { duplicateRow, mixedKinds } from "./faults";
import { labelRows } from "./labels";
import { mixedWithGiven, sameNumbers, Tally } from "./notes";

export interface RowsReading {
  readonly rows: readonly Row[];
  readonly errors: readonly UserError[];
  readonly notes: readonly UserError[];
}

const KIND_WORDS: Readonly<Record<ArmDataKind, string>> = {
  means: "means",
  counts: "numbers of events",
  given: "a ready-made effect",
};

/**
 * The usable rows of a table, numbered from 0 in its order, with every fault of the others: cells that are empty or
 * impossible, rows that repeat another in every cell, rows whose kind of numbers differs from their outcome's first.
 */
export function readRows(csv: Csv, layout: Layout, columns: readonly ColumnInfo[]): RowsReading {
  const { drafts, errors, notes } = draftRows(csv, layout, columns);
  const unique = withoutRepeats(drafts);
  const matched = withoutMixture(unique.drafts);
  return {
    rows: labelRows(matched.drafts, columns),
    errors: [...csv.errors, ...errors, ...unique.errors, ...matched.errors],
    notes: [...csv.notes, ...notes, ...unique.notes, ...matched.notes],
  };
}

interface Kept {
  readonly drafts: Draft[];
  readonly errors: UserError[];
  readonly notes: UserError[];
}

/** Drops rows that say nothing new; rows with the same numbers but another further column stay, with a remark. */
function withoutRepeats(drafts: readonly Draft[]): Kept {
  const kept: Draft[] = [];
  const errors: UserError[] = [];
  const alike = new Tally();
  const numbersSeen = new Set<string>();
  const lines = new Map<string, number>();
  for (const draft of drafts) {
    const numbers = numbersKey(draft);
    const whole = keyOf([numbers, ...Object.values(draft.columns)]);
    const first = lines.get(whole);
    if (first !== undefined) {
      errors.push(duplicateRow(draft.line, first));
      continue;
    }
    if (numbersSeen.has(numbers)) alike.add(draft.line);
    numbersSeen.add(numbers);
    lines.set(whole, draft.line);
    kept.push(draft);
  }
  return { drafts: kept, errors, notes: alike.count > 0 ? [sameNumbers(alike)] : [] };
}

function numbersKey({ study, year, outcome, timepoint, comparator, better, data }: Draft): string {
  return keyOf([study, year, outcome, timepoint, comparator, better, ...Object.values(data)]);
}

/** Values as one string, apart by a character that no cell of a text file holds; quicker than JSON on long files. */
function keyOf(values: readonly (string | number | null)[]): string {
  return values.join("\u0000");
}

/** Within an outcome the first row of means or events sets the kind; given effects may stand beside it. */
function withoutMixture(drafts: readonly Draft[]): Kept {
  const firstOf = new Map<string, Draft>();
  const kindsOf = new Map<string, Set<ArmDataKind>>();
  for (const draft of drafts) {
    const { outcome, data } = draft;
    if (data.kind !== "given" && !firstOf.has(outcome)) firstOf.set(outcome, draft);
    kindsOf.set(outcome, (kindsOf.get(outcome) ?? new Set()).add(data.kind));
  }
  const kept: Draft[] = [];
  const errors: UserError[] = [];
  for (const draft of drafts) {
    const { line, outcome, data } = draft;
    const first = firstOf.get(outcome);
    if (!first || data.kind === "given" || data.kind === first.data.kind) kept.push(draft);
    else errors.push(mixedKinds(line, KIND_WORDS[data.kind], outcome, first.line, KIND_WORDS[first.data.kind]));
  }
  const mixed = [...kindsOf].filter(([, kinds]) => kinds.has("given") && kinds.size > 1);
  return { drafts: kept, errors, notes: mixed.map(([outcome]) => mixedWithGiven(outcome)) };
}
