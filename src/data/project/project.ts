import * as v from "valibot";
import type { OwnData } from "../../model/ownData";
import type { UserError } from "../../model/userError";
import { datasetWrong, projectEmpty, projectNewer, projectNotJson, projectWrong } from "./faults";
import { type Migration, migrate } from "./migrate";
import { ownSchema } from "./ownSchema";

const FORMAT = "understory-project";

/** The version that is written is one more than their number. */
const MIGRATIONS: readonly Migration[] = [];

/** A reader's data with what was asked of them. */
export interface ProjectDataset {
  readonly own: OwnData;
  /** What is asked and how it is drawn: the search part of a link. */
  readonly search: string;
  /** The question whose answer is held on to, in the same form; null for none. */
  readonly pinned: string | null;
  /** SHA-256 of the rows as they were read, in hexadecimal; null where the browser offers no digests. */
  readonly sha256: string | null;
}

export type ProjectReading =
  | { readonly datasets: readonly ProjectDataset[]; readonly notes: readonly UserError[] }
  | { readonly error: UserError };

const frame = v.object({
  format: v.literal(FORMAT),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  writtenBy: v.optional(v.string(), ""),
});
const content = v.object({ datasets: v.array(v.unknown()) });
const dataset = v.object({
  own: ownSchema,
  search: v.string(),
  pinned: v.nullable(v.string()),
  sha256: v.nullable(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, "is no digest"))),
});

/** The text of a project file. @param version of Understory. */
export function writeProject(datasets: readonly ProjectDataset[], version: string): string {
  const project = {
    format: FORMAT,
    version: MIGRATIONS.length + 1,
    writtenBy: `Understory ${version}`,
    datasets,
  };
  return `${JSON.stringify(project)}\n`;
}

/** True for the content of a JSON file that says it is one of our projects, whole or not. */
export function isProject(value: unknown): boolean {
  return typeof value === "object" && value !== null && "format" in value && value.format === FORMAT;
}

/**
 * The datasets of a project file. One that is damaged beside sound ones is left out and noted; nothing is thrown.
 * @param migrations other than our own, for tests.
 */
export function readProject(text: string, migrations: readonly Migration[] = MIGRATIONS): ProjectReading {
  const value = parsed(text);
  if (value === undefined) return { error: projectNotJson() };
  const framed = v.safeParse(frame, value);
  if (!framed.success) return { error: projectWrong(...placeOf(framed.issues[0])) };
  const migrated = migrate(value, framed.output.version, migrations);
  if (migrated.kind === "newer") return { error: projectNewer(framed.output.writtenBy) };
  if (migrated.kind === "damaged") return { error: projectWrong("the file", "is damaged") };
  const read = v.safeParse(content, migrated.value);
  if (!read.success) return { error: projectWrong(...placeOf(read.issues[0])) };
  return readDatasets(read.output.datasets);
}

function readDatasets(values: readonly unknown[]): ProjectReading {
  const datasets: ProjectDataset[] = [];
  const faults: { readonly place: string; readonly why: string }[] = [];
  for (const [i, value] of values.entries()) {
    const read = v.safeParse(dataset, value);
    if (read.success) datasets.push(read.output);
    else {
      const [place, why] = placeOf(read.issues[0]);
      faults.push({ place: `Dataset ${i + 1}`, why: `“${place}” ${why}` });
    }
  }
  const [first] = faults;
  if (datasets.length === 0) return { error: first ? projectWrong(first.place, first.why) : projectEmpty() };
  return { datasets, notes: faults.map(({ place, why }) => datasetWrong(place, why)) };
}

function placeOf(issue: v.BaseIssue<unknown>): [place: string, why: string] {
  return [v.getDotPath(issue) ?? "the file", issue.message];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}
