import type { MapCell, Pooled } from "../../model/analysis";
import { MEASURES } from "../../model/measure";
import type { Scene } from "../../scene/scene";
import { DARK, LIGHT } from "../../scene/themes";
import { cellGlyph, type GlyphOptions } from "../evidenceGlyph";

const OPTIONS: GlyphOptions = { domain: [-3, 0.6], width: 84, height: 30, theme: LIGHT, comparators: ["A", "B"] };

function pooled(mu: number, reach: number, k = 5): Pooled {
  return {
    ...{ k, N: 300, mu, se: reach / 1.96, ciLb: mu - reach, ciUb: mu + reach, statistic: 0, df: null, pval: 0.05 },
    ...{ tau2: 0, tau: 0, converged: true, heterogeneity: null, predint: null, predintReason: null },
  };
}

function cell(result: Pooled | null, parts: readonly (Pooled | null)[] = []): MapCell {
  const byComparator = parts.map((part, i) => ({ comparator: ["A", "B"][i]!, pooled: part }));
  return {
    outcome: "Pain",
    timepoint: "1 week",
    measure: MEASURES.SMD,
    pooled: result,
    k: result?.k ?? 0,
    byComparator,
  };
}

const draw = (of: MapCell, options: Partial<GlyphOptions> = {}): Scene => cellGlyph(of, { ...OPTIONS, ...options });

export const glyphTwoComparators = () => draw(cell(pooled(-1.1, 0.4), [pooled(-1.3, 0.5), pooled(-0.7, 0.8)]));
export const glyphTwoComparatorsDark = () =>
  draw(cell(pooled(-1.1, 0.4), [pooled(-1.3, 0.5), pooled(-0.7, 0.8)]), { theme: DARK });
export const glyphOneComparator = () => draw(cell(pooled(-1.1, 0.4), [pooled(-1.1, 0.4), null]));
export const glyphOneTrial = () => draw(cell(pooled(-1.1, 0.6, 1)));
export const glyphClipped = () => draw(cell(pooled(-2, 3)));
export const glyphNone = () => draw(cell(null));
