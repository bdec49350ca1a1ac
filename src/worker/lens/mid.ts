import type { Pooled } from "../../model/analysis";
import type { OutcomeInfo } from "../../model/descriptor";
import { type Lens, lensValue, type MidReading, midKey, type ScaleReading } from "../../model/lens";
import type { MeasureInfo } from "../../model/measure";
import type { PoolingModel } from "../../model/poolingModel";
import { predictiveShares, shareOfEffects } from "../../stats/index";

type Mid = Pick<MidReading, "value" | "origin" | "source" | "points">;

/**
 * How the result stands to the smallest difference that matters: the reader's for this measure, else the dataset's,
 * else one in the unit of the familiar scale, turned into standard deviations. null where none is known.
 */
export function midReading(
  pooled: Pooled,
  measure: MeasureInfo,
  outcome: OutcomeInfo,
  model: PoolingModel,
  lens: Lens,
  scale: ScaleReading | null,
): MidReading | null {
  const mid = midOf(measure, outcome, lens, scale);
  if (!mid) return null;
  const threshold = Math.abs(measure.scale === "log" ? Math.log(mid.value) : mid.value);
  if (!(threshold > 0 && threshold < Infinity)) return null;
  return { ...mid, threshold, ...beyond(pooled, threshold, outcome, model) };
}

function midOf(measure: MeasureInfo, outcome: OutcomeInfo, lens: Lens, scale: ScaleReading | null): Mid | null {
  const own = midIn(measure, outcome, lens);
  if (own || !scale?.takesPoints) return own;
  const inPoints = midIn({ measure: "MD" }, outcome, lens);
  if (!inPoints) return null;
  return { ...inPoints, value: inPoints.value / scale.sd, points: inPoints.value };
}

function midIn({ measure }: Pick<MeasureInfo, "measure">, { name, mid }: OutcomeInfo, { mids }: Lens): Mid | null {
  const given = lensValue(mids, midKey(measure, name));
  if (given !== null) return { value: given, origin: "reader", source: null, points: null };
  if (mid?.measure !== measure) return null;
  return { value: Math.abs(mid.value), origin: "dataset", source: mid.source, points: null };
}

function beyond(pooled: Pooled, threshold: number, { better }: OutcomeInfo, model: PoolingModel) {
  const found = predictiveShares(pooled, model, -threshold, threshold);
  const isLower = better === "lower";
  const newSetting =
    "reason" in found
      ? found
      : {
          better: isLower ? found.below : found.above,
          between: found.between,
          worse: isLower ? found.above : found.below,
        };
  // Mirrored where lower is better, so that the share above is the share that is better. Its standard error would need
  // that of tau2, which the fit does not give.
  const sign = isLower ? -1 : 1;
  const share = shareOfEffects({ mu: sign * pooled.mu, se: 0, tau2: pooled.tau2, seTau2: 0 }, threshold, model.level);
  return { newSetting, share: "reason" in share || pooled.k < 2 ? null : share.above };
}
