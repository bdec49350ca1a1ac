import type { NotEstimableReason } from "../../model/analysis";
import { isUsable } from "../requireStudies";

/** An effect on the analysis scale (log for ratios) with its sampling variance > 0. */
export interface Effect {
  readonly yi: number;
  readonly vi: number;
}

/** An effect, or why these data do not give one. */
export type EffectOrReason = Effect | { readonly reason: NotEstimableReason };

/** The effect, unless its variance is not a finite number > 0: then `no-variation`. */
export function usable(effect: EffectOrReason): EffectOrReason {
  if ("reason" in effect || isUsable(effect.yi, effect.vi)) return effect;
  return { reason: "no-variation" };
}
