import type { Analysis } from "../model/analysis";
import { measureText } from "../scene/measureText";
import { estimateText } from "../words/effectText";
import { levelPercent } from "../words/phrase";
import type { Sample } from "./sample";

/** The effect as three right-aligned parts, so that decimals stand under each other: −1.36 [−1.80, −0.92]. */
export interface EffectColumn {
  readonly head: string;
  readonly left: number;
  readonly estimateRight: number;
  readonly lowerRight: number;
  readonly right: number;
}

/** Widths of the parts in CSS pixels; `total` holds all three, or the head where that is wider. */
export interface EffectWidths {
  readonly total: number;
  readonly lower: number;
  readonly upper: number;
}

/** Widths of the parts of the effect, over studies and pooled results; bold, as the widest of them are set. */
export function effectWidths(
  { measure, model, groups, overall }: Analysis,
  sample: Pick<Sample, "studies">,
  size: number,
): EffectWidths {
  let [estimate, lower, upper] = [0, 0, 0];
  const widen = (mu: number | null, lb: number, ub: number) => {
    const width = (text: string) => measureText(text, size, "bold");
    if (mu !== null) estimate = Math.max(estimate, width(estimateText(mu, measure)));
    lower = Math.max(lower, width(` [${estimateText(lb, measure)},`));
    upper = Math.max(upper, width(` ${estimateText(ub, measure)}]`));
  };
  for (const { effect } of sample.studies) if (effect) widen(effect.yi, effect.ciLb, effect.ciUb);
  for (const pooled of [...groups.map((g) => g.pooled), overall]) {
    if (!pooled) continue;
    widen(pooled.mu, pooled.ciLb, pooled.ciUb);
    if (pooled.predint) widen(null, pooled.predint.piLb, pooled.predint.piUb);
  }
  const head = measureText(effectHead({ measure, model }), size, "bold");
  return { total: Math.max(head, estimate + lower + upper), lower, upper };
}

/** The column whose right edge stands at `right` px. */
export function effectColumn(
  { measure, model }: Analysis,
  { total, lower, upper }: EffectWidths,
  right: number,
): EffectColumn {
  return {
    head: effectHead({ measure, model }),
    left: right - total,
    estimateRight: right - upper - lower,
    lowerRight: right - upper,
    right,
  };
}

function effectHead({ measure, model }: Pick<Analysis, "measure" | "model">): string {
  return `${measure.short} [${levelPercent(model.level)} CI]`;
}
