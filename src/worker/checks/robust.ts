/** Makes a median absolute deviation an SD where values are normal. */
const TO_SD = 1.4826;

export interface Centre {
  readonly centre: number;
  /** SD of the bulk of the values, from their median absolute deviation; > 0 unless half of them are equal. */
  readonly spread: number;
}

/** Median and spread of at least one value; few outlying ones hardly move them. */
export function robustCentre(values: readonly number[]): Centre {
  const centre = median(values);
  return { centre, spread: TO_SD * median(values.map((value) => Math.abs(value - centre))) };
}

/** @throws RangeError without a value. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError("median of nothing");
  const sorted = Float64Array.from(values).sort();
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
