import type { Measure } from "../model/measure";
import type { PoolingModel, SmdVariance, ZeroCellRule } from "../model/poolingModel";

/** Lines of Python that give the arrays `yi` and `vi` from those of the arms, by the formulas of the measure. */
export function pythonEffects(measure: Measure, { smdVariance, zeroCells }: PoolingModel): readonly string[] {
  switch (measure) {
    case "GEN":
      return [];
    case "MD":
      return ["yi = m1i - m2i", "vi = sd1i**2 / n1i + sd2i**2 / n2i"];
    case "ROM":
      return ["yi = np.log(m1i / m2i)", "vi = sd1i**2 / (n1i * m1i**2) + sd2i**2 / (n2i * m2i**2)"];
    case "SMD":
      return [...(smdVariance === "RevMan" ? [] : EXACT), ...POOLED_SD, ...SMD[smdVariance]];
    case "SMDH":
      return [...EXACT, ...SMDH];
    case "SMD1":
      return [...EXACT, "yi = exact(n2i - 1) * (m1i - m2i) / sd2i", "vi = 1 / n1i + 1 / n2i + yi**2 / (2 * n2i)"];
    case "PETO":
      return PETO;
    case "AS":
      return ["yi = np.arcsin(np.sqrt(ai / n1i)) - np.arcsin(np.sqrt(ci / n2i))", "vi = 1 / (4 * n1i) + 1 / (4 * n2i)"];
    case "RR":
    case "OR":
    case "RD":
      return [...ZEROS[zeroCells], ...COUNTS[measure]];
  }
}

const EXACT = [
  "def exact(m):  # Hedges' correction for small samples",
  "    return np.exp(special.gammaln(m / 2) - np.log(m / 2) / 2 - special.gammaln((m - 1) / 2))",
  "",
];

const POOLED_SD = ["N = n1i + n2i", "sd = np.sqrt(((n1i - 1) * sd1i**2 + (n2i - 1) * sd2i**2) / (N - 2))"];

const SMD: Readonly<Record<SmdVariance, readonly string[]>> = {
  LS: ["yi = exact(N - 2) * (m1i - m2i) / sd", "vi = 1 / n1i + 1 / n2i + yi**2 / (2 * N)"],
  UB: [
    "yi = exact(N - 2) * (m1i - m2i) / sd",
    "vi = 1 / n1i + 1 / n2i + (1 - (N - 4) / ((N - 2) * exact(N - 2) ** 2)) * yi**2",
  ],
  RevMan: [
    "yi = (m1i - m2i) / sd * (1 - 3 / (4 * N - 9))  # Hedges' g as in RevMan",
    "vi = 1 / n1i + 1 / n2i + yi**2 / (2 * (N - 3.94))",
  ],
};

const SMDH = [
  "square = (sd1i**2 + sd2i**2) / 2",
  "J = exact(n1i + n2i - 2)",
  "yi = J * (m1i - m2i) / np.sqrt(square)",
  "of_sds = yi**2 * (sd1i**4 / (n1i - 1) + sd2i**4 / (n2i - 1)) / (8 * square**2)",
  "vi = J**2 * (of_sds + sd1i**2 / square / (n1i - 1) + sd2i**2 / square / (n2i - 1))",
];

const PETO = [
  "N = n1i + n2i",
  "m = ai + ci",
  "V = n1i * n2i * m * (N - m) / (N**2 * (N - 1))",
  "yi = (ai - n1i * m / N) / V",
  "vi = 1 / V",
];

const IS_ZERO = "zero = (ai == 0) | (ai == n1i) | (ci == 0) | (ci == n2i)";
const ADDED = "a, b, c, d = ai + add1, n1i - ai + add1, ci + add2, n2i - ci + add2";

const ZEROS: Readonly<Record<ZeroCellRule, readonly string[]>> = {
  only0: [IS_ZERO, "add1 = add2 = np.where(zero, 0.5, 0)", ADDED],
  all: ["add1 = add2 = 0.5", ADDED],
  none: ["a, b, c, d = ai, n1i - ai, ci, n2i - ci"],
  "treatment-arm": [IS_ZERO, "add1, add2 = zero * n1i / (n1i + n2i), zero * n2i / (n1i + n2i)", ADDED],
};

const COUNTS: Readonly<Record<"OR" | "RR" | "RD", readonly string[]>> = {
  OR: ["yi = np.log(a * d / (b * c))", "vi = 1 / a + 1 / b + 1 / c + 1 / d"],
  RR: ["yi = np.log(a / (a + b) / (c / (c + d)))", "vi = b / (a * (a + b)) + d / (c * (c + d))"],
  RD: ["yi = a / (a + b) - c / (c + d)", "vi = a * b / (a + b) ** 3 + c * d / (c + d) ** 3"],
};
