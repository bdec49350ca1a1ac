import type { MappedColumn, Mapping, Role } from "../../model/mapping";
import type { UserError } from "../../model/userError";
import type { OpenedTable } from "../formats/format";
import { columnKey } from "../tidy";
import { needsArmNumbers, needsNumbers, needsStudy, roleTwice } from "./mappingFaults";

/** What a column's numbers are about; null: what the row says itself. */
export type About = Pick<MappedColumn, "outcome" | "timepoint" | "comparator">;

/** Columns of which a result needs all. */
const CONTRAST_SETS: readonly (readonly Role[])[] = [
  ["m1i", "sd1i", "n1i", "m2i", "sd2i", "n2i"],
  ["ai", "n1i", "ci", "n2i"],
  ["yi", "vi"],
  ["yi", "sei"],
  ["yi", "pval"],
  ["ciLb", "ciUb"],
];
const ARM_SETS: readonly (readonly Role[])[] = [
  ["mean", "sd", "n"],
  ["events", "n"],
];

/** Roles that make a result of their own wherever they stand; the others may be shared by several. */
const DECIDING: ReadonlySet<Role> = new Set(["m1i", "m2i", "ai", "ci", "yi", "ciLb", "ciUb", "mean", "events"]);
const NAMING: ReadonlySet<Role> = new Set(["study", "year", "outcome", "timepoint", "comparator", "arm"]);
const PLAIN: ReadonlySet<Role> = new Set(["further", "ignore"]);

/** One result that a row may hold: where its numbers stand, and what they are about. */
export interface ResultColumns {
  readonly about: About;
  readonly places: ReadonlyMap<Role, number>;
}

/** A mapping as places in its table. */
export interface Roles {
  /** Columns that say what the row is. */
  readonly naming: ReadonlyMap<Role, number>;
  readonly results: readonly ResultColumns[];
  readonly further: readonly number[];
  /** True where a row is one arm of a study. */
  readonly byArm: boolean;
}

interface Placed extends MappedColumn {
  readonly place: number;
}

/** Where everything stands in the table, or what the mapping lacks. Columns that are not in the table are passed over. */
export function rolesOf(table: OpenedTable, mapping: Mapping): Roles | { readonly error: UserError } {
  const columns = placed(table, mapping);
  const twice = repeated(columns);
  if (twice) return { error: twice };
  const naming = new Map(columns.filter(({ role }) => NAMING.has(role)).map(({ role, place }) => [role, place]));
  if (!naming.has("study")) return { error: needsStudy() };
  const byArm = naming.has("arm");
  const results = resultsOf(columns.filter(({ role }) => !NAMING.has(role) && !PLAIN.has(role)));
  const sets = byArm ? ARM_SETS : CONTRAST_SETS;
  const complete = results.filter(({ places }) => sets.some((set) => set.every((role) => places.has(role))));
  if (complete.length === 0) return { error: byArm ? needsArmNumbers() : needsNumbers() };
  const further = columns.filter(({ role }) => role === "further").map(({ place }) => place);
  return { naming, results: complete, further, byArm };
}

function placed(table: OpenedTable, { columns }: Mapping): Placed[] {
  const keys = table.header.map(columnKey);
  return columns.flatMap((column, i): Placed[] => {
    const key = columnKey(column.header);
    const place = keys[i] === key ? i : keys.indexOf(key);
    return place < 0 ? [] : [{ ...column, place }];
  });
}

function repeated(columns: readonly Placed[]): UserError | null {
  const seen = new Map<string, string>();
  for (const { role, header, ...column } of columns) {
    if (PLAIN.has(role)) continue;
    const key = NAMING.has(role) ? role : keyOf(role, column);
    const first = seen.get(key);
    if (first !== undefined) return roleTwice(first, header);
    seen.set(key, header);
  }
  return null;
}

function resultsOf(columns: readonly Placed[]): ResultColumns[] {
  const deciding = new Map<string, Placed[]>();
  for (const column of columns.filter(({ role }) => DECIDING.has(role))) {
    const key = keyOf("", column);
    deciding.set(key, [...(deciding.get(key) ?? []), column]);
  }
  // The more a column says of what it is about, the more it is a result's own: those come last and stay.
  const shared = columns.filter(({ role }) => !DECIDING.has(role)).sort((a, b) => detail(a) - detail(b));
  return [...deciding.values()].map((own) => {
    const { outcome, timepoint, comparator } = own[0]!;
    const about = { outcome, timepoint, comparator };
    const serving = [...shared.filter((column) => serves(column, about)), ...own];
    return { about, places: new Map(serving.map(({ role, place }) => [role, place])) };
  });
}

function serves(column: About, about: About): boolean {
  return (["outcome", "timepoint", "comparator"] as const).every(
    (key) => column[key] === null || column[key] === about[key],
  );
}

function detail({ outcome, timepoint, comparator }: About): number {
  return [outcome, timepoint, comparator].filter((value) => value !== null).length;
}

function keyOf(role: string, { outcome, timepoint, comparator }: About): string {
  return JSON.stringify([role, outcome, timepoint, comparator]);
}
