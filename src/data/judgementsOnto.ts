import type { TableChange } from "../model/finding";
import type { OwnData } from "../model/ownData";
import type { ReadJudgements } from "./formats/format";
import { tidyColumn } from "./tidy";
import { changed } from "./tidyTable";

export interface Overlaid {
  readonly own: OwnData;
  /** Judged studies that are in the data, by the names that the judgements have. */
  readonly matched: readonly string[];
  /** Judged studies that are not. */
  readonly unmatched: readonly string[];
}

/**
 * A reader's data with judgements of risk of bias laid over them. Studies are matched by their names without case,
 * accents, punctuation and "et al"; a year may stand in the name or in its own column, or be left out where the rest of
 * the name is one study's. Empty judgements leave what is there.
 */
export function judgementsOnto(
  own: OwnData,
  { domains, studies }: Pick<ReadJudgements, "domains" | "studies">,
): Overlaid {
  const rowsOf = rowsByName(own);
  const changes: TableChange[] = domains.map(({ column }) => ({ kind: "add-column", column }));
  const matched: string[] = [];
  const unmatched: string[] = [];
  const judgedRows = new Set<number>();
  for (const { study, judgements } of studies) {
    // Of two names that mean the same study, the first is taken: the second may be another study's.
    const rows = rowsOf(study).filter((row) => !judgedRows.has(row));
    for (const row of rows) judgedRows.add(row);
    (rows.length > 0 ? matched : unmatched).push(study);
    for (const { column } of domains) {
      const value = Object.hasOwn(judgements, column) ? (judgements[column] ?? "") : "";
      if (value !== "") for (const row of rows) changes.push({ kind: "cell", row, column, value });
    }
  }
  if (matched.length === 0) return { own, matched, unmatched };
  const known = (own.described.columns ?? []).filter(({ name }) => !domains.some(({ column }) => column === name));
  const judged = domains.map(({ column, title, riskOfBias }) => {
    return { name: column, title, riskOfBias, type: "category" as const };
  });
  const described = { ...own.described, columns: [...known, ...judged] };
  return { own: { ...own, table: changed(own.table, changes), described }, matched, unmatched };
}

/** The rows of the study that a name means; none where it means none, or could mean more than one. */
function rowsByName({ table: { header, rows } }: OwnData): (name: string) => readonly number[] {
  const place = (wanted: "study" | "year") => header.findIndex((name) => tidyColumn(name) === wanted);
  const [study, year] = [place("study"), place("year")];
  const rowsOf = new Map<string, number[]>();
  const named = new Map<string, Set<string>>();
  const undated = new Map<string, Set<string>>();
  for (const [row, cells] of rows.entries()) {
    const name = cells[study] ?? "";
    if (name === "") continue;
    const key = keyOf(name);
    const id = YEAR.test(key) ? key : key + keyOf(cells[year] ?? "");
    add(named, key, id);
    add(named, id, id);
    add(undated, withoutYear(id), id);
    const known = rowsOf.get(id);
    if (known) known.push(row);
    else rowsOf.set(id, [row]);
  }
  return (name) => {
    const key = keyOf(name);
    const bare = withoutYear(key);
    // Data that know no year of the study are meant by its name with any year.
    const meant = named.get(key) ?? undated.get(key) ?? (rowsOf.has(bare) ? new Set([bare]) : null);
    return meant?.size === 1 ? rowsOf.get([...meant][0]!)! : [];
  };
}

function add(map: Map<string, Set<string>>, key: string, id: string): void {
  map.set(key, (map.get(key) ?? new Set()).add(id));
}

const YEAR = /(?:1[89]|20)\d\d[a-z]?$/;

function withoutYear(key: string): string {
  return key.replace(YEAR, "") || key;
}

/** "Lee et al. (2019)" and "LEE 2019" alike. */
function keyOf(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
  const short = plain.replace(/\bet\.? al\b\.?|\band\b/g, " ").replace(/[^\p{L}\p{N}]+/gu, "");
  return short || plain.trim();
}
