import * as v from "valibot";
import type { ExportedAnalysis, ExportedEstimate } from "../../model/exportedAnalysis";
import type { AppliedRemedy } from "../../model/finding";
import type { OwnData, TidyTable } from "../../model/ownData";
import { measure } from "../descriptorSchema";
import { describedSchema } from "./describedSchema";

const MOST_COLUMNS = 10_000;
const MOST_ROWS = 1_000_000;

type SchemaOf<T> = { readonly [Key in keyof T]-?: v.GenericSchema<unknown, T[Key]> };

const text = v.string();
const numberOrNull = v.nullable(v.pipe(v.number(), v.finite()));

const estimate = v.object({
  estimate: numberOrNull,
  ciLb: numberOrNull,
  ciUb: numberOrNull,
  piLb: numberOrNull,
  piUb: numberOrNull,
  tau2: numberOrNull,
  Q: numberOrNull,
  df: numberOrNull,
  QPval: numberOrNull,
  I2: numberOrNull,
  statistic: numberOrNull,
  pval: numberOrNull,
} satisfies SchemaOf<ExportedEstimate>);

const settings = v.object({
  measure: v.nullable(measure),
  measureName: text,
  weighting: v.picklist(["MH", "IV", "Peto"]),
  model: v.picklist(["common", "random"]),
  estimator: v.nullable(v.picklist(["DL", "REML"])),
  ciMethod: v.picklist(["Wald", "HKSJ"]),
  level: v.pipe(v.number(), v.gtValue(0), v.ltValue(1)),
  swapEvents: v.boolean(),
  hasOverall: v.boolean(),
  hasSubgroups: v.boolean(),
} satisfies SchemaOf<ExportedAnalysis["settings"]>);

const exported = v.object({
  id: text,
  name: text,
  program: text,
  settings,
  overall: v.nullable(estimate),
  subgroups: v.array(v.object({ name: text, result: estimate })),
  difference: v.nullable(v.object({ Q: numberOrNull, df: numberOrNull, pval: numberOrNull, I2: numberOrNull })),
} satisfies SchemaOf<ExportedAnalysis>);

const remedy = v.object({
  findingId: text,
  check: text,
  message: text,
  derivation: v.array(text),
  sentence: text,
} satisfies SchemaOf<AppliedRemedy>);

const table = v.pipe(
  v.custom<TidyTable>(isTable, "is no table of text"),
  v.transform(({ header, rows }): TidyTable => ({ header, rows: rows.map((row) => whole(row, header.length)) })),
);

/** A reader's data as they stand in files and links. What is not known here is left out. */
export const ownSchema = v.object({
  // It stands in addresses.
  id: v.pipe(text, v.regex(/^[\w-]{1,64}$/, "is no id")),
  name: text,
  fileName: text,
  format: text,
  table,
  described: describedSchema,
  remedies: v.array(remedy),
  exported: v.array(exported),
} satisfies SchemaOf<OwnData>);

/** A table of a million rows is checked cell by cell within a second; a schema for each cell would take ten. */
function isTable(value: unknown): boolean {
  if (typeof value !== "object" || value === null || !("header" in value) || !("rows" in value)) return false;
  const { header, rows } = value;
  return (
    isLine(header) &&
    header.length <= MOST_COLUMNS &&
    Array.isArray(rows) &&
    rows.length <= MOST_ROWS &&
    rows.every((row) => isLine(row) && row.length <= header.length)
  );
}

/** Empty cells at the end of a row may have been left out. */
function whole(row: readonly string[], length: number): readonly string[] {
  return row.length === length ? row : [...row, ...Array<string>(length - row.length).fill("")];
}

function isLine(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((cell) => typeof cell === "string");
}
