import type { Method } from "../model/poolingModel";
import { peakLines, zeroLines } from "./pythonSearch";

/** Lines of Python that define `tau2_of`, the variance between studies. */
export function tau2Lines(method: Method): readonly string[] {
  return TAU2[method];
}

const of = (comment: string, ...lines: readonly string[]): readonly string[] => [
  `def tau2_of(yi, vi):  # ${comment}`,
  ...lines.map((line) => (line === "" ? "" : `    ${line}`)),
  "",
];

const NAMES = { y: "yi", v: "vi" };
const PAULE_MANDEL = zeroLines("mean(yi, vi, tau2)[2] - (len(yi) - 1)", NAMES);

/** The zero of the score that has the highest likelihood, or no spread. */
const likelihood = (score: string, restricted: string) => [
  "def score(tau2):",
  "    w = 1 / (vi + tau2)",
  "    r = yi - mean(yi, vi, tau2)[0]",
  `    return np.sum(w**2 * r**2) - ${score}`,
  "",
  "def likelihood(tau2):",
  "    _, W, Q = mean(yi, vi, tau2)",
  `    return -(np.sum(np.log(vi + tau2))${restricted} + Q) / 2`,
  "",
  ...peakLines(NAMES),
];

const TAU2: Readonly<Record<Method, readonly string[]>> = {
  EE: of("one effect for all studies: no variance between them", "return 0.0"),
  DL: of(
    "DerSimonian and Laird",
    "_, W, Q = mean(yi, vi, 0)",
    "return max(0.0, (Q - (len(yi) - 1)) / (W - np.sum(1 / vi**2) / W))",
  ),
  PM: of("Paule and Mandel: the generalised Q is k - 1", ...PAULE_MANDEL),
  EB: of("empirical Bayes, which is Paule and Mandel's: the generalised Q is k - 1", ...PAULE_MANDEL),
  REML: of("restricted maximum likelihood", ...likelihood("(np.sum(w) - np.sum(w**2) / np.sum(w))", " + np.log(W)")),
  ML: of("maximum likelihood", ...likelihood("np.sum(w)", "")),
  HE: of("Hedges and Olkin", "return max(0.0, np.var(yi, ddof=1) - np.mean(vi))"),
  HS: of("Hunter and Schmidt", "_, W, Q = mean(yi, vi, 0)", "return max(0.0, (Q - len(yi)) / W)"),
  SJ: of(
    "Sidik and Jonkman",
    "crude = np.var(yi)",
    "return crude * mean(yi, vi, crude)[2] / (len(yi) - 1) if crude > 0 else 0.0",
  ),
};
