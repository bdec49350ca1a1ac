import type { MissingEstimator } from "../trimFill/missingStudies";
import trimFillJson from "./trimFill.json?raw";

interface TrimFillCase {
  readonly name: string;
  readonly yi: readonly number[];
  readonly vi: readonly number[];
  /** By the slope under the common effect; null where metafor stops with an error. */
  readonly side: "left" | "right" | null;
  readonly runs: readonly {
    readonly trimBy: "EE" | "DL" | "REML";
    readonly estimator: MissingEstimator;
    readonly side: "left" | "right";
    /** null where metafor stops with an error. */
    readonly found: {
      readonly k0: number;
      /** null where it is not compared: the estimate may lie below 0. */
      readonly k0Se: number | null;
      readonly k0Pval: number | null;
      /** The filled studies, and the fit of all by REML with Hartung and Knapp's standard error. */
      readonly yi: readonly number[];
      readonly vi: readonly number[];
      readonly mu: number;
      readonly se: number;
      readonly tau2: number;
    } | null;
  }[];
}

/** Reference values from metafor, made by `trimFill.R`. */
export const TRIM_FILL: readonly TrimFillCase[] = JSON.parse(trimFillJson);
