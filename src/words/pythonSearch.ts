/** What effects and variances are called in the function whose end the lines are. */
interface Names {
  readonly y: string;
  readonly v: string;
}

/** Lines of Python: where a function of tau2 that falls, called `excess`, is 0; 0 where it never is above. */
export function zeroLines(excess: string, { y, v }: Names): readonly string[] {
  return [
    `excess = lambda tau2: ${excess}`,
    "if excess(0) <= 0:",
    "    return 0.0",
    `top = np.ptp(${y}) ** 2 + np.max(${v})`,
    "while excess(top) > 0:",
    "    top *= 2",
    "return optimize.brentq(excess, 0, top, xtol=1e-18, rtol=1e-14)",
  ];
}

/** Lines of Python: the zero of `score` that has the highest `likelihood`, or 0; both are functions of tau2 that stand above. */
export function peakLines({ y, v }: Names): readonly string[] {
  return [
    `top = 10 * max(np.max(${v}), np.ptp(${y}) ** 2)`,
    `grid = np.concatenate([[0], np.geomspace(1e-6 * np.min(${v}), top, 400)])`,
    "scores = [score(tau2) for tau2 in grid]",
    "peaks = [",
    "    optimize.brentq(score, grid[i], grid[i + 1], xtol=1e-18, rtol=1e-14)",
    "    for i in range(len(grid) - 1)",
    "    if scores[i] > 0 >= scores[i + 1]",
    "]",
    "return max([0.0, *peaks], key=likelihood)",
  ];
}
