import { describe, expect, it } from "vitest";
import { converted, MEASURES } from "../reference/measures";
import { expectClose } from "../reference/reference";
import { effectFromInterval, effectFromLogRank, effectFromP, effectFromSe } from "./effectFrom";
import { correlationFromSds, sdFromSe, sdFromSeOfDifference, sdOfChange } from "./sd";
import { seFromInterval, seFromP, seFromStatistic } from "./se";

const TOLERANCE = 1e-10;

const { intervals, pairs } = MEASURES;

describe("standard errors made by R come back", () => {
  it.each(intervals.se.map((se, i) => [se, i]))("%d", (se, i) => {
    const estimate = intervals.estimate[i]!;
    const df = intervals.df[i]!;
    const level = intervals.level[i]!;
    const t = { ciLb: intervals.tLb[i]!, ciUb: intervals.tUb[i]! };
    const z = { ciLb: intervals.zLb[i]!, ciUb: intervals.zUb[i]! };
    expectClose(converted(seFromInterval(t, level, df)), se, TOLERANCE);
    expectClose(converted(seFromInterval(z, level, null)), se, TOLERANCE);
    expectClose(converted(seFromStatistic(estimate, intervals.ratio[i]!)), se, TOLERANCE);
    expectClose(converted(seFromP(estimate, intervals.tP[i]!, df)), se, TOLERANCE);
    expectClose(converted(seFromP(estimate, intervals.zP[i]!, null)), se, TOLERANCE);
    const effect = converted(effectFromInterval(estimate, z, level, null));
    expectClose(effect.vi, se ** 2, TOLERANCE);
    expect(effect.asymmetry).toBeCloseTo(0, 10);
    expectClose(converted(effectFromP(estimate, intervals.tP[i]!, df)).vi, se ** 2, TOLERANCE);
  });
});

describe("the SD of a change", () => {
  it.each(pairs.map((pair) => [pair.r[0]!, pair]))("at r = %d is R's, and gives it back", (r, pair) => {
    const [pre, post, change] = [pair.sdPre[0]!, pair.sdPost[0]!, pair.sdChange[0]!];
    expectClose(sdOfChange(pre, post, r), change, TOLERANCE);
    expectClose(converted(correlationFromSds(pre, post, change)), r, TOLERANCE, 1);
  });

  it("gives the standard error of Cochrane Handbook 5.1, 16.4.6.4", () => {
    expect(sdOfChange(2.38, 2.21, 0.68) / Math.sqrt(10)).toBeCloseTo(0.583, 3);
  });

  it("refuses what cannot be", () => {
    expect(() => sdOfChange(-1, 2, 0.5)).toThrow(RangeError);
    expect(() => sdOfChange(1, 2, 1.5)).toThrow(RangeError);
    expect(correlationFromSds(1, 2, 9)).toEqual({ reason: "impossible" });
  });
});

describe("worked examples", () => {
  it("gives the SD of Cochrane Handbook 6.5.2.3: a difference of 3.8 with P = 0.008, arms of 25 and 22", () => {
    const se = converted(seFromP(3.8, 0.008, 25 + 22 - 2));
    expect(se).toBeCloseTo(1.37, 2);
    expect(converted(sdFromSeOfDifference(se, 25, 22))).toBeCloseTo(4.69, 1);
  });

  it("gives the SD of Cochrane Handbook 6.5.2.2: an interval from 30.0 to 34.2 of 25 participants", () => {
    const se = converted(seFromInterval({ ciLb: 30, ciUb: 34.2 }, 0.95, 24));
    expect(converted(sdFromSe(se, 25))).toBeCloseTo(5.09, 2);
  });

  it("is near the approximation of Altman & Bland (2011), BMJ 343:d2090: RR 0.30, P = 0.034, SE 0.569", () => {
    expect(converted(seFromP(Math.log(0.3), 0.034, null))).toBeCloseTo(0.569, 2);
  });

  it("divides O − E by V", () => {
    expect(effectFromLogRank(-6, 12)).toEqual({ yi: -0.5, vi: 1 / 12 });
    expect(effectFromLogRank(-6, 0)).toEqual({ reason: "impossible" });
  });
});

describe("reasons", () => {
  it("learns nothing from a p-value of 0 or 1, or from no difference", () => {
    expect(seFromP(2, 1, null)).toEqual({ reason: "no-information" });
    expect(seFromP(2, 0, 9)).toEqual({ reason: "no-information" });
    expect(effectFromP(0, 0.4, null)).toEqual({ reason: "no-information" });
    expect(seFromStatistic(0, 0)).toEqual({ reason: "no-information" });
  });

  it("refuses what contradicts itself", () => {
    expect(seFromP(2, 1.2, null)).toEqual({ reason: "impossible" });
    expect(seFromP(NaN, 0.2, null)).toEqual({ reason: "impossible" });
    expect(seFromStatistic(2, -1)).toEqual({ reason: "impossible" });
    expect(seFromStatistic(2, 0)).toEqual({ reason: "impossible" });
    expect(seFromInterval({ ciLb: 2, ciUb: 1 }, 0.95, null)).toEqual({ reason: "impossible" });
    expect(effectFromInterval(3, { ciLb: 1, ciUb: 2 }, 0.95, null)).toEqual({ reason: "impossible" });
    expect(effectFromInterval(1, { ciLb: 1, ciUb: 1 }, 0.95, null)).toEqual({ reason: "impossible" });
    for (const se of [0, -1, NaN, Infinity]) {
      expect(effectFromSe(1, se)).toEqual({ reason: "impossible" });
      expect(sdFromSe(se, 9)).toEqual({ reason: "impossible" });
      expect(sdFromSeOfDifference(se, 9, 9)).toEqual({ reason: "impossible" });
    }
  });

  it("needs two participants, or three in two arms", () => {
    expect(sdFromSe(1, 1)).toEqual({ reason: "too-few" });
    expect(sdFromSeOfDifference(1, 1, 1)).toEqual({ reason: "too-few" });
  });

  it("shows an estimate that is not in the middle, as of limits that are not on the log scale", () => {
    const { asymmetry } = converted(effectFromInterval(0.5, { ciLb: 0.25, ciUb: 1 }, 0.95, null));
    expectClose(asymmetry, -1 / 3, 1e-14);
    const logs = { ciLb: Math.log(0.25), ciUb: Math.log(1) };
    expect(converted(effectFromInterval(Math.log(0.5), logs, 0.95, null)).asymmetry).toBeCloseTo(0, 14);
  });
});
