import { max } from "d3";
import type { Analysis, Pooled } from "../model/analysis";
import type { Row } from "../model/study";
import { measureText } from "../scene/measureText";
import { estimateText } from "../words/effectText";
import { levelPercent } from "../words/phrase";

/** The effect as three right-aligned parts, so that decimals stand under each other: −1.36 [−1.80, −0.92]. */
export interface EffectColumn {
  readonly head: string;
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
  { measure, model, studies, groups, overall }: Analysis,
  rows: readonly Row[],
  size: number,
): EffectWidths {
  const sampled = new Set(rows.map((row) => row.id));
  const pooled = [...groups.map((g) => g.pooled), overall].filter((p): p is Pooled => p !== null);
  const effects = studies.filter((s) => sampled.has(s.rowId)).flatMap((s) => (s.effect ? [s.effect] : []));
  const all = [...pooled.map((p) => [p.mu, p.ciLb, p.ciUb]), ...effects.map((e) => [e.yi, e.ciLb, e.ciUb])];
  const limits = pooled.flatMap(({ predint }) => (predint ? [[0, predint.piLb, predint.piUb]] : []));
  const width = (part: 0 | 1 | 2, before: string, after: string) =>
    max([...all, ...limits], (e) => measureText(`${before}${estimateText(e[part]!, measure)}${after}`, size, "bold")) ??
    0;
  const [lower, upper] = [width(1, " [", ","), width(2, " ", "]")];
  const head = measureText(effectHead({ measure, model }), size, "bold");
  return { total: Math.max(head, width(0, "", "") + lower + upper), lower, upper };
}

/** The column whose right edge stands at `right` px. */
export function effectColumn(
  { measure, model }: Analysis,
  { lower, upper }: EffectWidths,
  right: number,
): EffectColumn {
  return {
    head: effectHead({ measure, model }),
    estimateRight: right - upper - lower,
    lowerRight: right - upper,
    right,
  };
}

function effectHead({ measure, model }: Pick<Analysis, "measure" | "model">): string {
  return `${measure.short} [${levelPercent(model.level)} CI]`;
}
