import type { Analysis } from "../model/analysis";
import type { Test } from "../model/poolingModel";
import { groupsPooled, sharesTau2 } from "./pythonData";
import { intervalBy } from "./pythonPool";
import { areAlone } from "./rAnswer";

/** Lines of Python that pool groups, as `groups`, and test the difference between them, as `between`. */
export function groupLines(analysis: Analysis): readonly string[] {
  if (!coversGroups(analysis)) return [];
  const { difference, model } = analysis;
  const lines = sharesTau2(analysis) ? sharedLines(model.test) : OWN;
  return [...lines, ...SHOWN, ...(difference ? [...between(analysis), PRINTED] : [])];
}

/** False where nothing is compared, and where groups of one study each are to share a tau2. */
export function coversGroups(analysis: Analysis): boolean {
  return groupsPooled(analysis).length > 0 && !(sharesTau2(analysis) && areAlone(analysis.groups));
}

const OWN = ["groups = [pool(np.flatnonzero(group == i)) for i in range(len(names))]"];

const SHOWN = ["for name, result in zip(names, groups):", "    print(name, result)"];

const PRINTED = "print('difference between groups', between)";

/** Groups with one tau2: the regression on which group a study is in. */
function sharedLines(test: Test): readonly string[] {
  return [
    "reg = regress(yi, vi, (group[:, None] == np.arange(len(names))).astype(float))  # one tau2 for all groups",
    "df = len(yi) - len(names)",
    "groups = []",
    "for i in range(len(names)):",
    "    mu, wald = reg['b'][i], np.sqrt(reg['C'][i, i])",
    "    knha = np.sqrt(reg['s2']) * wald",
    `    groups.append(dict(mu=mu, tau2=reg['tau2'], **${intervalBy(test, "df")}))`,
  ];
}

/** What the variances are multiplied by in the F test between groups that share a tau2; z has a chi-squared test. */
const SCALES: Readonly<Record<Exclude<Test, "z">, string>> = {
  t: "1",
  knha: "reg['s2']",
  adhoc: "max(1, reg['s2'])",
  wider: "max(1, reg['s2'])",
};

function between(analysis: Analysis): readonly string[] {
  const { test } = analysis.model;
  if (!sharesTau2(analysis))
    return [
      "mu = np.array([result['mu'] for result in groups])",
      "se = np.array([result['se'] for result in groups])",
      "between = mean(mu, se**2, 0)[2]",
      "between = [between, stats.chi2.sf(between, len(groups) - 1)]",
    ];
  const apart = "between = mean(reg['b'], np.diag(reg['C']), 0)[2]";
  if (test === "z") return [apart, "between = [between, stats.chi2.sf(between, len(groups) - 1)]"];
  return [
    `${apart} / (len(groups) - 1) / ${SCALES[test]}`,
    "between = [between, stats.f.sf(between, len(groups) - 1, df)]",
  ];
}
