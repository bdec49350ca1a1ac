import type { Pooled, StudyResult } from "../model/analysis";
import type { Look } from "../model/look";
import type { Scale } from "../model/measure";
import { type EffectAxis, effectAxis, fixedAxis } from "./axis";
import { type Bulk, bulkOf, domainAround, type Extent, effectDomain } from "./effectDomain";
import type { ForestInput } from "./forestInput";

/** The axis of a forest plot between two pixels: the limits that the reader set, or what suits the data. */
export function forestAxis(input: ForestInput, { range }: Look, panel: readonly [number, number]): EffectAxis {
  const { scale } = input.analysis.measure;
  const limits = range && onScale(range, scale);
  return limits ? fixedAxis(limits, scale, panel) : effectAxis(forestDomain(input), scale, panel);
}

/** Limits as the reader sees them on the analysis scale; null where a ratio's are not above zero. */
function onScale([lo, hi]: readonly [number, number], scale: Scale): readonly [number, number] | null {
  if (scale === "identity") return [lo, hi];
  return lo > 0 ? [Math.log(lo), Math.log(hi)] : null;
}

/** Excluded studies count too, so that the axis stays when a study is taken out and put back. */
function forestDomain({ analysis, ghost }: ForestInput): readonly [number, number] {
  const pooled = [...analysis.groups.map((g) => g.pooled), analysis.overall].filter((p): p is Pooled => p !== null);
  const intervals = pooled.filter(({ k }) => k > 1).map(({ ciLb, ciUb }): Extent => ({ lb: ciLb, ub: ciUb }));
  const predint = analysis.overall?.predint;
  if (predint) intervals.push({ lb: predint.piLb, ub: predint.piUb });
  if (ghost) intervals.push({ lb: ghost.ciLb, ub: ghost.ciUb });
  const studies = limitsOf(analysis.studies);
  return studies.length > 0 ? domainAround(steadyBulk(studies), intervals) : effectDomain([], intervals);
}

/** Lower and upper limit of each study that has an effect, in turn. */
function limitsOf(studies: readonly StudyResult[]): Float64Array {
  const limits = new Float64Array(2 * studies.length);
  let n = 0;
  for (const { effect } of studies) {
    if (!effect) continue;
    limits[n++] = effect.ciLb;
    limits[n++] = effect.ciUb;
  }
  return limits.subarray(0, n);
}

let last: { readonly limits: Float64Array; readonly bulk: Bulk | null } | null = null;

/** The bulk of these limits; that of the last figure where they are the same, as after most presses. */
function steadyBulk(limits: Float64Array): Bulk | null {
  const isSame = last?.limits.length === limits.length && limits.every((limit, i) => limit === last?.limits[i]);
  if (!last || !isSame) last = { limits, bulk: bulkOf(limits) };
  return last.bulk;
}
