/** A property of studies that may explain their effects; null where a study does not report it. */
export type Moderator =
  | { readonly kind: "number"; readonly name: string; readonly values: readonly (number | null)[] }
  | {
      readonly kind: "category";
      readonly name: string;
      readonly values: readonly (string | null)[];
      /** The level that the others are compared with; null, or one that no study has: the first in order. */
      readonly reference: string | null;
    };

/** What one coefficient stands for. */
export interface DesignColumn {
  /** The moderator's name; null for the intercept. */
  readonly moderator: string | null;
  /** The level of a category, as against its reference level; null for numbers and the intercept. */
  readonly level: string | null;
}

/** One moderator's columns, which are tested together. */
export interface DesignTerm {
  readonly moderator: string;
  /** None for a category with one level. */
  readonly columns: readonly number[];
  /** The reference level; null for numbers. */
  readonly reference: string | null;
}

/** The columns that moderators become, an intercept first. */
export interface Design {
  /** One row for each study that is kept. */
  readonly rows: readonly (readonly number[])[];
  readonly columns: readonly DesignColumn[];
  readonly terms: readonly DesignTerm[];
  /** Places of the studies that report every moderator, and of those that do not, in data order. */
  readonly kept: readonly number[];
  readonly leftOut: readonly number[];
}

/**
 * The design of a regression on moderators: an intercept, the numbers as they are, and for each category one column per
 * level but the reference, 1 for the studies at that level and else 0 (treatment coding). Levels are those of the studies
 * that are kept, in the order of their characters' codes.
 *
 * @param k how many studies there are.
 * @throws RangeError unless every moderator has k values, its numbers finite, and a name of its own.
 */
export function designOf(moderators: readonly Moderator[], k: number): Design {
  requireModerators(moderators, k);
  const studies = Array.from({ length: k }, (_, i) => i);
  const reports = (i: number) => moderators.every(({ values }) => values[i] !== null);
  const kept = studies.filter(reports);
  const columns: DesignColumn[] = [{ moderator: null, level: null }];
  const values: ((i: number) => number)[] = [() => 1];
  const terms = moderators.map((moderator): DesignTerm => {
    const first = columns.length;
    const { levels, reference } = coding(moderator, kept);
    for (const level of levels) {
      columns.push({ moderator: moderator.name, level });
      values.push((i) => (level === null ? Number(moderator.values[i]) : Number(moderator.values[i] === level)));
    }
    return { moderator: moderator.name, columns: levels.map((_, j) => first + j), reference };
  });
  return {
    rows: kept.map((i) => values.map((value) => value(i))),
    ...{ columns, terms, kept },
    leftOut: studies.filter((i) => !reports(i)),
  };
}

/**
 * A row of the design where moderators take given values; those that are not named stand at the mean of the studies, a
 * category at its shares.
 *
 * @param at numbers or levels by moderator; the reference level, too.
 * @throws RangeError for a moderator or a level that the design does not have, or without studies.
 */
export function rowAt(design: Design, at: Readonly<Record<string, number | string>>): number[] {
  const k = design.rows.length;
  if (k === 0) throw new RangeError("rowAt: no studies");
  for (const [moderator, value] of Object.entries(at)) {
    if (!hasPlace(design, moderator, value)) throw new RangeError(`rowAt: no ${moderator} at ${value}`);
  }
  return design.columns.map(({ moderator, level }, j) => {
    const value = moderator === null ? undefined : at[moderator];
    if (value === undefined) return design.rows.reduce((sum, row) => sum + row[j]!, 0) / k;
    return level === null ? Number(value) : Number(value === level);
  });
}

function hasPlace({ columns, terms }: Design, moderator: string, value: number | string): boolean {
  const term = terms.find((one) => one.moderator === moderator);
  if (term === undefined) return false;
  if (term.reference === null) return typeof value === "number" && Number.isFinite(value);
  return value === term.reference || term.columns.some((j) => columns[j]!.level === value);
}

/** The levels that get a column, and the one that does not; a number is one column without a level. */
function coding(
  moderator: Moderator,
  kept: readonly number[],
): { readonly levels: readonly (string | null)[]; readonly reference: string | null } {
  if (moderator.kind === "number") return { levels: [null], reference: null };
  const found = new Set(kept.map((i) => moderator.values[i]!));
  const sorted = [...found].sort((a, b) => (a < b ? -1 : 1));
  const chosen = moderator.reference;
  const reference = chosen !== null && found.has(chosen) ? chosen : (sorted[0] ?? "");
  return { levels: sorted.filter((level) => level !== reference), reference };
}

function requireModerators(moderators: readonly Moderator[], k: number): void {
  const names = new Set(moderators.map(({ name }) => name));
  if (names.size < moderators.length) throw new RangeError("designOf: two moderators of one name");
  for (const { name, values } of moderators) {
    if (values.length !== k) throw new RangeError(`designOf: ${values.length} values of ${name} for ${k} studies`);
    for (const value of values) {
      if (typeof value !== "number" || Number.isFinite(value)) continue;
      throw new RangeError(`designOf: ${name} is ${value}`);
    }
  }
}
