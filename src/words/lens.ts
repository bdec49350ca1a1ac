import type { MapCell } from "../model/analysis";
import type { Descriptor } from "../model/descriptor";
import type { LensReading } from "../model/lens";
import { estimateText, rangeText } from "./effectText";
import { chance } from "./lensMid";
import { differenceText, eventText } from "./lensRisk";
import { scaleEstimate, scaleName } from "./lensScale";
import { counted, upperFirst } from "./phrase";

/** Measures that have no familiar form by themselves. */
const MORE = "State the smallest difference that matters to see the chance of it.";

/** The lens in a line, for when it is closed: the most familiar form of the result first. */
export function lensSummary(reading: LensReading, descriptor: Descriptor): string {
  const { pooled, mid, scale, risk, level } = reading;
  if (!pooled) return "Needs one result: choose a single timepoint with trials.";
  const people = risk?.average
    ? `${upperFirst(eventText(reading, descriptor))}: ${differenceText(risk.average, level)} per 1,000`
    : "";
  const familiar = scale ? `A difference of ${scaleEstimate(scale, level)} on ${scaleName(scale)}` : "";
  const chances =
    mid && !("reason" in mid.newSetting)
      ? `${chance(mid.newSetting.better)} chance of a difference that matters in a new setting`
      : "";
  return [people, familiar, chances].filter((part) => part !== "").join("; ") || MORE;
}

/** A cell of the map in a line: "Adverse events: RR 0.38 (0.24 to 0.61)". */
export function cellLine({ outcome, pooled, measure, k }: MapCell, descriptor: Descriptor): string {
  const found = pooled
    ? `${measure.short} ${estimateText(pooled.mu, measure)} (${rangeText(pooled.ciLb, pooled.ciUb, measure)})`
    : `${counted(k, descriptor.studyNoun)}, no result`;
  return `${outcome}: ${found}`;
}
