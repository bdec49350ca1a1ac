import type { TidyColumn } from "../../tidy";
import { type Columns, textIn } from "../tableView";
import type { TidyCells } from "../tidyRecords";

/** Where a row's result stands: at the time, as change from baseline, as events, or computed by the database. */
export type Source = "means" | "change" | "events" | "g" | "log-rr" | "none";

interface Group {
  readonly source: Source;
  readonly columns: Readonly<Partial<Record<TidyColumn, readonly string[]>>>;
}

/** Groups of columns, the first that a row fills being its result; `.g` and `.log_rr` are metapsyTools' own. */
const GROUPS: readonly Group[] = [
  {
    source: "means",
    columns: {
      ...{ m1i: ["meanarm1"], sd1i: ["sdarm1"], n1i: ["narm1"] },
      ...{ m2i: ["meanarm2"], sd2i: ["sdarm2"], n2i: ["narm2"] },
    },
  },
  {
    source: "change",
    columns: {
      ...{ m1i: ["meanchangearm1"], sd1i: ["sdchangearm1"], n1i: ["nchangearm1", "narm1"] },
      ...{ m2i: ["meanchangearm2"], sd2i: ["sdchangearm2"], n2i: ["nchangearm2", "narm2"] },
    },
  },
  {
    source: "events",
    columns: { ai: ["eventarm1"], n1i: ["totalnarm1"], ci: ["eventarm2"], n2i: ["totalnarm2"] },
  },
  { source: "g", columns: { yi: ["precalcg"], sei: ["precalcgse"], n1i: ["narm1"], n2i: ["narm2"] } },
  {
    source: "log-rr",
    columns: { yi: ["precalclogrr"], sei: ["precalclogrrse"], n1i: ["totalnarm1"], n2i: ["totalnarm2"] },
  },
  { source: "g", columns: { yi: ["g"], sei: ["gse"], n1i: ["narm1"], n2i: ["narm2"] } },
  { source: "log-rr", columns: { yi: ["logrr"], sei: ["logrrse"], n1i: ["totalnarm1"], n2i: ["totalnarm2"] } },
];

/** Sizes alone are no result: every other column of a group must be filled. */
const SIZES: readonly string[] = ["n1i", "n2i"] satisfies TidyColumn[];

/** A group whose columns a table has, each with the places where its cell may stand. */
interface Placed {
  readonly source: Source;
  readonly columns: readonly (readonly [TidyColumn, readonly number[]])[];
  readonly deciding: readonly (readonly number[])[];
}

export interface Numbers {
  /** Places of all columns with numbers. */
  readonly used: readonly number[];
  /** The result of a row as tidy cells, with where it stood. */
  readonly read: (row: readonly string[]) => { readonly source: Source; readonly cells: TidyCells };
}

/** The columns with numbers of a table; null where it has none. */
export function numbersOf(table: Columns): Numbers | null {
  const groups = GROUPS.map((group) => placed(table, group)).filter(({ deciding }) =>
    deciding.every((at) => at.length > 0),
  );
  if (groups.length === 0) return null;
  const keys = new Set(GROUPS.flatMap(({ columns }) => Object.values(columns).flat()));
  return {
    used: [...keys].flatMap((key) => table.at(key) ?? []),
    read: (row) => {
      const group = groups.find(({ deciding }) => deciding.every((at) => firstFilled(row, at) !== ""));
      if (!group) return { source: "none", cells: {} };
      const cells: Partial<Record<TidyColumn, string>> = {};
      for (const [column, at] of group.columns) cells[column] = firstFilled(row, at);
      return { source: group.source, cells };
    },
  };
}

function placed(table: Columns, { source, columns }: Group): Placed {
  const found = (Object.entries(columns) as [TidyColumn, readonly string[]][]).map(
    ([column, keys]) => [column, keys.flatMap((key) => table.at(key) ?? [])] as const,
  );
  const deciding = found.filter(([column]) => !SIZES.includes(column)).map(([, places]) => places);
  return { source, columns: found, deciding };
}

function firstFilled(row: readonly string[], places: readonly number[]): string {
  for (const place of places) {
    const text = textIn(row, place);
    if (text !== "") return text;
  }
  return "";
}
