import type { Analysis, NotEstimableReason, StudyResult } from "../model/analysis";

/** Study results as columns: thousands of small objects are slow to clone between threads, typed arrays are not. */
interface PackedStudies {
  readonly rowId: Int32Array;
  /** 1 excluded, 2 flipped, 4 has an effect, 8 has a weight, added up. */
  readonly flags: Uint8Array;
  /** 0 for none, else 1 + the place in `REASONS`. */
  readonly reason: Uint8Array;
  /** yi, vi, ciLb, ciUb, weight of each study in turn; only what `flags` vouches for is read. */
  readonly values: Float64Array;
}

/** An analysis in the form in which it crosses the worker boundary. */
export interface PackedAnalysis extends Omit<Analysis, "studies"> {
  readonly studies: PackedStudies;
}

const REASONS: readonly NotEstimableReason[] = [
  "no-events",
  "all-events",
  "no-variation",
  "too-few",
  "zero-cell",
  "opposite-signs",
  "impossible",
  "other-data",
];
const EXCLUDED = 1;
const FLIPPED = 2;
const ESTIMATED = 4;
const WEIGHTED = 8;
const WIDTH = 5;

/** Columns for an analysis's studies, everything else as it is. */
export function packAnalysis({ studies, ...rest }: Analysis): PackedAnalysis {
  return { ...rest, studies: packStudies(studies) };
}

/** The analysis that was packed, equal in every field. */
export function unpackAnalysis({ studies, ...rest }: PackedAnalysis): Analysis {
  return { ...rest, studies: unpackStudies(studies) };
}

function packStudies(studies: readonly StudyResult[]): PackedStudies {
  const k = studies.length;
  const packed: PackedStudies = {
    rowId: new Int32Array(k),
    flags: new Uint8Array(k),
    reason: new Uint8Array(k),
    values: new Float64Array(k * WIDTH),
  };
  studies.forEach(({ rowId, state, flipped, effect, weight, reason }, i) => {
    packed.rowId[i] = rowId;
    packed.flags[i] =
      (state === "excluded" ? EXCLUDED : 0) |
      (flipped ? FLIPPED : 0) |
      (effect ? ESTIMATED : 0) |
      (weight === null ? 0 : WEIGHTED);
    packed.reason[i] = reason === null ? 0 : 1 + REASONS.indexOf(reason);
    if (effect) packed.values.set([effect.yi, effect.vi, effect.ciLb, effect.ciUb], i * WIDTH);
    packed.values[i * WIDTH + 4] = weight ?? 0;
  });
  return packed;
}

function unpackStudies({ rowId, flags, reason, values }: PackedStudies): StudyResult[] {
  return Array.from(rowId, (id, i) => {
    const flag = flags[i]!;
    const at = i * WIDTH;
    return {
      rowId: id,
      state: flag & EXCLUDED ? "excluded" : "included",
      flipped: (flag & FLIPPED) !== 0,
      effect:
        flag & ESTIMATED
          ? { yi: values[at]!, vi: values[at + 1]!, ciLb: values[at + 2]!, ciUb: values[at + 3]! }
          : null,
      weight: flag & WEIGHTED ? values[at + 4]! : null,
      reason: REASONS[reason[i]! - 1] ?? null,
    };
  });
}
