import type { Pooled } from "../../model/analysis";
import type { Reexpressed } from "../../model/lens";

/** A pooled result on another scale: `onScale` is applied to the estimate and to every limit; it may fall or rise. */
export function reexpress({ mu, ciLb, ciUb, predint }: Pooled, onScale: (effect: number) => number): Reexpressed {
  const limits = (lb: number, ub: number) => {
    const [a, b] = [onScale(lb), onScale(ub)];
    return a <= b ? ([a, b] as const) : ([b, a] as const);
  };
  const [low, high] = limits(ciLb, ciUb);
  const [piLb, piUb] = predint ? limits(predint.piLb, predint.piUb) : [0, 0];
  return { estimate: onScale(mu), ciLb: low, ciUb: high, predint: predint && { piLb, piUb } };
}
