import { describe, expect, it } from "vitest";
import type { CountsMeasure, MeansMeasure } from "../../model/measure";
import type { SmdVariance } from "../../model/poolingModel";
import type { CountsData, MeansData } from "../../model/study";
import { MEASURES, type MeasureCase } from "../reference/measures";
import { expectClose } from "../reference/reference";
import { type ChangeData, type ChangeMeasure, changeEffect } from "./changeEffect";
import { countsEffect } from "./countsEffect";
import type { EffectOrReason } from "./effect";

import { meansEffect } from "./meansEffect";
import { type ProportionData, type ProportionMeasure, proportionEffect, proportionOfDoubleArcsine } from "./proportion";
import { type RatesData, type RatesMeasure, ratesEffect } from "./ratesEffect";
import {
  type CorrelationData,
  correlationEffect,
  type MeanData,
  meanEffect,
  type RateData,
  type RateMeasure,
  rateEffect,
} from "./singleGroup";
import { HALF_KEEPING_DOUBLE_ZEROS, HALF_WHERE_ZERO, type ZeroCells, type ZeroEvents } from "./zeroCells";

const TOLERANCE = 1e-10;

const ZERO_EVENTS: Readonly<Record<string, ZeroEvents>> = {
  half: HALF_WHERE_ZERO,
  keep: HALF_KEEPING_DOUBLE_ZEROS,
  tenth: { to: "only0", add: 0.1, doubleZeros: "drop" },
  all: { to: "all", add: 0.5, doubleZeros: "drop" },
  none: { to: "none", add: 0.5, doubleZeros: "drop" },
};

const ZERO_CELLS: Readonly<Record<string, ZeroCells>> = {
  ...ZERO_EVENTS,
  "treatment-arm": { to: "only0", add: "treatment-arm", doubleZeros: "drop" },
};

/** One study's numbers: which family they are of shows in their names. */
type FamilyRow =
  | Omit<MeansData, "kind">
  | Omit<CountsData, "kind">
  | (RatesData | RateData | ProportionData | ChangeData | MeanData | CorrelationData);

function effectOf(measure: string, option: string, row: FamilyRow): EffectOrReason {
  if ("m1i" in row) return meansEffect(measure as MeansMeasure, { kind: "means", ...row }, option as SmdVariance);
  if ("ai" in row) return countsEffect(measure as CountsMeasure, { kind: "counts", ...row }, ZERO_CELLS[option]!);
  if ("x1i" in row) return ratesEffect(measure as RatesMeasure, row, ZERO_EVENTS[option]!);
  if ("ti" in row) return rateEffect(measure as RateMeasure, row, ZERO_EVENTS[option]!);
  if ("xi" in row) return proportionEffect(measure as ProportionMeasure, row, ZERO_EVENTS[option]!);
  if ("mPre" in row) return changeEffect(measure as ChangeMeasure, row);
  return "mi" in row ? meanEffect(row) : correlationEffect(row);
}

function rowOf(data: MeasureCase["data"], i: number): FamilyRow {
  return Object.fromEntries(Object.entries(data).map(([name, column]) => [name, column[i]!])) as unknown as FamilyRow;
}

describe("effects of every family against metafor", () => {
  it.each(MEASURES.effects.map((data, i) => [`${i} ${data.measure} ${data.option}`, data] as const))(
    "%s",
    (_, data) => {
      data.yi.forEach((yi, i) => {
        const effect = effectOf(data.measure, data.option, rowOf(data.data, i));
        if (yi === null) expect(effect).toHaveProperty("reason");
        else if ("reason" in effect) expect.unreachable(`${effect.reason} in row ${i}`);
        else {
          // A difference of nearly equal numbers has the rounding of its terms, here of the size of its own SE.
          expectClose(effect.yi, yi, TOLERANCE, Math.sqrt(data.vi[i]!));
          expectClose(effect.vi, data.vi[i]!, TOLERANCE);
        }
      });
    },
  );

  it("is of the version whose conventions are described here: before 5.0, which corrects ROM", () => {
    expect(MEASURES.versions).toContain("metafor 3.8.1");
  });

  it("covers every measure with every rule", () => {
    const names = new Set(MEASURES.effects.map(({ measure, option }) => `${measure} ${option}`));
    const rules = Object.keys(ZERO_EVENTS);
    const wanted = [
      ...["SMD LS", "SMD UB", "MD LS", "SMDH LS", "SMD1 LS", "ROM LS", "MC LS", "SMCR LS", "SMCC LS"],
      ...["OR", "RR", "RD"].flatMap((measure) => Object.keys(ZERO_CELLS).map((rule) => `${measure} ${rule}`)),
      ...["IRR", "IRD"].flatMap((measure) => rules.map((rule) => `${measure} ${rule}`)),
      ...["IR", "IRLN", "PLO"].flatMap((measure) => ["half", "all", "none"].map((rule) => `${measure} ${rule}`)),
      ...["PETO none", "AS none", "PFT none", "MN none", "ZCOR none"],
    ];
    expect([...names].sort()).toEqual(wanted.sort());
  });
});

describe("the way back from the double arcsine, against metafor", () => {
  it.each(MEASURES.back.map((data) => [data.ni.join(", "), data] as const))("sizes %s", (_, { ni, yi, proportion }) => {
    yi.forEach((value, i) => {
      expectClose(proportionOfDoubleArcsine(value, ni), proportion[i]!, TOLERANCE, 1e-4);
    });
  });
});
