import { type Arrangements, orders, signs } from "./arrangements";
import { type LeastSquares, putEffects } from "./leastSquares";

/** The ways to rearrange a fit's data, and the step that puts the one of the moment into the fit. */
export interface Rearranged {
  readonly arrangements: Arrangements;
  /** Returns the origin that the effects are counted from. */
  readonly apply: () => number;
}

/** The rows of the design given to other studies. Studies with equal rows are not told apart. */
export function rowsRearranged(
  fit: LeastSquares,
  yi: readonly number[],
  design: readonly (readonly number[])[],
  origin: number,
): Rearranged {
  const classes = new Map<string, number>(); // the place of the first such row
  const labels = Int32Array.from(design, (row, i) => {
    const key = row.join();
    const first = classes.get(key) ?? i;
    classes.set(key, first);
    return first;
  });
  const observed = fit.X.map((column) => column.slice());
  return {
    arrangements: orders(labels),
    apply: () => {
      fit.X.forEach((column, j) => {
        const values = observed[j]!;
        for (let i = 0; i < column.length; i++) column[i] = values[labels[i]!]!;
      });
      putEffects(fit, yi, origin);
      return origin;
    },
  };
}

/** The effects with their signs turned. */
export function signsRearranged(fit: LeastSquares, yi: readonly number[]): Rearranged {
  const values = new Int32Array(fit.k).fill(1);
  const turned = yi.slice();
  return {
    arrangements: signs(values),
    apply: () => {
      for (let i = 0; i < turned.length; i++) turned[i] = values[i]! * yi[i]!;
      const origin = turned[0]!;
      putEffects(fit, turned, origin);
      return origin;
    },
  };
}
