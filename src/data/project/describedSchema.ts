import * as v from "valibot";
import type { ColumnInfo, OutcomeInfo, TimepointInfo } from "../../model/descriptor";
import type { Described } from "../../model/ownData";
import { better, measure, publishedFigure, publishedModel } from "../descriptorSchema";

/** One schema for every key of a type, so that the compiler refuses a key that was forgotten. */
type SchemaOf<T> = { readonly [Key in keyof T]-?: v.GenericSchema<unknown, Exclude<T[Key], undefined>> };

const text = v.string();
const number = v.pipe(v.number(), v.finite());
const noun = v.object({ one: text, many: text });
/** Becomes an address that the reader may follow: nothing that runs. */
const webAddress = v.pipe(text, v.regex(/^https?:\/\//i, "must begin with https://"));

const outcome = {
  name: text,
  better,
  harm: v.boolean(),
  noun: text,
  unit: v.nullable(text),
  mid: v.nullable(v.object({ value: number, measure, source: text })),
  measure: v.nullable(measure),
  given: v.nullable(v.object({ name: text, short: text, scale: v.picklist(["identity", "log"]) })),
  publishedModel: v.nullable(publishedModel),
} satisfies SchemaOf<OutcomeInfo>;

const timepoint = { name: text, wholeFollowUp: v.boolean() } satisfies SchemaOf<TimepointInfo>;

const column = {
  name: text,
  title: text,
  type: v.picklist(["category", "number", "text"]),
  riskOfBias: v.nullable(text),
} satisfies SchemaOf<ColumnInfo>;

const described = {
  kind: v.literal("simulated"),
  title: text,
  provenance: text,
  figureNote: text,
  citation: v.nullable(text),
  doi: v.nullable(text),
  licence: v.nullable(v.object({ name: text, url: v.nullable(webAddress) })),
  studyNoun: noun,
  peopleNoun: noun,
  arms: v.object({ intervention: text, control: text }),
  outcomes: v.array(v.object({ ...allOptional(outcome), name: text })),
  timepoints: v.array(v.object(timepoint)),
  comparators: v.array(text),
  columns: v.array(v.object({ ...allOptional(column), name: text })),
  defaults: v.object({
    outcome: text,
    timepoint: text,
    compareBy: v.nullable(text),
    preset: v.picklist(["published", "cochrane", "custom"]),
  }),
  publishedModel: v.nullable(publishedModel),
  publishedFigures: v.array(publishedFigure),
  corrections: v.array(text),
  account: v.object({
    facts: v.array(v.object({ label: text, value: text })),
    sections: v.array(v.object({ heading: text, text })),
  }),
} satisfies SchemaOf<Described>;

/** What is said of a reader's data beside their table. */
export const describedSchema = v.object(allOptional(described));

type AllOptional<T extends v.ObjectEntries> = { [Key in keyof T]: v.ExactOptionalSchema<T[Key], undefined> };

function allOptional<T extends v.ObjectEntries>(entries: T): AllOptional<T> {
  const optional = Object.entries(entries).map(([key, schema]) => [key, v.exactOptional(schema)]);
  return Object.fromEntries(optional) as AllOptional<T>;
}
