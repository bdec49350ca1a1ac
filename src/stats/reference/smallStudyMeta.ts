import type { Method } from "../../model/poolingModel";
import type { CountsData } from "../../model/study";
import smallStudyMetaJson from "./smallStudyMeta.json?raw";

/** A line as `metabias()` returns it: its slope, and its height where the predictor is 0. */
export interface MetaLine {
  readonly slope: number;
  readonly slopeSe: number;
  readonly limit: number;
  readonly limitSe: number;
  readonly statistic: number;
  readonly df: number;
  readonly pval: number;
}

/** One of the sets of `EFFECTS_CASES`, by its place there. */
interface MetaEffects {
  readonly name: string;
  readonly egger: MetaLine;
  /** Kendall's score, and p by the normal approximation without and with correction for continuity. */
  readonly begg: { readonly score: number; readonly se: number; readonly pval: number; readonly corrected: number };
  readonly thompson: readonly (MetaLine & { readonly method: Method })[];
  readonly limitMeta: readonly {
    readonly method: Method;
    readonly tau2: number;
    readonly alpha: number;
    readonly beta: number;
    readonly estimate: number;
    readonly se: number;
    readonly ciLb: number;
    readonly ciUb: number;
    readonly statistic: number;
    readonly pval: number;
    readonly Q: number;
    readonly small: number;
    readonly residual: number;
    readonly G2: number;
  }[];
}

interface MetaCounts {
  readonly name: string;
  readonly data: readonly Omit<CountsData, "kind">[];
  /** Log odds ratios; null where meta leaves a study out. */
  readonly yi: readonly (number | null)[];
  readonly harbord: MetaLine;
  readonly peters: MetaLine;
}

interface Reference {
  readonly effects: readonly MetaEffects[];
  readonly counts: readonly MetaCounts[];
  readonly smds: readonly { readonly name: string; readonly pustejovskyRodgers: MetaLine }[];
}

export const SMALL_STUDY_META: Reference = JSON.parse(smallStudyMetaJson);
