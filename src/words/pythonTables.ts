import type { TableMeasure } from "../model/appliedModel";

/** Lines of Python that define `tables`, Mantel and Haenszel's effect of 2×2 tables with its variance. */
export function pythonTables(measure: TableMeasure): readonly string[] {
  return [
    `def tables(a, b, c, d):  # ${SOURCES[measure]}`,
    "    N = a + b + c + d",
    ...SUMS[measure].map(indented),
    "",
  ];
}

const indented = (line: string) => `    ${line}`;

const SOURCES: Readonly<Record<TableMeasure, string>> = {
  OR: "Mantel and Haenszel's log odds ratio, Robins, Breslow and Greenland's variance",
  RR: "Mantel and Haenszel's log risk ratio, Greenland and Robins' variance",
  RD: "Mantel and Haenszel's risk difference, Sato's variance",
};

const SUMS: Readonly<Record<TableMeasure, readonly string[]>> = {
  OR: [
    "r, s = a * d / N, b * c / N",
    "p, q = (a + d) / N, (b + c) / N",
    "R, S = np.sum(r), np.sum(s)",
    "variance = (np.sum(p * r) / R**2 + np.sum(p * s + q * r) / (R * S) + np.sum(q * s) / S**2) / 2",
    "return np.log(R / S), variance",
  ],
  RR: [
    "R, S = np.sum(a * (c + d) / N), np.sum(c * (a + b) / N)",
    "P = np.sum(((a + b) * a * d + (c + d) * b * c) / N**2)",
    "return np.log(R / S), P / (R * S)",
  ],
  RD: [
    "n1, n2 = a + b, c + d",
    "W = np.sum(n1 * n2 / N)",
    "mu = np.sum((a * n2 - c * n1) / N) / W",
    "P = np.sum((n1**2 * c - n2**2 * a + n1 * n2 * (n2 - n1) / 2) / N**2)",
    "Q = np.sum((a * d + b * c) / (2 * N))",
    "return mu, (mu * P + Q) / W**2",
  ],
};

/** Lines of Python that compare the sums over all studies with statsmodels' own; it has none for a difference. */
export function stratifiedLines(measure: TableMeasure): readonly string[] {
  if (measure === "RD") return [];
  return [
    "if statsmodels:",
    "    from statsmodels.stats.contingency_tables import StratifiedTable",
    "    other = StratifiedTable(np.array([[a, b], [c, d]]))",
    "    effect, variance = tables(a, b, c, d)",
    ...(measure === "OR"
      ? [
          "    np.testing.assert_allclose(other.logodds_pooled, effect, rtol=1e-8, atol=1e-12)",
          "    np.testing.assert_allclose(other.logodds_pooled_se, np.sqrt(variance), rtol=1e-8)",
        ]
      : ["    np.testing.assert_allclose(np.log(other.riskratio_pooled), effect, rtol=1e-8, atol=1e-12)"]),
  ];
}
