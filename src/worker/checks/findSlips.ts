import { type Reading, readOwn } from "../../data/readDataset";
import { tidyTableOfRows } from "../../data/tidyRows";
import type { Dataset } from "../../model/descriptor";
import type { Checked, Finding } from "../../model/finding";
import type { OwnData } from "../../model/ownData";
import { armsSwapped } from "./armsSwapped";
import { asymmetricInterval } from "./asymmetricInterval";
import { doubleZero } from "./doubleZero";
import { duplicates } from "./duplicates";
import { cellOf, impossible } from "./impossible";
import { largeSmd } from "./largeSmd";
import { missingSd } from "./missingSd";
import { mixedDirections } from "./mixedDirections";
import { mixedScales } from "./mixedScales";
import { percentages } from "./percentages";
import { roundedSpread } from "./roundedSpread";
import { seAsSd } from "./seAsSd";
import { seOrVariance } from "./seOrVariance";
import { sharedArm } from "./sharedArm";
import { type Check, type Slips, slipsOf } from "./slips";
import { spreadsDisagree } from "./spreadsDisagree";

const MOST = 500; // findings that a reader can be asked to look at

/** Checks by what they look at: those that say why a row is in no result come first. */
const CHECKS: readonly Check[] = [
  missingSd,
  percentages,
  roundedSpread,
  spreadsDisagree,
  seAsSd,
  largeSmd,
  seOrVariance,
  asymmetricInterval,
  armsSwapped,
  mixedDirections,
  mixedScales,
  duplicates,
  sharedArm,
  doubleZero,
];

const GRAVEST_FIRST: readonly Finding["severity"][] = ["wrong", "doubtful", "note"];

/** What looks like a slip in a reader's data; nothing where they cannot be read at all. Never throws on any table. */
export function checkOwn(own: OwnData): Checked {
  const slips = slipsOf(own, readOwn(own));
  return slips ? checked(slips) : { findings: [], rowIds: own.table.rows.map(() => null) };
}

/** The same of a dataset of the site, whose rows are all in order; there is nothing that the reader could remedy. */
export function checkDataset(dataset: Dataset): Checked {
  const { descriptor } = dataset;
  const { id, title: name } = descriptor;
  const table = tidyTableOfRows(dataset);
  const own = { id, name, fileName: name, format: "", table, described: {}, remedies: [], exported: [] };
  const reading: Reading = { dataset, errors: [], errorCount: 0, rejectedRows: 0, notes: [] };
  const slips = slipsOf(own, reading);
  const { findings, rowIds } = slips ? checked(slips) : { findings: [], rowIds: [] };
  return { findings: findings.map((finding) => ({ ...finding, remedies: [] })), rowIds };
}

function checked(slips: Slips): Checked {
  const findings = withoutEchoes(CHECKS.flatMap((check) => check(slips)));
  const told = new Set(
    findings.flatMap(({ rows, columns }) => rows.flatMap((row) => columns.map((column) => cellOf(row, column)))),
  );
  const all = [...impossible(told)(slips), ...findings];
  const rowIds: (number | null)[] = slips.own.table.rows.map(() => null);
  for (const { index, row } of slips.placed) rowIds[index] = row.id;
  const sorted = GRAVEST_FIRST.flatMap((severity) => all.filter((one) => one.severity === severity));
  return { findings: withOwnIds(sorted.slice(0, MOST)), rowIds };
}

/** Rows that are the same in every cell have findings of the same id: the later ones are numbered. */
function withOwnIds(findings: readonly Finding[]): Finding[] {
  const counts = new Map<string, number>();
  return findings.map((finding) => {
    const count = (counts.get(finding.id) ?? 0) + 1;
    counts.set(finding.id, count);
    return count === 1 ? finding : { ...finding, id: `${finding.id}-${count}` };
  });
}

/** One slip shows in several ways: what follows from one that is told is not told again. */
const ECHOES: ReadonlyMap<string, readonly string[]> = new Map([
  ["large-smd", ["se-as-sd"]],
  ["mixed-scales", ["se-as-sd"]],
  ["se-or-variance", ["spreads-disagree"]],
  ["arms-swapped", ["mixed-directions"]],
]);

function withoutEchoes(findings: readonly Finding[]): Finding[] {
  const rowsOf = new Map<string, Set<number>>();
  for (const { check, rows } of findings) {
    const known = rowsOf.get(check) ?? new Set();
    for (const row of rows) known.add(row);
    rowsOf.set(check, known);
  }
  return findings.filter(({ check, rows }) => {
    const causes = ECHOES.get(check) ?? [];
    return !causes.some((cause) => rows.every((row) => rowsOf.get(cause)?.has(row)));
  });
}
