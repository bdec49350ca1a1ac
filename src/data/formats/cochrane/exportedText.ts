import type { ExportedEstimate, ExportedSettings } from "../../../model/exportedAnalysis";
import type { NamedMeasure } from "./measureNames";
import type { ReviewData } from "./review";

/** The settings of an analysis as a program words them; "" where it says nothing. */
export interface WordedSettings {
  readonly measureName: string;
  readonly method: string;
  readonly model: string;
  readonly estimator: string;
  readonly ciMethod: string;
  readonly level: string;
  readonly swapEvents: string;
  readonly hasOverall: string;
  readonly hasSubgroups: string;
}

/** The settings behind a program's words: "Random effect", "Random", "RANDOM" and "YES" of `RANDOM` are one. */
export function settingsOf(words: WordedSettings, data: ReviewData, measure: NamedMeasure): ExportedSettings {
  const isGiven = data === "effect" || data === "observed-expected";
  return {
    measure: isGiven ? "GEN" : measure.measure,
    measureName: words.measureName || measure.name,
    weighting: /peto/i.test(words.method) ? "Peto" : /^(mh|m-h|mantel)/i.test(words.method) ? "MH" : "IV",
    model: /^random|^yes$/i.test(words.model) ? "random" : "common",
    estimator: /dl|laird/i.test(words.estimator) ? "DL" : /reml/i.test(words.estimator) ? "REML" : null,
    ciMethod: /hksj|hartung/i.test(words.ciMethod) ? "HKSJ" : "Wald",
    level: levelOf(words.level),
    swapEvents: isYes(words.swapEvents),
    hasOverall: words.hasOverall === "" || isYes(words.hasOverall),
    hasSubgroups: isYes(words.hasSubgroups),
  };
}

/** Peto's odds ratio is asked for by its method in some programs and by its name in others. */
export function measureUnder(measure: NamedMeasure, method: string): NamedMeasure {
  if (measure.measure !== "OR" || !/peto/i.test(method)) return measure;
  return { measure: "PETO", name: "Peto odds ratio", short: "Peto OR", scale: "log" };
}

export function isYes(word: string): boolean {
  return /^(true|yes|1)$/i.test(word);
}

/** 0.95 from "95%", "95" or "0.95", and where nothing is said. */
function levelOf(word: string): number {
  const number = Number(word.replace(/%$/, "").trim() || Number.NaN);
  const level = number > 1 ? number / 100 : number;
  return level > 0.5 && level < 1 ? level : 0.95;
}

/** The numbers of an estimate by what they are; null where the file gives none. */
export type EstimateNumbers = Readonly<Record<keyof ExportedEstimate, number | null>>;

/**
 * An estimate, or null where none was exported. Older packages write 0 for blank: with `zerosAreBlank` an estimate
 * whose limits are all 0 is none.
 */
export function estimateOf(numbers: EstimateNumbers, zerosAreBlank: boolean): ExportedEstimate | null {
  const { estimate, ciLb, ciUb } = numbers;
  if (estimate === null) return null;
  if (zerosAreBlank && estimate === 0 && ciLb === 0 && ciUb === 0) return null;
  return numbers;
}

/** A test for subgroup differences, or null where it was not done. */
export function differenceOf(
  difference: Readonly<Record<"Q" | "df" | "pval" | "I2", number | null>>,
): typeof difference | null {
  return difference.Q === null || difference.df === null || difference.df <= 0 ? null : difference;
}
