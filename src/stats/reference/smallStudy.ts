import type { Method } from "../../model/poolingModel";
import type { CountsData, MeansData } from "../../model/study";
import type { LimitMeta, PartOfQ } from "../smallStudy/limitMeta";
import type { Estimate } from "../smallStudy/lineTest";
import smallStudyJson from "./smallStudy.json?raw";

export interface ReferenceLine {
  readonly slope: Estimate;
  readonly limit: Estimate;
}

export interface EffectsCase {
  readonly name: string;
  readonly yi: readonly number[];
  readonly vi: readonly number[];
  readonly egger: ReferenceLine;
  readonly begg: { readonly tau: number; readonly pval: number; readonly exact: boolean };
  readonly mixed: readonly (ReferenceLine & {
    readonly method: Method;
    readonly test: "z" | "knha";
    readonly tau2: number;
  })[];
  readonly petPeese: { readonly pet: Estimate; readonly peese: Estimate; readonly chosen: "pet" | "peese" };
  readonly limitMeta: readonly (Pick<LimitMeta, "adjusted" | "alpha" | "beta" | "tau2"> & {
    readonly method: Method;
    readonly total: PartOfQ;
    readonly small: PartOfQ;
    readonly residual: PartOfQ;
    readonly G2: number;
  })[];
}

interface CountsCase {
  readonly case: EffectsCase;
  readonly data: readonly Omit<CountsData, "kind">[];
  readonly harbord: ReferenceLine & { readonly k: number };
  readonly peters: ReferenceLine & { readonly k: number };
}

interface SmdCase {
  readonly case: EffectsCase;
  readonly data: readonly Omit<MeansData, "kind">[];
  readonly pustejovskyRodgers: ReferenceLine;
}

interface Reference {
  readonly effects: readonly EffectsCase[];
  readonly counts: readonly CountsCase[];
  readonly smds: readonly SmdCase[];
}

export const SMALL_STUDY: Reference = JSON.parse(smallStudyJson);

/** The effects of every case. */
export const EFFECTS_CASES: readonly EffectsCase[] = [
  ...SMALL_STUDY.effects,
  ...SMALL_STUDY.counts.map((data) => data.case),
  ...SMALL_STUDY.smds.map((data) => data.case),
];
