import type { Pooled } from "../model/analysis";
import { NO_LENS } from "../model/lens";
import type { Look } from "../model/look";
import type { Mark } from "../scene/scene";
import { midThreshold } from "../words/midThreshold";
import type { ForestInput } from "./forestInput";
import type { ForestLayout } from "./forestLayout";

type Banded = Pick<ForestInput, "analysis" | "outcome">;

const TAU_OPACITY = 0.09; // of each of the two bands, one over the other

/** How far the band of the dataset's smallest difference that matters reaches from no effect; null for no band. */
export function midReach({ analysis, outcome }: Banded): number | null {
  return midThreshold(analysis.measure, outcome, NO_LENS);
}

/** Bands behind the rows: differences too small to matter, and where true effects spread about the pooled one. */
export function bandMarks(
  layout: Pick<ForestLayout, "axis" | "axisY" | "headBottom" | "theme" | "input" | "look">,
): Mark[] {
  const { axis, axisY, headBottom, theme, input, look } = layout;
  const band = (lo: number, hi: number, paint: { readonly fill: string; readonly fillOpacity?: number }): Mark[] => {
    const clamp = (value: number) => Math.min(axis.range[1], Math.max(axis.range[0], axis.x(value)));
    const [left, right] = [clamp(lo), clamp(hi)];
    if (right <= left) return [];
    return [{ kind: "rect", at: [left, headBottom], size: [right - left, axisY - headBottom], ...paint }];
  };
  const mid = look.midBand ? midReach(input) : null;
  const spread = tauBands(input, look);
  const paint = { fill: theme.study, fillOpacity: TAU_OPACITY };
  return [
    ...(mid === null ? [] : band(-mid, mid, { fill: theme.contours[1] })),
    ...(spread
      ? [2, 1].flatMap((times) => band(spread.mu - times * spread.tau, spread.mu + times * spread.tau, paint))
      : []),
  ];
}

/** What the bands are, in words; null for one that is not drawn. */
export function bandTexts(input: Banded, look: Look): readonly (string | null)[] {
  const mid = look.midBand && midReach(input) !== null;
  const spread = tauBands(input, look);
  return [
    mid ? `Shaded: smaller than the smallest difference that matters (${input.outcome.mid?.source}).` : null,
    spread
      ? "Tinted: μ ± τ and μ ± 2τ about the pooled estimate; if true effects are normal, about 68% and 95% of them lie there."
      : null,
  ];
}

function tauBands({ analysis: { overall } }: Banded, look: Look): Pooled | null {
  return look.tauBands && overall && overall.k > 1 && overall.tau > 0 ? overall : null;
}
