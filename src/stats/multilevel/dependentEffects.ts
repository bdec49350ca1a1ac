import { requireStudies } from "../requireStudies";

/** Effects of which several may come from one study. */
export interface DependentEffects {
  /** k effects on the analysis scale (log for ratios). */
  readonly yi: readonly number[];
  /** k sampling variances > 0, in squared units of `yi`. */
  readonly vi: readonly number[];
  /** The study that each effect comes from. */
  readonly study: readonly (string | number)[];
}

/** Why there is no result for dependent effects. */
export type DependenceReason =
  | "needs-two-studies" // all effects come from one study: nothing tells how studies vary
  | "equal-studies"; // so far as they weigh, the studies' means agree to rounding: their spread says nothing

/** Effects sorted by study: study j holds those from `start[j]` up to `start[j + 1]`. */
export interface Clusters {
  readonly k: number;
  readonly studies: number;
  readonly y: Float64Array;
  readonly v: Float64Array;
  /** Standard errors. */
  readonly sei: Float64Array;
  readonly start: Int32Array;
  /** Where each effect stood in the order given. */
  readonly place: Int32Array;
  /** The correlation of sampling errors within a study. */
  readonly rho: number;
}

/**
 * Sorts effects by study, in order of first appearance.
 * @throws RangeError as `requireStudies`, if `study` has another length, or unless 0 <= rho < 1.
 */
export function clustersOf(name: string, { yi, vi, study }: DependentEffects, rho: number): Clusters {
  requireStudies(name, yi, vi);
  const k = yi.length;
  if (study.length !== k) throw new RangeError(`${name}: ${k} effects of ${study.length} studies`);
  if (!(rho >= 0 && rho < 1)) throw new RangeError(`${name}: correlation ${rho}`);
  const rowsOf = new Map<string | number, number[]>();
  study.forEach((id, row) => {
    const rows = rowsOf.get(id);
    if (rows) rows.push(row);
    else rowsOf.set(id, [row]);
  });
  const start = new Int32Array(rowsOf.size + 1);
  const place = new Int32Array(k);
  let end = 0;
  let j = 0;
  for (const rows of rowsOf.values()) {
    place.set(rows, end);
    end += rows.length;
    start[++j] = end;
  }
  const y = Float64Array.from(place, (row) => yi[row]!);
  const v = Float64Array.from(place, (row) => vi[row]!);
  return { k, studies: rowsOf.size, y, v, sei: v.map(Math.sqrt), start, place, rho };
}
