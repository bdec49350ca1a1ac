import type { Described } from "../../../model/ownData";
import { ASSUMED } from "../../drafts";
import type { Format, FormatReading, OpenedFile, OpenedTable } from "../format";
import { findTable, type TableView, textIn, type ViewRow, viewOf } from "../tableView";
import { type TidyCells, type TidyRecord, tidyCsv } from "../tidyRecords";
import { assumptions, type NamedColumns, namedColumns } from "./names";
import type { FindSets, NumberSet } from "./numberSet";
import { hasStudies, type StudyColumns, studyColumns } from "./study";

/** A format with a row per result, recognised by its columns of numbers beside one that names studies. */
export function resultFormat(name: string, find: FindSets): Format {
  const tableOf = (files: readonly OpenedFile[]) =>
    findTable(files, (columns) => hasStudies(columns) && find(columns).length > 0);
  return {
    name,
    recognises: (files) => tableOf(files) !== null,
    read: (files) => {
      const table = tableOf(files);
      if (!table) throw new RangeError(`not a table of ${name}`);
      return readResults(name, table, find);
    },
  };
}

function readResults(format: string, table: OpenedTable, find: FindSets): FormatReading {
  const view = viewOf(table);
  const sets = find(view);
  const study = studyColumns(view);
  if (!study) throw new RangeError("no column names studies");
  const named = namedColumns(view);
  const sizes = ["n1i", "n2i"].map((key) => view.at(key));
  const taken = new Set([...study.taken, ...named.taken, ...sizes, ...sets.flatMap((set) => set.taken)]);
  const kept = view.header.flatMap((_, place) => (taken.has(place) ? [] : [place]));
  const read = recordsOf(view, study, named, sets);
  const records = read.map(({ row, cells }): TidyRecord => {
    return { row: row.row, cells, further: kept.map((place) => textIn(row.cells, place)) };
  });
  const csv = tidyCsv(
    records,
    kept.map((place) => view.header[place]!),
    table,
  );
  const described = describedBy(sets, records);
  const assumed = described.outcomes ? assumptions(csv.header) : [];
  const notes = [...assumed, ...sets.flatMap((set) => set.notes())];
  return { kind: "tidy", format, table: csv, described, exported: [], notes };
}

interface Read {
  readonly row: ViewRow;
  readonly cells: TidyCells;
}

/** Each row's results: its means and its events, or else its given effects by their timepoints. */
function recordsOf(view: TableView, study: StudyColumns, names: NamedColumns, sets: readonly NumberSet[]): Read[] {
  const read = resultReader(view, sets);
  return view.rows.flatMap((row): Read[] => {
    const named: TidyCells = { study: study.study(row.cells), year: study.year(row.cells), ...names.cells(row.cells) };
    const results = read(row.cells, named.outcome || ASSUMED.outcome);
    // A row without any number stays, so that its fault is told.
    return results.length > 0
      ? results.map((cells) => ({ row, cells: { ...named, ...cells } }))
      : [{ row, cells: named }];
  });
}

/** Means and events cannot be pooled: where a table has columns of both, their outcomes are told apart. */
function resultReader(view: TableView, sets: readonly NumberSet[]) {
  const [means, events] = (["means", "events"] as const).map((kind) => sets.some((set) => set.kind === kind));
  const toldApart = means && events && !view.has("outcome");
  const sizes = (["n1i", "n2i"] as const).map((key) => [key, view.at(key)] as const);
  return (row: readonly string[], outcome: string): TidyCells[] => {
    const found = sets.flatMap((set) => {
      const cells = set.cells(row);
      return cells ? [{ set, cells }] : [];
    });
    const arms = found.filter(({ set }) => set.kind !== "given");
    const given = found.filter(({ set }) => set.kind === "given");
    if (arms.length === 0) {
      const known = Object.fromEntries(sizes.map(([key, place]) => [key, textIn(row, place)]));
      return given.map(({ set: { timepoint }, cells }) => ({
        ...(timepoint ? { timepoint } : {}),
        ...known,
        ...cells,
      }));
    }
    return arms.map(({ set, cells }, i) => {
      const told = toldApart || arms.length > 1 ? { outcome: `${outcome} (${set.kind})` } : {};
      // Arms that lack a number may have their effect given beside them.
      return { ...told, ...(i === 0 ? given[0]?.cells : {}), ...cells };
    });
  };
}

function describedBy(sets: readonly NumberSet[], records: readonly TidyRecord[]): Described {
  const given = sets.find((set) => set.given !== null)?.given;
  if (!given) return {};
  const outcomes = new Set(records.map(({ cells }) => cells.outcome || ASSUMED.outcome));
  return { outcomes: [...outcomes].map((name) => ({ name, given })) };
}
