import type { OutcomeInfo } from "../model/descriptor";
import { type Lens, lensValue, midKey } from "../model/lens";
import type { MeasureInfo } from "../model/measure";

/**
 * The smallest difference that matters as a distance from no effect on the analysis scale, > 0: the reader's for this
 * measure, else the dataset's; null where none is known.
 */
export function midThreshold({ measure, scale }: MeasureInfo, { name, mid }: OutcomeInfo, lens: Lens): number | null {
  const value = lensValue(lens.mids, midKey(measure, name)) ?? (mid?.measure === measure ? mid.value : null);
  if (value === null) return null;
  const distance = Math.abs(scale === "log" ? Math.log(Math.abs(value)) : value);
  return distance > 0 && Number.isFinite(distance) ? distance : null;
}

/** The outcome as the reader sees it: with the smallest difference that they gave for this measure, if any. */
export function outcomeThrough(lens: Lens, outcome: OutcomeInfo, { measure }: MeasureInfo): OutcomeInfo {
  const value = lensValue(lens.mids, midKey(measure, outcome.name));
  return value === null ? outcome : { ...outcome, mid: { value, measure, source: "as the reader set it" } };
}
