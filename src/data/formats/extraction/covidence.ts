import type { UserError } from "../../../model/userError";
import type { CsvRecord } from "../../csv";
import { Tally } from "../../notes";
import type { Format, FormatReading, OpenedFile, OpenedTable } from "../format";
import { findTable, textIn, viewOf } from "../tableView";

/** Covidence's export of extracted data: a row per reviewer and study, its further columns named by the template. */
export const COVIDENCE: Format = {
  name: "Covidence extraction",
  recognises: (files) => tableOf(files) !== null,
  read: (files) => {
    const table = tableOf(files);
    if (!table) throw new RangeError("not a table of Covidence");
    return viewOf(table).has("reviewername") ? agreed(table) : { kind: "refused", errors: [referencesOnly()] };
  },
};

/** Extractions name reviewers; lists of references name authors and journals. */
function tableOf(files: readonly OpenedFile[]) {
  return findTable(
    files,
    ({ has }) => has("covidence#") && (has("reviewername") || has("title", "authors", "journal")),
  );
}

/** The rows that reviewers agreed on; a study that only one of them extracted keeps that row. */
function agreed(table: OpenedTable): FormatReading {
  const view = viewOf(table);
  const [number, reviewer] = [view.at("covidence#"), view.at("reviewername")];
  const studies = new Map<string, CsvRecord[]>();
  for (const record of table.records) {
    const id = textIn(record.cells, number);
    const group = studies.get(id);
    if (group) group.push(record);
    else studies.set(id, [record]);
  }
  const single = new Tally();
  const disagreed = new Tally();
  const records = [...studies.values()].flatMap((group) => {
    const consensus = group.filter(({ cells }) => textIn(cells, reviewer).toLowerCase() === "consensus");
    if (consensus.length > 0) return consensus;
    (group.length === 1 ? single : disagreed).add(group[0]!.row);
    return group.length === 1 ? group : [];
  });
  if (records.length === 0) return { kind: "refused", errors: [noConsensus()] };
  const notes = [
    onlyConsensus(table.records.length - records.length),
    ...(single.count > 0 ? [oneReviewer(single)] : []),
    ...(disagreed.count > 0 ? [notAgreed(disagreed)] : []),
  ];
  return { kind: "map", format: COVIDENCE.name, table: { ...table, records }, notes };
}

const note = (code: string, message: string, remedy: string): UserError => ({
  code,
  message,
  remedy,
  where: { column: "Reviewer Name" },
});

const onlyConsensus = (left: number): UserError =>
  note(
    "only-consensus",
    `Columns are named by your template, so say what each holds. Only consensus rows are kept; ${left === 1 ? "one row of a single reviewer is" : `${left} rows of single reviewers are`} left out.`,
    "Nothing, unless the consensus is not complete in Covidence.",
  );

const oneReviewer = ({ first, count }: Tally): UserError =>
  note(
    "one-reviewer",
    `${count === 1 ? "One study was" : `${count} studies were`} extracted by one reviewer only (the first in row ${first}): that row is kept.`,
    "Check these figures against the reports.",
  );

const notAgreed = ({ first, count }: Tally): UserError =>
  note(
    "not-agreed",
    `${count === 1 ? "One study has" : `${count} studies have`} several reviewers and no consensus (the first in row ${first}): left out.`,
    "Complete the consensus in Covidence and export again.",
  );

const noConsensus = (): UserError =>
  note(
    "no-consensus",
    "No study in this export has a consensus row, so that it is not clear which reviewer’s figures hold.",
    "Complete the consensus in Covidence and export again.",
  );

const referencesOnly = (): UserError => ({
  code: "references-only",
  message: "This is Covidence’s list of references: it holds no results.",
  remedy: "In Covidence, export the extracted data (or “Study results” for RevMan) and open that file.",
  where: {},
});
