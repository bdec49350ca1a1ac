import type { NotEstimableReason } from "../../model/analysis";

/** An effect on the analysis scale (log for ratios) with its sampling variance > 0. */
export interface Effect {
  readonly yi: number;
  readonly vi: number;
}

/** An effect, or why these data do not give one. */
export type EffectOrReason = Effect | { readonly reason: NotEstimableReason };
