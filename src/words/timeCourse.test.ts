import { describe, expect, it } from "vitest";
import { MEASURES } from "../model/measure";
import type { TimeCourse } from "../model/timeCourse";
import { pooled, usNkt } from "./fixtures";
import { sameTrialsText, timeCourseNotes, timeCourseText } from "./timeCourse";

const course: TimeCourse = {
  measure: MEASURES.SMD,
  timepoints: [
    { name: "1 week", days: 7 },
    { name: "1 month", days: 30 },
  ],
  lines: [
    {
      comparator: "Sham",
      points: [
        { timepoint: "1 week", pooled: pooled({ k: 3, mu: -1.2, ciLb: -2, ciUb: -0.4 }) },
        { timepoint: "1 month", pooled: null },
      ],
    },
  ],
  ...{ paths: [], complete: 2, trials: 8 },
};

describe("the words of a time course", () => {
  it("tell each result, and where there is none", () => {
    expect(timeCourseText(course, usNkt, 0.95)).toBe(
      "Sham. 1 week: SMD −1.20 (95% CI −2.00 to −0.40), 3 trials; 1 month: no trial.",
    );
  });

  it.each([
    [0, "No trial reports every timepoint: differences over time are also differences between trials."],
    [2, "2 trials of 8 report every timepoint; among all of them, differences over time are also"],
    [8, "Every trial reports every timepoint."],
  ])("say that patients recur, and how many of 8 trials are at every timepoint: %i", (complete, words) => {
    const told = sameTrialsText({ ...course, complete }, usNkt);
    expect(told).toContain("The same patients recur at several timepoints");
    expect(told).toContain(words);
  });

  it("say so where the distances are not those of time", () => {
    expect(timeCourseNotes(course, usNkt, true).join(" ")).not.toContain("evenly");
    expect(timeCourseNotes(course, usNkt, false).join(" ")).toContain("evenly");
  });

  it("need no such words for one timepoint", () => {
    expect(sameTrialsText({ ...course, timepoints: [{ name: "1 week", days: 7 }] }, usNkt)).toBe("");
  });
});
