import * as v from "valibot";

const text = v.pipe(v.string(), v.trim(), v.minLength(1, "must not be empty"));
const number = v.pipe(v.number(), v.finite());
export const better = v.picklist(["lower", "higher"]);
export const measure = v.picklist(["SMD", "MD", "ROM", "SMDH", "SMD1", "OR", "RR", "RD", "PETO", "AS", "GEN"]);
const orNull = <Schema extends v.GenericSchema>(schema: Schema) => v.optional(v.nullable(schema), null);

export const publishedModel = v.object({
  method: v.picklist(["EE", "DL", "PM", "REML", "ML", "EB", "HE", "HS", "SJ"]),
  test: v.picklist(["z", "t", "knha", "adhoc", "wider"]),
  predint: v.picklist(["z", "V", "HTS", "HK", "HK-PR"]),
  level: v.pipe(number, v.gtValue(0), v.ltValue(1)),
  smdVariance: v.picklist(["LS", "UB", "RevMan"]),
  zeroCells: v.optional(v.picklist(["only0", "all", "treatment-arm", "none"]), "only0"),
  groupTau2: v.optional(v.picklist(["separate", "common"]), "separate"),
  weighting: v.optional(v.picklist(["IV", "MH"]), "IV"),
});

const outcome = v.object({
  name: text,
  better,
  harm: v.optional(v.boolean(), false),
  noun: text,
  unit: orNull(text),
  mid: orNull(v.object({ value: number, measure, source: text })),
  measure: orNull(measure),
  given: orNull(v.object({ name: text, short: text, scale: v.picklist(["identity", "log"]) })),
  publishedModel: v.exactOptional(v.nullable(publishedModel)),
});

export const publishedFigure = v.object({
  outcome: text,
  timepoint: text,
  comparator: orNull(text),
  measure,
  estimate: orNull(number),
  ciLb: orNull(number),
  ciUb: orNull(number),
  I2: orNull(number),
  decimals: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10)), 2),
  significant: orNull(v.boolean()),
});

/** What Understory adds to a data package, under the key `understory`. */
const extras = v.object({
  kind: v.picklist(["simulated", "published", "own"]),
  shortTitle: text,
  provenance: text,
  figureNote: text,
  studyNoun: v.optional(v.object({ one: text, many: text }), { one: "study", many: "studies" }),
  peopleNoun: v.optional(v.object({ one: text, many: text }), { one: "participant", many: "participants" }),
  arms: v.object({ intervention: text, control: text }),
  outcomes: v.pipe(v.array(outcome), v.minLength(1, "must list an outcome")),
  timepoints: v.pipe(
    v.array(v.object({ name: text, wholeFollowUp: v.optional(v.boolean(), false) })),
    v.minLength(1, "must list a timepoint"),
  ),
  comparators: v.pipe(v.array(text), v.minLength(1, "must list a comparator")),
  defaults: v.object({
    outcome: text,
    timepoint: text,
    compareBy: orNull(text),
    preset: v.picklist(["published", "cochrane", "custom"]),
  }),
  publishedModel: orNull(publishedModel),
  publishedFigures: v.optional(v.array(publishedFigure), []),
  account: v.optional(
    v.object({
      facts: v.optional(v.array(v.object({ label: text, value: text })), []),
      sections: v.optional(v.array(v.object({ heading: text, text })), []),
    }),
    { facts: [], sections: [] },
  ),
});

/** One field of a Table Schema, with the roles that Understory gives to columns. */
const field = v.object({
  name: text,
  type: v.optional(v.string(), "string"),
  title: v.optional(text),
  "understory:role": v.optional(v.picklist(["facet", "riskOfBias", "direction", "text"])),
  "understory:domain": v.optional(text),
});

/** The parts of a Frictionless Data Package (Table Schema, version 1) that Understory reads. */
export const packageSchema = v.object({
  name: text,
  title: text,
  licenses: v.optional(
    v.array(v.object({ name: v.optional(text), title: v.optional(text), path: v.optional(text) })),
    [],
  ),
  sources: v.optional(v.array(v.object({ title: text, path: v.optional(text) })), []),
  resources: v.pipe(
    v.array(v.object({ path: text, schema: v.object({ fields: v.array(field) }) })),
    v.minLength(1, "must name the data file"),
  ),
  understory: extras,
});

export type DataPackage = v.InferOutput<typeof packageSchema>;
export type PackageField = v.InferOutput<typeof field>;
