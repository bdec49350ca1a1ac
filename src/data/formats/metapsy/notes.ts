import type { UserError } from "../../../model/userError";
import type { TidyRecord } from "../tidyRecords";
import type { Source } from "./numbers";

const note = (code: string, message: string, remedy: string, column: string): UserError => ({
  code,
  message,
  remedy,
  where: { column },
});

/** What the reader of a metapsy table should know of its rows. */
export function notesOn(
  read: readonly { readonly record: TidyRecord; readonly source: Source }[],
): readonly UserError[] {
  const count = (...sources: readonly Source[]) => read.filter(({ source }) => sources.includes(source)).length;
  const several = studiesWithSeveral(read.map(({ record }) => record));
  return [
    ...(count("change") > 0 ? [changeScores(count("change"))] : []),
    ...(count("g", "log-rr") > 0 ? [precalculated(count("g", "log-rr"))] : []),
    ...(several > 0 ? [severalRows(several)] : []),
    direction(),
  ];
}

/** Studies with more than one row for the same outcome, timepoint and comparator. */
function studiesWithSeveral(records: readonly TidyRecord[]): number {
  const seen = new Set<string>();
  const several = new Set<string>();
  for (const { cells } of records) {
    const { study = "", outcome, timepoint, comparator } = cells;
    const key = [study, outcome, timepoint, comparator].join("\u0000");
    if (seen.has(key)) several.add(study);
    seen.add(key);
  }
  return several.size;
}

const changeScores = (rows: number): UserError =>
  note(
    "change-scores",
    `${rows === 1 ? "One row gives" : `${rows} rows give`} change from baseline. The SD of a change depends on how closely scores before and after are correlated, so that an SMD from it is on another scale than one from final scores.`,
    "Compare the result with and without them; mean differences of both may be pooled.",
    "sd1i",
  );

const precalculated = (rows: number): UserError =>
  note(
    "precalculated",
    `${rows === 1 ? "One row gives" : `${rows} rows give`} an effect that the database computed from other statistics: it is pooled apart from means and events.`,
    "Choose the given effect as the measure to see them.",
    "yi",
  );

const severalRows = (studies: number): UserError =>
  note(
    "several-rows",
    `${studies === 1 ? "One study has" : `${studies} studies have`} several rows for the same outcome, time and comparator (other instruments, ratings or arms): the same participants count more than once.`,
    "Filter by instrument, rating or primary outcome so that each study stays with one row.",
    "study",
  );

const direction = (): UserError =>
  note(
    "direction-assumed",
    "Lower scores are taken as better, and response and remission as wanted.",
    "Change the direction of an outcome where that is wrong.",
    "better",
  );
