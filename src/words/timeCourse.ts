import type { Descriptor } from "../model/descriptor";
import type { TimeCourse } from "../model/timeCourse";
import { effectText } from "./effectText";
import { counted, upperFirst } from "./phrase";

/** Each comparator's results over time, as a text alternative for the figure. */
export function timeCourseText({ lines, measure }: TimeCourse, { studyNoun }: Descriptor, level: number): string {
  return lines
    .map(({ comparator, points }) => {
      const told = points.map(({ timepoint, pooled }) =>
        pooled
          ? `${timepoint}: ${effectText(pooled, measure, level)}, ${counted(pooled.k, studyNoun)}`
          : `${timepoint}: no ${studyNoun.one}`,
      );
      return `${comparator}. ${told.join("; ")}.`;
    })
    .join(" ");
}

/** What must be known to read the figure without error. */
export function timeCourseNotes(course: TimeCourse, descriptor: Descriptor, isToScale: boolean): readonly string[] {
  const { many } = descriptor.studyNoun;
  return [
    "Thick: confidence interval. Dotted: prediction interval. Thin grey: single " +
      `${many} over time. A hollow sign is one ${descriptor.studyNoun.one}, not pooled.`,
    sameTrialsText(course, descriptor),
    ...(isToScale
      ? []
      : [
          "Timepoints are set evenly: their names do not tell the time between them, or on a true scale some would coincide.",
        ]),
  ];
}

/** How far the timepoints' results come from the same trials; "" with fewer than two timepoints. */
export function sameTrialsText(course: TimeCourse, descriptor: Descriptor): string {
  if (course.timepoints.length < 2) return "";
  const { many } = descriptor.peopleNoun;
  return `The same ${many} recur at several timepoints, so these are never pooled or tested against each other. ${completeText(course, descriptor)}`;
}

/** How many trials report every timepoint, and what that means for differences over time. */
export function completeText({ complete, trials }: TimeCourse, { studyNoun }: Descriptor): string {
  const between = `differences over time are also differences between ${studyNoun.many}`;
  if (complete === 0) return `No ${studyNoun.one} reports every timepoint: ${between}.`;
  if (complete === trials) return `Every ${studyNoun.one} reports every timepoint.`;
  return `${upperFirst(counted(complete, studyNoun))} of ${trials} report every timepoint; among all of them, ${between}.`;
}
