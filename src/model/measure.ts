import type { ArmDataKind } from "./study";

/** Effect measures, named by metafor's codes; `GEN` is an effect that the data give ready made. */
export type Measure = "SMD" | "MD" | "OR" | "RR" | "RD" | "GEN";

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
  OR: { measure: "OR", name: "odds ratio", short: "OR", scale: "log" },
  RR: { measure: "RR", name: "risk ratio", short: "RR", scale: "log" },
  RD: { measure: "RD", name: "risk difference", short: "RD", scale: "identity" },
  GEN: { measure: "GEN", name: "given effect", short: "Effect", scale: "identity" },
};

/** The measures that each kind of arm data can give, the usual first choice first. */
export const MEASURES_FOR: Readonly<Record<ArmDataKind, readonly Measure[]>> = {
  means: ["SMD", "MD"],
  counts: ["RR", "OR", "RD"],
  given: ["GEN"],
};
