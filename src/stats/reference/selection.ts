import type { Alternative } from "../selection/weightFunction";
import selectionJson from "./selection.json?raw";

interface ReferenceModel {
  readonly alternative: Alternative;
  readonly steps: readonly number[];
  readonly weights: readonly number[];
  readonly mu: number;
  readonly se: number;
  readonly tau2: number;
  /** null where tau2 = 0. */
  readonly tau2Se: number | null;
  readonly logLikelihood: number;
}

interface SelectionCase {
  readonly name: string;
  readonly yi: readonly number[];
  readonly vi: readonly number[];
  readonly given: readonly ReferenceModel[];
  readonly estimated: readonly (ReferenceModel & {
    readonly weightsSe: readonly number[];
    readonly statistic: number;
    readonly pval: number;
  })[];
}

/** Reference values made by `selection.R`, and confirmed there by metafor. */
export const SELECTION: readonly SelectionCase[] = JSON.parse(selectionJson);
