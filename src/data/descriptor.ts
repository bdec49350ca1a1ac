import * as v from "valibot";
import type { ColumnInfo, Descriptor } from "../model/descriptor";
import type { UserError } from "../model/userError";
import { type DataPackage, type PackageField, packageSchema } from "./descriptorSchema";
import { packageNotJson, packageWrong } from "./fileFaults";
import { tidyColumn } from "./tidy";

/** A descriptor, or every reason why the file is none. */
export type DescriptorReading =
  | { readonly descriptor: Descriptor; readonly dataPath: string; readonly errors: readonly [] }
  | { readonly descriptor: null; readonly dataPath: null; readonly errors: readonly UserError[] };

/**
 * Reads the text of a `datapackage.json` (Frictionless Data Package; our own part under `understory`). `dataPath` is
 * where the CSV lies, relative to the package. Nothing is thrown: each fault names the place in the file.
 */
export function readDescriptor(json: string): DescriptorReading {
  const parsed = parseJson(json);
  if (parsed === undefined) return refused([packageNotJson()]);
  const result = v.safeParse(packageSchema, parsed);
  if (!result.success) {
    return refused(result.issues.map((issue) => packageWrong(v.getDotPath(issue) ?? "the file", issue.message)));
  }
  const errors = danglingNames(result.output);
  if (errors.length > 0) return refused(errors);
  return { descriptor: toDescriptor(result.output), dataPath: result.output.resources[0]!.path, errors: [] };
}

function refused(errors: readonly UserError[]): DescriptorReading {
  return { descriptor: null, dataPath: null, errors };
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}

function toDescriptor({ name, title, licenses, sources, resources, understory }: DataPackage): Descriptor {
  const source = sources[0];
  const licence = licenses[0];
  const licenceName = licence?.title ?? licence?.name;
  return {
    ...understory,
    id: name,
    title,
    citation: source?.title ?? null,
    doi: source?.path?.match(/10\.\d{4,9}\/\S+$/)?.[0] ?? null,
    licence: licenceName ? { name: licenceName, url: licence?.path ?? null } : null,
    columns: resources[0]!.schema.fields.filter((field) => !tidyColumn(field.name)).map(toColumn),
  };
}

function toColumn(field: PackageField): ColumnInfo {
  const role = field["understory:role"];
  const numeric = field.type === "number" || field.type === "integer";
  const title = field.title ?? field.name;
  return {
    name: field.name,
    title,
    type: numeric ? "number" : role === "facet" || role === "riskOfBias" ? "category" : "text",
    riskOfBias: role === "riskOfBias" ? (field["understory:domain"] ?? title) : null,
  };
}

/** Names that the package uses without having listed them. */
function danglingNames({ understory, resources }: DataPackage): UserError[] {
  const { outcomes, timepoints, comparators, defaults, publishedFigures } = understory;
  const outcomeNames = new Set(outcomes.map(({ name }) => name));
  const timepointNames = new Set(timepoints.map(({ name }) => name));
  const groupings = ["comparator", "timepoint", ...resources[0]!.schema.fields.map(({ name }) => name)];
  const errors: UserError[] = [];
  const require = (known: boolean, place: string, name: string) => {
    if (!known) errors.push(packageWrong(place, `“${name}” is not listed in the package`));
  };
  require(outcomeNames.has(defaults.outcome), "understory.defaults.outcome", defaults.outcome);
  require(timepointNames.has(defaults.timepoint), "understory.defaults.timepoint", defaults.timepoint);
  const { compareBy } = defaults;
  if (compareBy !== null) require(groupings.includes(compareBy), "understory.defaults.compareBy", compareBy);
  for (const [i, { outcome, timepoint, comparator }] of publishedFigures.entries()) {
    const place = `understory.publishedFigures.${i}`;
    require(outcomeNames.has(outcome), place, outcome);
    require(timepointNames.has(timepoint), place, timepoint);
    require(comparator === null || comparators.includes(comparator), place, comparator ?? "");
  }
  return errors;
}
