import type { Descriptor } from "../../model/descriptor";
import type { Described } from "../../model/ownData";
import { layoutOf } from "../columns";
import { readDescriptor } from "../descriptor";
import type { Format, FormatReading, OpenedFile, OpenedTable, ReadTidy } from "./format";

/** Our own table: its columns named study, outcome, ai, n1i …, with its `datapackage.json` where there is one. */
export const TIDY: Format = {
  name: "tidy table",
  recognises: (files) => tidyTable(files) !== undefined,
  read: (files) => {
    const table = tidyTable(files);
    if (!table) throw new RangeError("there is no tidy table among the files");
    const description = files.find(isDescription);
    return description ? described(table, description.value) : tidy(table, {});
  },
};

function tidyTable(files: readonly OpenedFile[]): OpenedTable | undefined {
  return files.find((file): file is OpenedTable => file.kind === "table" && !("error" in layoutOf(file)));
}

type OpenedJson = Extract<OpenedFile, { kind: "json" }>;

function isDescription(file: OpenedFile): file is OpenedJson {
  if (file.kind !== "json") return false;
  const { name, value } = file;
  return /datapackage\.json$/i.test(name) || (typeof value === "object" && value !== null && "understory" in value);
}

function tidy(table: OpenedTable, described: Described): ReadTidy {
  return { kind: "tidy", format: TIDY.name, table, described, exported: [], notes: [] };
}

function described(table: OpenedTable, json: unknown): FormatReading {
  const { descriptor, errors } = readDescriptor(JSON.stringify(json));
  if (!descriptor) return { kind: "refused", errors };
  return { ...tidy(table, describedBy(descriptor)), name: descriptor.shortTitle };
}

function describedBy({ id: _id, shortTitle: _name, kind, ...rest }: Descriptor): Described {
  return kind === "simulated" ? { ...rest, kind } : rest;
}
