import { extent } from "d3";
import type { StudyResult } from "../model/analysis";
import { DEFAULT_LOOK, type Look } from "../model/look";
import type { Filled, SmallStudyEffects } from "../model/smallStudy";
import type { Theme } from "../scene/scene";
import { type EffectAxis, effectAxis } from "./axis";
import { MAX_FUNNEL, NARROW, PAD, type PlotInput } from "./forestInput";
import { type FunnelGroup, funnelGroups } from "./funnelGroups";
import { type FunnelScale, funnelScale, type Precision, sizeOf } from "./funnelScale";

export interface FunnelOptions {
  /** Room for the figure in CSS pixels, 328 and more; it takes at most 760 of it. */
  readonly width: number;
  readonly theme: Theme;
  /** How it is drawn; `DEFAULT_LOOK` without it. */
  readonly look?: Look;
  /** Small-study effects of the same answer; null or missing where they are not known. */
  readonly smallStudy?: SmallStudyEffects | null;
  /** Draws Egger's line of the effects on their standard errors. */
  readonly line?: boolean;
}

/** A study that has an effect. */
export interface FunnelPoint extends Precision {
  readonly study: StudyResult;
  readonly yi: number;
  /** CSS pixels. */
  readonly x: number;
  readonly y: number;
}

/** A study that trim and fill would add. */
export interface FilledPoint {
  /** The row whose mirror image it is. */
  readonly rowId: number;
  readonly yi: number;
  readonly sei: number;
  readonly x: number;
  readonly y: number;
}

/** Scales and points of a funnel plot, placed but not drawn. */
export interface FunnelLayout {
  readonly input: PlotInput;
  readonly look: Look;
  readonly smallStudy: SmallStudyEffects | null;
  readonly theme: Theme;
  readonly width: number;
  readonly axis: EffectAxis;
  readonly scale: FunnelScale;
  readonly top: number;
  readonly bottom: number;
  readonly points: readonly FunnelPoint[];
  readonly groups: readonly FunnelGroup[];
  /** What trim and fill gives, where it is asked for and has a result; its points, placed. */
  readonly filled: Filled | null;
  readonly added: readonly FilledPoint[];
  /** Egger's line over the standard errors that there are, where it is asked for, known, and the axis tells them. */
  readonly line: readonly LinePoint[];
}

interface LinePoint {
  readonly yi: number;
  readonly sei: number;
}

/** Normal quantiles of two-sided p = 0.10, 0.05 and 0.01. */
export const Z10 = 1.6448536269514722;
export const Z05 = 1.959963984540054;
export const Z01 = 2.5758293035489004;

const LEFT = 56;
const TOP = 40;
const PIECES = 24; // of a line, which is a curve over the reciprocals of standard errors

/** Places the studies of an analysis that have an effect; excluded ones too, so that axes stay when one is taken out. */
export function funnelLayout(input: PlotInput, options: FunnelOptions): FunnelLayout {
  const { analysis } = input;
  const { theme, look = DEFAULT_LOOK, smallStudy = null } = options;
  const width = Math.min(options.width, MAX_FUNNEL);
  const bottom = TOP + Math.round(width < NARROW ? width * 0.85 : 380);
  const studies = analysis.studies.flatMap((study) => {
    const { effect } = study;
    return effect ? [{ study, yi: effect.yi, sei: Math.sqrt(effect.vi), size: sizeOf(input.rows(study.rowId)) }] : [];
  });
  const scale = funnelScale(look.funnelAxis, studies, TOP, bottom);
  const filled = look.trimFill ? filledOf(smallStudy) : null;
  const line = options.line && scale.edges ? eggerLine(smallStudy, studies) : [];
  const effects = [...studies, ...(filled?.studies ?? []), ...line].map(({ yi }) => yi);
  const domain = funnelDomain(effects, analysis.overall?.mu ?? null, scale.edges?.bottom ?? 0);
  const axis = effectAxis(domain, analysis.measure.scale, [LEFT, width - PAD - 6]);
  const place = (yi: number, at: Precision) => ({ x: axis.x(yi), y: scale.y(scale.valueOf(at)) });
  const added = (filled?.studies ?? []).map(({ rowId, yi, vi }) => {
    const sei = Math.sqrt(vi);
    return { rowId, yi, sei, ...place(yi, { sei, size: sizeOf(input.rows(rowId)) }) };
  });
  return {
    ...{ input, look, smallStudy, theme, width, axis, scale, top: TOP, bottom, filled, added, line },
    points: studies.map((study) => ({ ...study, ...place(study.yi, study) })),
    groups: funnelGroups(input, look.colourBy, theme),
  };
}

function filledOf(smallStudy: SmallStudyEffects | null): Filled | null {
  return smallStudy === null || "reason" in smallStudy.trimFill ? null : smallStudy.trimFill;
}

/** Not drawn beyond the studies: their line says nothing of studies as large as none is. */
function eggerLine(
  smallStudy: SmallStudyEffects | null,
  studies: readonly { readonly study: StudyResult; readonly sei: number }[],
): readonly LinePoint[] {
  const egger = smallStudy?.tests.egger;
  if (!egger || "reason" in egger || egger.intercept === null) return [];
  const { slope, intercept } = egger;
  const [least = 0, most = 0] = extent(studies.filter(({ study }) => study.state === "included").map(({ sei }) => sei));
  return Array.from({ length: PIECES + 1 }, (_, i) => {
    const sei = least + ((most - least) * i) / PIECES;
    return { sei, yi: intercept + slope * sei };
  });
}

/** Every point, no effect, and the foot of the pseudo-confidence limits where there are any. */
function funnelDomain(effects: readonly number[], mu: number | null, maxSe: number): readonly [number, number] {
  const limits = mu === null ? [] : [mu - Z05 * maxSe, mu + Z05 * maxSe];
  const [lo, hi] = extent([...effects, ...limits, 0]);
  const least = Z01 * (maxSe || 1);
  if (lo === undefined || hi === undefined || lo === hi) return [-least, least];
  return [Math.min(lo, -0.15 * (hi - lo)), Math.max(hi, 0.15 * (hi - lo))];
}
