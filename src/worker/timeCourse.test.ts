import { describe, expect, it } from "vitest";
import { defaultAsked, questionOf } from "../state/selectors";
import { analyse } from "./analyse";
import { bundled } from "./bundledDataset";
import { timeCourse } from "./timeCourse";

const dataset = bundled("us-nkt");
const question = questionOf(defaultAsked(dataset), dataset.descriptor);
const course = timeCourse(dataset, { question, sameTrials: false });

describe("timeCourse", () => {
  it("gives each comparator at each timepoint the very result of that cell's answer", () => {
    expect(course.timepoints).toEqual([
      { name: "1 week", days: 7 },
      { name: "1 month", days: 365.25 / 12 },
      { name: "3 months", days: (3 * 365.25) / 12 },
    ]);
    for (const { comparator, points } of course.lines) {
      for (const { timepoint, pooled } of points) {
        const hiddenComparators = dataset.descriptor.comparators.filter((c) => c !== comparator);
        const selection = { ...question.selection, timepoint, hiddenComparators, compareBy: null };
        expect(pooled).toEqual(analyse(dataset, { ...question, selection }).overall);
      }
    }
  });

  it("follows each trial in the order of time, and leaves out what is excluded", () => {
    const [first] = course.paths;
    const without = { ...question.selection, excluded: [first!.studyId] };
    const rest = timeCourse(dataset, { question: { ...question, selection: without }, sameTrials: false });
    expect(first!.points.map((p) => p.timepoint)).toEqual(
      ["1 week", "1 month", "3 months"].slice(0, first!.points.length),
    );
    expect(rest.paths.some((path) => path.studyId === first!.studyId)).toBe(false);
  });

  it("keeps only the trials that report every timepoint, where that is asked", () => {
    const stimulation = bundled("dbs-parkinson");
    const asked = questionOf(defaultAsked(stimulation), stimulation.descriptor);
    const all = timeCourse(stimulation, { question: asked, sameTrials: false });
    const same = timeCourse(stimulation, { question: asked, sameTrials: true });
    expect(all.complete).toBeGreaterThan(0);
    expect(all.complete).toBeLessThan(all.trials);
    expect(new Set(same.paths.map((path) => path.studyId)).size).toBe(all.complete);
    expect(same.paths.every((path) => path.points.length === all.timepoints.length)).toBe(true);
    expect(course.complete).toBe(0);
  });

  it("has no timepoint for results over the whole follow-up", () => {
    const selection = { ...question.selection, outcome: "Adverse events" };
    expect(timeCourse(dataset, { question: { ...question, selection }, sameTrials: false }).timepoints).toEqual([]);
  });
});
