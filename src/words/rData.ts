import type { Analysis, StudyResult } from "../model/analysis";
import type { Row } from "../model/study";
import { groupName } from "./groupsText";

const WIDTH = 100; // characters of a line

/** A study that is pooled, with its row of the data. */
export interface PooledStudy {
  readonly row: Row;
  readonly result: Pick<StudyResult, "flipped">;
}

interface Pooled extends PooledStudy {
  readonly result: StudyResult;
}

/** The studies that enter a pooled result, in data order. */
export function pooledStudies({ studies }: Analysis, rowOf: (id: number) => Row): readonly Pooled[] {
  return studies
    .filter(({ state, effect }) => state === "included" && effect !== null)
    .map((result) => ({ result, row: rowOf(result.rowId) }));
}

/** Studies as an R data frame `dat`: names, the numbers of their arms, and what sets them apart. */
export function dataFrame({ groups }: Pick<Analysis, "groups">, studies: readonly PooledStudy[]): string {
  const groupOf = new Map(groups.flatMap(({ key, rowIds }) => rowIds.map((id) => [id, groupName(key)] as const)));
  const isTurned = studies.some(({ result }) => result.flipped);
  const columns = [
    column(
      "slab",
      studies.map(({ row }) => quoted(row.slab)),
    ),
    ...armColumns(studies),
    ...(isTurned
      ? [
          column(
            "turn",
            studies.map(({ result }) => (result.flipped ? "-1" : "1")),
          ),
        ]
      : []),
    ...(groups.length > 0
      ? [
          column(
            "group",
            studies.map(({ row }) => quoted(groupOf.get(row.id) ?? "")),
          ),
        ]
      : []),
  ];
  // R would put the groups in alphabetical order.
  const keys = groups.flatMap(({ key, pooled }) => (pooled ? [quoted(groupName(key))] : []));
  const ordered = keys.length > 0 ? `\ndat$group <- factor(dat$group, levels = c(${keys.join(", ")}))` : "";
  return `dat <- data.frame(\n${columns.join(",\n")}\n)${ordered}`;
}

function armColumns(studies: readonly PooledStudy[]): readonly string[] {
  return armColumnsOf(studies).map(({ name, cells }) => column(name, cells));
}

/** The numbers of the studies' arms, or their given effects, by metafor's names. */
export function armColumnsOf(
  studies: readonly PooledStudy[],
): readonly { readonly name: string; readonly cells: readonly string[] }[] {
  const first = studies[0];
  if (!first) return [];
  const names = {
    means: ["m1i", "sd1i", "n1i", "m2i", "sd2i", "n2i"],
    counts: ["ai", "n1i", "ci", "n2i"],
    given: ["yi", "vi"],
  }[first.row.data.kind];
  return names.map((name) => ({
    name,
    cells: studies.map(({ row }) => String(new Map<string, unknown>(Object.entries(row.data)).get(name))),
  }));
}

/** `name = c(...)` in lines that can be read. */
function column(name: string, cells: readonly string[]): string {
  return wrapped(`  ${name} = c(`, cells, ")");
}

/** Cells between an opening and a closing, with commas, in lines that can be read. */
export function wrapped(opening: string, cells: readonly string[], closing: string): string {
  const lines: string[] = [];
  let line = opening;
  for (const [i, cell] of cells.entries()) {
    const next = cell + (i < cells.length - 1 ? ", " : closing);
    if (line.length + next.length > WIDTH) {
      lines.push(line.trimEnd());
      line = "    ";
    }
    line += next;
  }
  return [...lines, line].join("\n");
}

/** A string of R, and of Python: JSON's escapes are theirs too, but neither takes a NUL or half a character. */
export function quoted(text: string): string {
  return JSON.stringify(text.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/gu, " "));
}

/** A comment of R, and of Python, on one line whatever is in the text. */
export function commented(text: string): string {
  return `# ${text.replace(/[\s\p{Cc}\p{Cs}]+/gu, " ")}`;
}
