import type { Analysis } from "../model/analysis";
import type { Bubble } from "../model/bubble";
import type { Method, PoolingModel, Test } from "../model/poolingModel";
import { peakLines, zeroLines } from "./pythonSearch";
import type { RCell } from "./rCell";
import { check, type RPart } from "./rChecks";
import { commented, wrapped } from "./rData";

/** Lines of Python that define `regress`: the regression of effects on the columns of X, by the page's model. */
export function regressLines({ method, test }: PoolingModel): readonly string[] {
  return [
    "def wls(y, v, X, tau2):  # by weights 1 / (v + tau2): coefficients, their covariances, residuals, generalised Q",
    "    w = 1 / (v + tau2)",
    "    C = np.linalg.inv((X.T * w) @ X)",
    "    b = C @ (X.T @ (w * y))",
    "    r = y - X @ b",
    "    return b, C, r, np.sum(w * r**2)",
    "",
    "",
    "def trace(v, X, tau2):  # of the weights less their projection on X",
    "    w = 1 / (v + tau2)",
    "    return np.sum(w) - np.trace(np.linalg.inv((X.T * w) @ X) @ ((X.T * w**2) @ X))",
    "",
    "",
    "def tau2_left(y, v, X):  # the variance between studies that X leaves",
    ...LEFT[method].map((line) => (line === "" ? "" : `    ${line}`)),
    "",
    "",
    "def regress(y, v, X):",
    "    k, p = X.shape",
    "    tau2 = tau2_left(y, v, X)",
    "    b, C, r, Q = wls(y, v, X, tau2)",
    "    s2 = Q / (k - p)  # Knapp and Hartung's factor of the variances",
    `    return dict(b=b, C=C, tau2=tau2, s2=s2, scale=${SCALES[test]}, df=${test === "z" ? "None" : "k - p"})`,
    "",
    "",
  ];
}

/** What the variances are multiplied by. The wider of two intervals is a rule for one mean: a slope has `knha`. */
const SCALES: Readonly<Record<Test, string>> = { z: "1", t: "1", knha: "s2", adhoc: "max(1, s2)", wider: "s2" };

const NAMES = { y: "y", v: "v" };
const Q_LEFT = zeroLines("wls(y, v, X, tau2)[3] - (len(y) - X.shape[1])", NAMES);

/** The zero of the score that has the highest likelihood, or no spread. */
const likelihood = (score: string, restricted: string) => [
  "def score(tau2):",
  "    r = wls(y, v, X, tau2)[2]",
  `    return np.sum((r / (v + tau2)) ** 2) - ${score}`,
  "",
  "def likelihood(tau2):",
  "    _, C, _, Q = wls(y, v, X, tau2)",
  `    return -(np.sum(np.log(v + tau2))${restricted} + Q) / 2`,
  "",
  ...peakLines(NAMES),
];

const LEFT: Readonly<Record<Method, readonly string[]>> = {
  EE: ["return 0.0"],
  DL: ["return max(0.0, (wls(y, v, X, 0)[3] - (len(y) - X.shape[1])) / trace(v, X, 0))"],
  PM: Q_LEFT,
  EB: Q_LEFT,
  REML: likelihood("trace(v, X, tau2)", " - np.linalg.slogdet(C)[1]"),
  ML: likelihood("np.sum(1 / (v + tau2))", ""),
  HE: [
    "_, C, r, Q = wls(y, np.ones(len(y)), X, 0)",
    "left = 1 - np.sum((X @ C) * X, axis=1)  # of each variance",
    "return max(0.0, (Q - np.sum(v * left)) / (len(y) - X.shape[1]))",
  ],
  HS: ["return max(0.0, (wls(y, v, X, 0)[3] - len(y)) / np.sum(1 / v))"],
  SJ: ["crude = np.var(y)", "return crude * wls(y, v, X, crude)[3] / (len(y) - X.shape[1]) if crude > 0 else 0.0"],
};

/** Lines of Python for the meta-regression of a cell's effects on a numeric column, as `reg`. */
export function pythonRegression({ column, points, fit }: Bubble, { model }: Analysis, { studies }: RCell): RPart {
  if (!fit) return { lines: [], checks: [] };
  const xOf = new Map(points.map(({ rowId, x }) => [rowId, x]));
  const known = studies.flatMap(({ row }, i) => {
    const x = xOf.get(row.id);
    return x === undefined ? [] : [{ place: i, x }];
  });
  const least = Math.min(...known.map(({ x }) => x)); // a year is far from 0: its sums would lose digits
  const { slope, tau2, R2, line } = fit;
  const isKnha = model.test === "knha" || model.test === "wider";
  return {
    lines: [
      commented(`Meta-regression on ${column}, counted from its least value ${least}`),
      wrapped(
        "known = cell[[",
        known.map(({ place }) => String(place)),
        "]]",
      ),
      wrapped(
        "x = np.array([",
        known.map(({ x }) => String(x)),
        `]) - ${least}`,
      ),
      "X = np.column_stack([np.ones(len(x)), x])",
      "reg = regress(yi[known], vi[known], X)",
      "slope = interval(reg['b'][1], np.sqrt(reg['scale'] * reg['C'][1, 1]), reg['df'])",
      "print('slope', reg['b'][1], slope)",
      "",
      "",
      "def at_x(x):  # the line there, its confidence and its prediction interval",
      "    row = np.array([1, x])",
      "    fitted, se = row @ reg['b'], np.sqrt(reg['scale'] * row @ reg['C'] @ row)",
      "    mean, new = interval(fitted, se, reg['df']), interval(fitted, np.sqrt(reg['tau2'] + se**2), reg['df'])",
      "    return [fitted, mean['lb'], mean['ub'], new['lb'], new['ub']]",
      "",
      "",
      "if statsmodels:",
      "    import statsmodels.api as sm",
      "    other = sm.WLS(yi[known], X, weights=1 / (vi[known] + reg['tau2'])).fit()",
      "    np.testing.assert_allclose(other.params, reg['b'], rtol=1e-7, atol=1e-10)",
      ...(isKnha ? ["    np.testing.assert_allclose(other.bse[1], slope['se'], rtol=1e-7)"] : []),
    ],
    checks: [
      ...check("slope and its interval", "[reg['b'][1], slope['lb'], slope['ub']]", slope.beta, slope.ciLb, slope.ciUb),
      ...check("its p-value", "[slope['pval']]", slope.pval),
      ...check("tau2 about the line", "[reg['tau2']]", tau2),
      ...check("R2", "[100 * max(0, 1 - reg['tau2'] / tau2_left(yi[known], vi[known], X[:, :1]))]", R2),
      ...[line[0]!, line.at(-1)!].flatMap(({ x, fitted, ciLb, ciUb, predint }) =>
        predint
          ? check(`regression at ${x}`, `at_x(${x - least})`, fitted, ciLb, ciUb, predint.piLb, predint.piUb)
          : check(`regression at ${x}`, `at_x(${x - least})[:3]`, fitted, ciLb, ciUb),
      ),
    ],
  };
}
