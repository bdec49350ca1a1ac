import type { Descriptor } from "../../model/descriptor";
import type { OwnData } from "../../model/ownData";
import type { Row } from "../../model/study";
import { readCsv } from "../readCsv";
import { type Reading, readOwn } from "../readDataset";
import { tidyTableOf } from "../tidyTable";
import type { Format, OpenedTable, ReadTidy } from "./format";

/** A table as a text opens, for tests. */
export function opened(text: string, name = "table.csv"): OpenedTable {
  const csv = readCsv(text);
  if ("error" in csv) throw new Error(csv.error.message);
  return { kind: "table", name, ...csv };
}

/** What a format makes of a text that it must recognise. */
export function readTidy(format: Format, text: string): ReadTidy {
  const files = [opened(text)];
  if (!format.recognises(files)) throw new Error(`${format.name} does not recognise ${text.slice(0, 80)}`);
  const reading = format.read(files);
  if (reading.kind !== "tidy") throw new Error(JSON.stringify(reading));
  return reading;
}

export function ownOf({ format, table, described, exported }: ReadTidy): OwnData {
  const name = { id: "a", name: "Test", fileName: "test.csv" };
  return { ...name, format, table: tidyTableOf(table), described, remedies: [], exported };
}

/** The same as a dataset, which every format must give of a good file. */
export function datasetOf(format: Format, text: string): Reading & { rows: readonly Row[]; descriptor: Descriptor } {
  const reading = readOwn(ownOf(readTidy(format, text)));
  if (!reading.dataset) throw new Error(JSON.stringify(reading.errors));
  return { ...reading, ...reading.dataset };
}
