import { daysOf } from "../data/days";
import { matchingRows } from "../data/filter";
import type { Pooled, StudyResult } from "../model/analysis";
import { appliedModel } from "../model/appliedModel";
import type { Dataset } from "../model/descriptor";
import type { AskedOf } from "../model/exploration";
import type { Row } from "../model/study";
import type { TimeCourse, TimeLine, TrialPath } from "../model/timeCourse";
import { outcomeOf, poolRows } from "./analyse";
import { effectsOf, measuresOf, resolveMeasure, studyResult } from "./effects";

/**
 * The question's outcome over its timepoints, each comparator by itself, under the question's filters and exclusions.
 * Results over the whole follow-up have no place in time and are left out.
 */
export function timeCourse(dataset: Dataset, { question, sameTrials }: AskedOf<"timeCourse">): TimeCourse {
  const { selection } = question;
  const { descriptor } = dataset;
  const outcome = outcomeOf(dataset, selection.outcome);
  const measure = resolveMeasure(selection.measure, outcome, measuresOf(dataset.rows, selection.outcome));
  const model = appliedModel(question.model, measure.measure);
  const matching = matchingRows(dataset.rows, { ...selection, timepoint: null });
  const timepoints = descriptor.timepoints.filter(
    ({ name, wholeFollowUp }) => !wholeFollowUp && matching.some((row) => row.timepoint === name),
  );
  const names = timepoints.map(({ name }) => name);
  const reported = matching.filter((row) => names.includes(row.timepoint));
  const complete = reportingAll(reported, names);
  const rows = sameTrials ? reported.filter((row) => complete.has(row.studyId)) : reported;
  const excluded = new Set(selection.excluded);
  const effect = effectsOf(dataset, outcome, measure.measure, model);
  const results = new Map(rows.map((row) => [row.id, studyResult(row, effect, excluded)] as const));
  const pooled = (some: readonly Row[]): Pooled | null =>
    poolRows(some, results, { measure: measure.measure, model })?.pooled ?? null;

  return {
    measure,
    timepoints: names.map((name) => ({ name, days: daysOf(name) })),
    lines: descriptor.comparators.flatMap((comparator): TimeLine[] => {
      const own = rows.filter((row) => row.comparator === comparator);
      if (own.length === 0) return [];
      const points = names.map((timepoint) => ({
        timepoint,
        pooled: pooled(own.filter((row) => row.timepoint === timepoint)),
      }));
      return [{ comparator, points }];
    }),
    paths: pathsOf(rows, results, names),
    complete: complete.size,
    trials: new Set(reported.map((row) => row.studyId)).size,
  };
}

/** The trials that report every one of the timepoints. */
function reportingAll(rows: readonly Row[], names: readonly string[]): ReadonlySet<string> {
  const seen = new Map<string, Set<string>>();
  for (const { studyId, timepoint } of rows) seen.set(studyId, (seen.get(studyId) ?? new Set()).add(timepoint));
  return new Set([...seen].filter(([, at]) => at.size === names.length).map(([studyId]) => studyId));
}

/** Each included trial's effects in the order of time; those with one effect only make a point. */
function pathsOf(
  rows: readonly Row[],
  results: ReadonlyMap<number, StudyResult>,
  names: readonly string[],
): readonly TrialPath[] {
  const paths = new Map<string, { studyId: string; comparator: string; points: TrialPath["points"][number][] }>();
  for (const { id: rowId, studyId, comparator, timepoint } of rows) {
    const result = results.get(rowId);
    if (!result?.effect || result.state === "excluded") continue;
    const key = JSON.stringify([studyId, comparator]);
    const path = paths.get(key) ?? { studyId, comparator, points: [] };
    path.points.push({ timepoint, rowId, yi: result.effect.yi });
    paths.set(key, path);
  }
  const order = ({ timepoint }: { readonly timepoint: string }) => names.indexOf(timepoint);
  return [...paths.values()].map((path) => ({ ...path, points: path.points.sort((a, b) => order(a) - order(b)) }));
}
