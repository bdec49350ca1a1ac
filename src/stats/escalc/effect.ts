import type { NotEstimableReason } from "../../model/analysis";
import { isUsable } from "../requireStudies";

/** An effect on the analysis scale (log for ratios) with its sampling variance > 0. */
export interface Effect {
  readonly yi: number;
  readonly vi: number;
}

/** An effect, or why these data do not give one. */
export type EffectOrReason = Effect | { readonly reason: NotEstimableReason };

/** Why data of a family give no effect. */
export type EffectReason =
  | NotEstimableReason
  | "zero-cell" // a ratio with a zero that the chosen rule leaves as it is
  | "opposite-signs" // a ratio of means that are zero or of opposite signs
  | "impossible"; // numbers that cannot be: more events than participants, a negative SD, a correlation beyond ±1

/** An effect of one family of measures, or why these data do not give one. */
export type FamilyEffect = Effect | { readonly reason: EffectReason };

/** The effect, unless its variance is not a finite number > 0: then `no-variation`. */
export function usable(effect: FamilyEffect): FamilyEffect {
  if ("reason" in effect || isUsable(effect.yi, effect.vi)) return effect;
  return { reason: "no-variation" };
}
