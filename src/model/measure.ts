import type { ArmDataKind } from "./study";

/** Measures of two arms' means: `SMDH` without a common SD, `SMD1` Glass's delta, `ROM` the ratio of means. */
export type MeansMeasure = "SMD" | "MD" | "ROM" | "SMDH" | "SMD1";

/** Measures of events in two arms: `PETO` Peto's odds ratio, `AS` the arcsine difference. */
export type CountsMeasure = "RR" | "OR" | "RD" | "PETO" | "AS";

/** Effect measures, named by metafor's codes; `GEN` is an effect that the data give ready made. */
export type Measure = MeansMeasure | CountsMeasure | "GEN";

/** The analysis scale: `log` effects are exponentiated for the reader, and only there. */
export type Scale = "identity" | "log";

export interface MeasureInfo {
  readonly measure: Measure;
  /** In full, as Cochrane writes it: "risk ratio". */
  readonly name: string;
  /** For column heads and the Answer: "RR". */
  readonly short: string;
  readonly scale: Scale;
}

/** What each measure is called. `GEN` stands for an outcome's own given effect (see `outcomeMeasure`). */
export const MEASURES: Readonly<Record<Measure, MeasureInfo>> = {
  SMD: { measure: "SMD", name: "standardised mean difference (Hedges’ g)", short: "SMD", scale: "identity" },
  MD: { measure: "MD", name: "mean difference", short: "MD", scale: "identity" },
  ROM: { measure: "ROM", name: "ratio of means", short: "RoM", scale: "log" },
  SMDH: { measure: "SMDH", name: "SMD without a common SD", short: "SMDH", scale: "identity" },
  SMD1: { measure: "SMD1", name: "Glass’s delta", short: "Glass’s Δ", scale: "identity" },
  OR: { measure: "OR", name: "odds ratio", short: "OR", scale: "log" },
  RR: { measure: "RR", name: "risk ratio", short: "RR", scale: "log" },
  RD: { measure: "RD", name: "risk difference", short: "RD", scale: "identity" },
  PETO: { measure: "PETO", name: "Peto odds ratio", short: "Peto OR", scale: "log" },
  AS: { measure: "AS", name: "arcsine difference", short: "ASD", scale: "identity" },
  GEN: { measure: "GEN", name: "given effect", short: "Effect", scale: "identity" },
};

/** The measures that each kind of arm data can give, the usual first choice first. */
export const MEASURES_FOR: Readonly<Record<ArmDataKind, readonly Measure[]>> = {
  means: ["SMD", "MD", "ROM", "SMDH", "SMD1"],
  counts: ["RR", "OR", "RD", "PETO", "AS"],
  given: ["GEN"],
};

/** True for a measure of two arms' means. */
export function isOfMeans(measure: Measure): measure is MeansMeasure {
  return MEASURES_FOR.means.includes(measure);
}

/** True for a measure of events in two arms. */
export function isOfCounts(measure: Measure): measure is CountsMeasure {
  return MEASURES_FOR.counts.includes(measure);
}
