import type { Pooled } from "../../model/analysis";
import { MEASURES } from "../../model/measure";
import type { TimeCourse, TrialPath } from "../../model/timeCourse";
import type { Scene } from "../../scene/scene";
import { DARK, LIGHT } from "../../scene/themes";
import { pool } from "../../stats/index";
import { timeCourseScene } from "../timeCourse";
import type { TimeCourseOptions } from "../timeCourseLayout";
import { type CaseQuestion, caseInput } from "./caseInput";
import { manyMeans } from "./caseStudies";

const OPTIONS: TimeCourseOptions = { width: 860, theme: LIGHT, lit: null };
const MODEL = { method: "DL", test: "z", predint: "V", level: 0.95 } as const;
const TIMES = [
  ["1 week", 7],
  ["1 month", 30.4],
  ["3 months", 91.3],
] as const;

interface Arm {
  readonly comparator: string;
  /** Effects of each trial over time; null where it does not report. */
  readonly trials: readonly (readonly (number | null)[])[];
}

const SHAM: Arm = {
  comparator: "Sham",
  trials: [
    [-0.9, -0.7, -0.3],
    [-1.3, -1.1, null],
    [-0.6, null, -0.2],
    [-1.1, -0.5, -0.4],
    [null, -0.8, null],
  ],
};
const CONVENTIONAL: Arm = {
  comparator: "Conventional needle-knife therapy",
  trials: [
    [-0.5, -0.6, -0.5],
    [-0.2, -0.4, -0.7],
    [null, null, -0.3],
  ],
};

/** A course of the arms' effects with variances of 0.04, pooled by the project's own statistics. */
function courseOf(
  arms: readonly Arm[],
  times: readonly (readonly [string, number | null])[] = TIMES,
  measure: TimeCourse["measure"] = MEASURES.SMD,
): TimeCourse {
  const paths = arms.flatMap(({ comparator, trials }, a) =>
    trials.map((effects, t): TrialPath => {
      const points = effects.flatMap((yi, i) =>
        yi === null ? [] : [{ timepoint: times[i]![0], rowId: 100 * a + 10 * t + i, yi }],
      );
      return { studyId: `trial-${a}-${t}`, comparator, points };
    }),
  );
  return {
    measure,
    timepoints: times.map(([name, days]) => ({ name, days })),
    lines: arms.map(({ comparator, trials }) => ({
      comparator,
      points: times.map(([timepoint], i) => ({ timepoint, pooled: pooledOf(trials.flatMap((t) => t[i] ?? [])) })),
    })),
    paths,
    complete: paths.filter(({ points }) => points.length === times.length).length,
    trials: paths.length,
  };
}

function pooledOf(yi: readonly number[]): Pooled | null {
  if (yi.length === 0) return null;
  const { weights: _, ...fit } = pool(
    yi,
    yi.map(() => 0.04),
    MODEL,
  );
  return { ...fit, N: 80 * yi.length };
}

function draw(
  course: TimeCourse,
  options: Partial<TimeCourseOptions> = {},
  question: Partial<CaseQuestion> = {},
): Scene {
  const input = caseInput(manyMeans(3), { measure: "SMD", ...question });
  return timeCourseScene(input, course, { ...OPTIONS, ...options });
}

const BOTH = courseOf([SHAM, CONVENTIONAL]);

export const timeCourseNone = () => draw(courseOf([], []));
export const timeCourseOneTimepoint = () => draw(courseOf([{ ...SHAM, trials: [[-0.9], [-0.2]] }], [["1 week", 7]]));
export const timeCourseOneComparator = () => draw(courseOf([SHAM]));
export const timeCourseTwo = () => draw(BOTH);
export const timeCourseLit = () => draw(BOTH, { lit: "trial-0-1" });
export const timeCourseDark = () => draw(BOTH, { theme: DARK });
export const timeCourseNarrow = () => draw(BOTH, { width: 328 });
export const timeCourseMid = () =>
  draw(BOTH, {}, { outcome: { mid: { value: 0.35, measure: "SMD", source: "a made-up source" } } });
export const timeCourseRatio = () => draw(courseOf([SHAM], TIMES, MEASURES.RR), {}, { measure: "RR" });

export const timeCourseClose = () =>
  draw(
    courseOf(
      [
        {
          ...SHAM,
          trials: [
            [-0.9, -0.7, -0.3, 0.2],
            [-1.3, -1.1, 4, -0.1],
          ],
        },
      ],
      [
        ["1 day", 1],
        ["2 days", 2],
        ["1 week", 7],
        ["2 years", 730],
      ],
    ),
  );

export const timeCourseNotToScale = () =>
  draw(
    courseOf(
      [SHAM],
      [
        ["Short term", null],
        ["Medium term", null],
        ["Long term", null],
      ],
    ),
  );
