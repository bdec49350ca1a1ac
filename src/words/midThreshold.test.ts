import { describe, expect, it } from "vitest";
import { NO_LENS } from "../model/lens";
import { MEASURES } from "../model/measure";
import { usNkt } from "./fixtures";
import { midThreshold, outcomeThrough } from "./midThreshold";

const pain = usNkt.outcomes[0]!;
const withMid = { ...pain, mid: { value: -1.5, measure: "MD" as const, source: "a paper" } };

it("is the reader's before the dataset's, and only for its own measure", () => {
  expect(midThreshold(MEASURES.MD, withMid, NO_LENS)).toBe(1.5);
  expect(midThreshold(MEASURES.SMD, withMid, NO_LENS)).toBeNull();
  expect(midThreshold(MEASURES.MD, withMid, { ...NO_LENS, mids: { "MD Pain": 2 } })).toBe(2);
});

it("is a distance on the log scale for ratios, the same for 0.8 and 1.25", () => {
  const at = (value: number) => midThreshold(MEASURES.RR, pain, { ...NO_LENS, mids: { "RR Pain": value } });
  expect(at(0.8)).toBeCloseTo(Math.log(1.25), 12);
  expect(at(1.25)).toBeCloseTo(Math.log(1.25), 12);
  expect(at(1)).toBeNull();
});

describe("outcomeThrough", () => {
  it("puts the reader's difference over the dataset's, for the measure that it was given for", () => {
    const lens = { ...NO_LENS, mids: { "MD Pain": 2 } };
    expect(outcomeThrough(lens, withMid, MEASURES.MD).mid).toEqual({
      value: 2,
      measure: "MD",
      source: "as the reader set it",
    });
    expect(outcomeThrough(lens, withMid, MEASURES.SMD)).toBe(withMid);
  });
});
