import type { UserError } from "../../model/userError";
import { excerpt } from "../excerpt";
import type { TidyRecord } from "./tidyRecords";

/** One arm of a study with its numbers as they are written; "" where the file has none. */
export interface ArmRecord {
  /** The row of the file, as a spreadsheet counts. */
  readonly row: number;
  readonly study: string;
  readonly arm: string;
  readonly year: string;
  readonly outcome: string;
  readonly timepoint: string;
  readonly n: string;
  readonly mean: string;
  readonly sd: string;
  readonly events: string;
  /** Cells of the further columns. */
  readonly further: readonly string[];
}

export interface Contrasts {
  /** The other arm's name is the first of the further cells, before those of the arm's own row. */
  readonly records: readonly TidyRecord[];
  readonly notes: readonly UserError[];
}

/** The header of the further column that `armsToContrasts` puts first. */
export const INTERVENTION = "Intervention";

const CONTROL =
  /placebo|plac\b|sham|control|no (treatment|intervention|contact)|usual care|\btau\b|wait|\bwl\b|nothing/i;

/**
 * The arm that most studies have; a control by its name is preferred while at least half as many studies have it, since
 * what is asked is mostly what an intervention does beyond it. "" where no arm is named.
 */
export function usualReference(arms: readonly ArmRecord[]): string {
  const studies = new Map<string, Set<string>>();
  for (const { arm, study } of arms) if (arm !== "") studies.set(arm, (studies.get(arm) ?? new Set()).add(study));
  const byCount = [...studies].sort(([, a], [, b]) => b.size - a.size);
  const [first] = byCount;
  const control = byCount.find(([arm]) => CONTROL.test(arm));
  if (!first) return "";
  return control && 2 * control[1].size >= first[1].size ? control[0] : first[0];
}

/**
 * Each arm against the reference arm of its study, outcome and timepoint; the reference is arm 2 and the comparator.
 * Studies without it are left out with a note, and a reference that several contrasts of a study share is noted, since
 * its participants are then counted more than once.
 */
export function armsToContrasts(arms: readonly ArmRecord[], reference: string): Contrasts {
  const records: TidyRecord[] = [];
  const compared = new Set<string>();
  const without = new Set<string>();
  const shared = new Set<string>();
  const repeated = new Set<string>();
  for (const group of groups(arms)) {
    const { study } = group[0]!;
    const controls = group.filter(({ arm }) => arm === reference);
    const control = controls[0];
    const others = group.filter(({ arm }) => arm !== reference);
    if (!control || others.length === 0) without.add(study);
    else {
      if (controls.length > 1) repeated.add(study);
      if (others.length > 1) shared.add(study);
      compared.add(study);
      for (const arm of others) records.push(contrast(arm, control));
    }
  }
  for (const study of compared) without.delete(study);
  return {
    records,
    notes: [
      ...(without.size > 0 ? [withoutReference(reference, [...without])] : []),
      ...(shared.size > 0 ? [sharedControl(reference, [...shared])] : []),
      ...(repeated.size > 0 ? [repeatedReference(reference, [...repeated])] : []),
    ],
  };
}

function contrast(arm: ArmRecord, control: ArmRecord): TidyRecord {
  const { row, study, outcome, timepoint } = arm;
  const year = arm.year || control.year;
  const numbers = {
    ...{ m1i: arm.mean, sd1i: arm.sd, n1i: arm.n, m2i: control.mean, sd2i: control.sd, n2i: control.n },
    ...{ ai: arm.events, ci: control.events },
  };
  const cells = { study, year, outcome, timepoint, comparator: control.arm, ...numbers };
  return { row, cells, further: [arm.arm, ...arm.further] };
}

/** Arms of the same study, outcome and timepoint, in the order of the file. */
function groups(arms: readonly ArmRecord[]): ArmRecord[][] {
  const found = new Map<string, ArmRecord[]>();
  for (const arm of arms) {
    const key = [arm.study, arm.outcome, arm.timepoint].join("\u0000");
    const group = found.get(key);
    if (group) group.push(arm);
    else found.set(key, [arm]);
  }
  return [...found.values()];
}

const armNote = (code: string, message: string, remedy: string): UserError => ({
  code,
  message,
  remedy,
  where: { column: "comparator" },
});

const withoutReference = (reference: string, studies: readonly string[]): UserError =>
  armNote(
    "without-reference",
    `${named(studies)} no comparison with “${excerpt(reference)}” and ${studies.length === 1 ? "is" : "are"} left out.`,
    "Open the file by assigning its columns to compare with another arm.",
  );

const sharedControl = (reference: string, studies: readonly string[]): UserError =>
  armNote(
    "shared-control",
    `${named(studies)} several arms that are compared with the same “${excerpt(reference)}” arm: its participants count once for each where they are pooled together.`,
    "Look at one intervention at a time, or divide the shared arm among its comparisons.",
  );

const repeatedReference = (reference: string, studies: readonly string[]): UserError =>
  armNote(
    "repeated-reference",
    `${named(studies)} more than one “${excerpt(reference)}” arm: the first is used.`,
    "Give the arms different names, or combine them.",
  );

/** "Lee 2019 has", "3 studies (the first is Lee 2019) have". */
function named(studies: readonly string[]): string {
  const first = excerpt(studies[0]!);
  return studies.length === 1 ? `“${first}” has` : `${studies.length} studies (the first is “${first}”) have`;
}
