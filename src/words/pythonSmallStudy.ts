import type { AsymmetryTest, OrReason, SmallStudyEffects } from "../model/smallStudy";
import { check, type RPart } from "./rChecks";

const NONE: RPart = { lines: [], checks: [] };

/** Lines of Python for the tests of small-study effects that are lines through the effects, and for PET-PEESE. */
export function pythonSmallStudy({ tests, adjusted: { petPeese } }: SmallStudyEffects): RPart {
  const parts = [
    test("egger", "Egger’s test", "egger = line(yi, vi, np.sqrt(vi))", tests.egger, STATSMODELS),
    test(
      "rodgers",
      "Pustejovsky and Rodgers’ test",
      "rodgers = line(yi, vi, np.sqrt(1 / n1i + 1 / n2i))",
      tests.pustejovskyRodgers,
    ),
    test(
      "harbord",
      "Harbord’s test",
      "harbord = line(Z[both] / V[both], 1 / V[both], np.sqrt(1 / V[both]))",
      tests.harbord,
    ),
    test("peters", "Peters’ test", "peters = line(yi[both], (1 / m + 1 / (N - m))[both], 1 / N[both])", tests.peters),
    "reason" in petPeese
      ? NONE
      : {
          lines: [
            `adjusted = line(yi, vi, ${petPeese.by === "peese" ? "vi" : "np.sqrt(vi)"})  # PET-PEESE: its rule takes ${petPeese.by.toUpperCase()}`,
          ],
          checks: check(
            "PET-PEESE",
            "[adjusted['b'][0], adjusted['limit']['lb'], adjusted['limit']['ub'], adjusted['limit']['pval']]",
            ...[petPeese.mu, petPeese.ciLb, petPeese.ciUb, petPeese.pval],
          ),
        },
  ];
  const lines = parts.flatMap((part) => part.lines);
  const needsTables = !("reason" in tests.harbord && "reason" in tests.peters);
  return {
    lines: lines.length > 0 ? [...LINE, ...(needsTables ? TABLES : []), ...lines] : [],
    checks: parts.flatMap((part) => part.checks),
  };
}

const LINE = [
  "def line(y, v, x):  # y on x, weighted by 1 / v; multiplicative errors, t(k - 2)",
  "    X = np.column_stack([np.ones(len(y)), x])",
  "    C = np.linalg.inv((X.T / v) @ X)",
  "    b = C @ (X.T @ (y / v))",
  "    se = np.sqrt(np.sum((y - X @ b) ** 2 / v) / (len(y) - 2) * np.diag(C))",
  "    return dict(b=b, limit=interval(b[0], se[0], len(y) - 2), slope=interval(b[1], se[1], len(y) - 2))",
  "",
  "",
  "# Small-study effects",
];

const TABLES = [
  "N, m = n1i + n2i, ai + ci",
  "both = (m > 0) & (m < N)",
  "Z = (ai * n2i - ci * n1i) / N",
  "V = n1i / N * n2i / N * m * (N - m) / (N - 1)",
];

const STATSMODELS = [
  "if statsmodels:",
  "    import statsmodels.api as sm",
  "    other = sm.WLS(yi, np.column_stack([np.ones(len(yi)), np.sqrt(vi)]), weights=1 / vi).fit()",
  "    np.testing.assert_allclose(other.tvalues[1], egger['slope']['stat'], rtol=1e-7, atol=1e-9)",
];

function test(
  name: string,
  what: string,
  line: string,
  found: OrReason<AsymmetryTest>,
  after: readonly string[] = [],
): RPart {
  if ("reason" in found) return NONE;
  return {
    lines: [line, ...after],
    checks: [
      ...check(`${what}: slope`, `[${name}['b'][1]]`, found.slope),
      ...check(
        `${what}: statistic and p-value`,
        `[${name}['slope']['stat'], ${name}['slope']['pval']]`,
        found.statistic,
        found.pval,
      ),
    ],
  };
}
