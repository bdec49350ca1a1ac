import { expect } from "vitest";
import type { Measure } from "../../model/measure";
import type { Method, Predint, SmdVariance, Test } from "../../model/poolingModel";
import type { ArmData } from "../../model/study";
import effectsJson from "./effects.json?raw";
import fitsJson from "./fits.json?raw";
import subgroupsJson from "./subgroups.json?raw";

/** Effects of one data set by one measure; null where R leaves a study out. */
interface EffectsCase {
  readonly name: string;
  readonly measure: Measure;
  readonly smdVariance: SmdVariance;
  readonly data: readonly Readonly<Record<string, number>>[];
  readonly yi: readonly (number | null)[];
  readonly vi: readonly (number | null)[];
}

interface ReferenceTest {
  readonly se: number;
  readonly ciLb: number;
  readonly ciUb: number;
  readonly statistic: number;
  readonly pval: number;
  readonly df: number | null;
}

interface ReferenceFit {
  readonly mu: number;
  readonly tau2: number;
  readonly Q: number;
  readonly QEp: number;
  readonly I2: number;
  readonly H2: number;
  readonly weights: readonly number[];
  /** False where metafor reaches the global maximum only when started from it. */
  readonly alone: boolean;
  readonly tests: Readonly<Record<Test, ReferenceTest>>;
  /** null under the common effect; an interval is null where k is too small for it. */
  readonly predint: Readonly<Record<Predint, { readonly piLb: number; readonly piUb: number } | null>> | null;
}

export interface FitsCase {
  readonly name: string;
  readonly yi: readonly number[];
  readonly vi: readonly number[];
  readonly fits: Readonly<Record<Method, ReferenceFit>>;
}

interface SubgroupsCase {
  readonly name: string;
  readonly groups: readonly (readonly { readonly yi: number; readonly vi: number }[])[];
  readonly tests: readonly {
    readonly method: Method;
    readonly test: Test;
    readonly Q: number;
    readonly df: number;
    readonly pval: number;
  }[];
}

export const EFFECTS: readonly EffectsCase[] = JSON.parse(effectsJson);
export const FITS: readonly FitsCase[] = JSON.parse(fitsJson);
export const SUBGROUPS: readonly SubgroupsCase[] = JSON.parse(subgroupsJson);

/** A row of a reference case as the arm data it stands for. */
export function armData(row: Readonly<Record<string, number>>): ArmData {
  const kind = "ai" in row ? "counts" : "means";
  return { kind, ...row } as ArmData;
}

/** Fails unless `got` is within `tolerance` of `want`, relative to the larger of |want| and `scale`. */
export function expectClose(got: number | undefined, want: number, tolerance: number, scale = 0): void {
  const error = got === want ? 0 : Math.abs((got ?? NaN) - want) / Math.max(Math.abs(want), scale);
  expect(error, `${got} for ${want}`).toBeLessThanOrEqual(tolerance);
}
