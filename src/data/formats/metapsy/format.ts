import { INTERVENTION } from "../armsToContrasts";
import type { Format, OpenedFile } from "../format";
import { findTable, type TableView, textIn, viewOf } from "../tableView";
import { type TidyCells, type TidyRecord, tidyCsv } from "../tidyRecords";
import { describedOutcomes, outcomeOf, timepointOf } from "./names";
import { notesOn } from "./notes";
import { numbersOf, type Source } from "./numbers";

/** The Metapsy data standard: a row for each study, comparison, outcome, instrument and time (docs.metapsy.org). */
export const METAPSY: Format = {
  name: "metapsy data",
  recognises: (files) => tableOf(files) !== null,
  read: (files) => {
    const table = tableOf(files);
    if (!table) throw new RangeError("not a metapsy table");
    const view = viewOf(table);
    const numbers = numbersOf(view)!;
    const kept = keptColumns(view, numbers.used);
    const intervention = view.at("conditionarm1");
    const named = namesIn(view);
    const read = view.rows.map(({ row, cells }) => {
      const { source, cells: result } = numbers.read(cells);
      const further = [textIn(cells, intervention), ...kept.map((place) => textIn(cells, place))];
      const record: TidyRecord = { row, cells: { ...named(cells, source), ...result }, further };
      return { record, cells: record.cells, source };
    });
    const header = [INTERVENTION, ...kept.map((place) => view.header[place]!)];
    const records = read.map(({ record }) => record);
    const described = describedOutcomes(read);
    const notes = notesOn(read);
    const csv = tidyCsv(records, header, table);
    return { kind: "tidy", format: METAPSY.name, table: csv, described, exported: [], notes };
  },
};

function tableOf(files: readonly OpenedFile[]) {
  return findTable(files, (table) => table.has("study", "conditionarm1", "conditionarm2") && numbersOf(table) !== null);
}

/** Columns beyond names and numbers; those that begin with a dot were computed by metapsyTools from the others. */
function keptColumns(view: TableView, used: readonly number[]): readonly number[] {
  const names = ["study", "year", "conditionarm1", "conditionarm2", "outcometype", "time"].map((key) => view.at(key));
  const taken = new Set([...names, ...used]);
  return view.header.flatMap((name, place) => (taken.has(place) || name.startsWith(".") ? [] : [place]));
}

function namesIn(view: TableView): (cells: readonly string[], source: Source) => TidyCells {
  const [study, year, comparator] = [view.at("study"), view.at("year"), view.at("conditionarm2")];
  const [type, time, weeks] = [view.at("outcometype"), view.at("time"), view.at("timeweeks")];
  return (cells, source) => ({
    study: textIn(cells, study),
    year: textIn(cells, year),
    outcome: outcomeOf(textIn(cells, type), source),
    timepoint: timepointOf(textIn(cells, time), textIn(cells, weeks)),
    comparator: textIn(cells, comparator),
  });
}
