import { isControlName } from "./direction";
import type { NamedMeasure } from "./measureNames";
import type { ArmResult } from "./resultRows";
import type { Numbers, ReviewData, ReviewRow } from "./review";

/** A study's arm against its reference, for one outcome. */
export interface Contrast {
  readonly outcome: string;
  readonly data: ReviewData;
  readonly measure: NamedMeasure;
  readonly intervention: string;
  readonly control: string;
  readonly row: Omit<ReviewRow, "further" | "year">;
}

/**
 * Contrasts from lines by arm: each other arm against the reference that the file names; where it names none, against
 * the arm that sounds like a control, else the one that most studies have, else the last. `chosen` lists the latter.
 */
export function contrastsOf(results: readonly ArmResult[]): { contrasts: Contrast[]; chosen: string[] } {
  const chosen = new Set<string>();
  const common = studiesPerArm(results);
  const contrasts = [...groupedResults(results).values()].flatMap((group) => {
    const given = group.filter(({ yi }) => yi !== null).map(givenContrast);
    const arms = group.filter(({ yi, data }) => yi === null && (data === "counts" || data === "means"));
    if (arms.length === 0) return given.length > 0 ? given : group.slice(0, 1).map(givenContrast);
    const named = arms.map(({ reference }) => reference).find((name) => arms.some(({ arm }) => arm === name));
    const reference = arms.find(({ arm }) => arm === named) ?? likeliestReference(arms, common);
    if (named === undefined && arms.length > 1) chosen.add(reference.interventionOf(reference.arm));
    const others = arms.filter((result) => result !== reference);
    return [...given, ...(others.length > 0 ? others : arms).map((result) => armContrast(result, reference))];
  });
  return { contrasts, chosen: [...chosen] };
}

function groupedResults(results: readonly ArmResult[]): Map<string, ArmResult[]> {
  const groups = new Map<string, ArmResult[]>();
  for (const result of results) {
    const key = [result.study, result.outcome, result.data].join("\u0000");
    const group = groups.get(key);
    if (group) group.push(result);
    else groups.set(key, [result]);
  }
  return groups;
}

function studiesPerArm(results: readonly ArmResult[]): ReadonlyMap<string, number> {
  const studies = new Map<string, Set<string>>();
  for (const { study, arm, interventionOf } of results) {
    const name = interventionOf(arm);
    studies.set(name, (studies.get(name) ?? new Set()).add(study));
  }
  return new Map([...studies].map(([name, set]) => [name, set.size]));
}

function likeliestReference(arms: readonly ArmResult[], common: ReadonlyMap<string, number>): ArmResult {
  const nameOf = ({ arm, interventionOf }: ArmResult) => interventionOf(arm);
  const control = arms.find((result) => isControlName(nameOf(result)) || isControlName(result.arm));
  const shared = (result: ArmResult) => common.get(nameOf(result)) ?? 0;
  return control ?? arms.reduce((best, result) => (shared(result) >= shared(best) ? result : best));
}

function givenContrast(result: ArmResult): Contrast {
  const { arm, reference, n, yi, sei } = result;
  return contrast(result, arm, reference, { yi, sei, n1i: reference === "" ? null : n });
}

/** An arm by itself stays a line without a second arm, which the review's reader then counts as not usable. */
function armContrast(result: ArmResult, reference: ArmResult): Contrast {
  const alone = result === reference;
  return contrast(result, result.arm, reference.arm, {
    m1i: result.mean,
    sd1i: result.sd,
    ai: result.events,
    n1i: result.n,
    m2i: alone ? null : reference.mean,
    sd2i: alone ? null : reference.sd,
    ci: alone ? null : reference.events,
    n2i: alone ? null : reference.n,
  });
}

function contrast(result: ArmResult, arm: string, reference: string, numbers: Numbers): Contrast {
  const { row, study, outcome, data, measure, interventionOf } = result;
  return {
    outcome,
    data: data === "observed-expected" ? "effect" : data,
    measure,
    intervention: interventionOf(arm),
    control: interventionOf(reference),
    row: { row, study, subgroup: "", partOf: "both", numbers, shown: null },
  };
}
