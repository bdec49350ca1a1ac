const MAX_STEPS = 200;
const TOLERANCE = 1e-15;

/** A place and the function's value there. */
type Point = readonly [x: number, value: number];

/**
 * Where a function falls through 0 between `low`, with a value > 0, and `high`, with a value <= 0: by inverse quadratic
 * interpolation where the last three points bend evenly enough for it, else by halving.
 *
 * @param unit the size below which differences of x do not matter more than rounding of x itself does.
 *
 * Chandrupatla (1997), Adv Eng Softw 28:145–149, doi:10.1016/S0965-9978(96)00051-8.
 */
export function fallingRoot(
  value: (x: number) => number,
  low: Point,
  high: Point,
  unit: number,
): { readonly root: number; readonly converged: boolean } {
  let [a, fa] = high; // the newest point
  let [b, fb] = low; // on the other side of the root
  let share = 0.5;
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    const x = a + share * (b - a);
    const fx = value(x);
    let [c, fc] = [a, fa];
    if (fx > 0 !== fa > 0) {
      [c, fc] = [b, fb];
      [b, fb] = [a, fa];
    }
    [a, fa] = [x, fx];
    const [root, least] = Math.abs(fa) < Math.abs(fb) ? [a, fa] : [b, fb];
    const narrowest = (TOLERANCE * (root + unit)) / Math.abs(b - a);
    if (least === 0 || narrowest > 0.5) return { root, converged: true };
    const interpolated = inverseQuadratic([a, fa], [b, fb], [c, fc]);
    share = Math.min(Math.max(interpolated, narrowest), 1 - narrowest);
  }
  return { root: a, converged: false };
}

/** The share of the way from a to b at which the inverse parabola through the points is 0; ½ where it is not trusted. */
function inverseQuadratic([a, fa]: Point, [b, fb]: Point, [c, fc]: Point): number {
  const xi = (a - b) / (c - b);
  const phi = (fa - fb) / (fc - fb);
  if (!(phi ** 2 < xi && (1 - phi) ** 2 < 1 - xi)) return 0.5;
  return (fa / (fb - fa)) * (fc / (fb - fc)) + ((c - a) / (b - a)) * (fa / (fc - fa)) * (fb / (fc - fb));
}
