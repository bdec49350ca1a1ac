import type { Analysis } from "../model/analysis";
import { figureTitle } from "./caption";
import { lowerFirst } from "./phrase";
import { checkLines, groupChecks, resultChecks } from "./pythonChecks";
import { groupsPooled, pythonData } from "./pythonData";
import { pythonEffects } from "./pythonEffects";
import { pythonPool } from "./pythonPool";
import { check } from "./rChecks";
import { commented, pooledStudies } from "./rData";
import type { Proven } from "./rScript";

/**
 * A script for Python that gives the answer's numbers by numpy and scipy, its data and its formulas within it: effects,
 * the overall result, groups with a tau2 each and the test between them; by statsmodels too, where that has the model.
 * It ends in comparisons with the page's numbers, to 1e-8 of their size. Empty where nothing is pooled, and under
 * Mantel and Haenszel's weights.
 */
export function pythonCall(proven: Proven): string {
  const { analysis, rowOf } = proven;
  const { measure, model, overall } = analysis;
  const studies = pooledStudies(analysis, rowOf);
  if (studies.length === 0 || model.weighting === "MH") return "";
  const hasGroups = groupsPooled(analysis).length > 0;
  const checks = [
    ...check("effects of the studies", "yi", ...studies.map(({ result }) => result.effect?.yi)),
    ...check("their variances", "vi", ...studies.map(({ result }) => result.effect?.vi)),
    ...(overall ? resultChecks("res", overall, "overall") : []),
    ...groupChecks(analysis),
  ];
  return [
    ...headLines(proven),
    "import numpy as np",
    "from scipy import optimize, special, stats",
    "",
    `LEVEL = ${model.level}`,
    ...pythonData(analysis, rowOf),
    "",
    ...pythonEffects(measure.measure, model),
    ...(studies.some(({ result }) => result.flipped) ? ["yi = turn * yi  # scales that run the other way"] : []),
    "",
    "",
    ...pythonPool(model),
    "",
    ...(overall ? overallLines(analysis) : []),
    ...(hasGroups ? GROUPS : []),
    ...(hasGroups && analysis.difference ? BETWEEN : []),
    ...checkLines(checks),
    "",
  ].join("\n");
}

function headLines({ analysis, descriptor, version, link, dataHash }: Proven): readonly string[] {
  const { arms, figureNote } = descriptor;
  const isCommon = analysis.groups.some(({ pooled }) => pooled) && groupsPooled(analysis).length === 0;
  return [
    `${figureTitle(analysis)}: ${arms.intervention} against ${lowerFirst(arms.control)}`,
    ...(figureNote === "" ? [] : [figureNote]),
    `Written by Understory ${version} for Python 3.9 or later with numpy and scipy; statsmodels is used where it is there`,
    "It covers the effects, the overall result, groups and the test between them; the R script covers the other views too",
    ...(isCommon ? ["The groups share one tau2: they are in the R script alone"] : []),
    `The view: ${link}`,
    ...(dataHash === null ? [] : [`SHA-256 of all rows of the data: ${dataHash}`]),
  ].map(commented);
}

function overallLines({ measure, model }: Analysis): readonly string[] {
  const isRandom = model.method === "DL";
  const ratio = measure.scale === "log" ? ["print('as ratios', *np.exp([res['mu'], res['lb'], res['ub']]))"] : [];
  const lines = ["res = pool(yi, vi)", "print(res)", ...ratio];
  if (model.method !== "EE" && !isRandom) return lines;
  const mean = isRandom ? "mean_effect_re" : "mean_effect_fe";
  return [
    ...lines,
    "",
    "try:",
    "    from statsmodels.stats.meta_analysis import combine_effects",
    "except ImportError:",
    "    print('statsmodels is not installed: the overall result is by numpy alone')",
    "else:",
    "    if len(yi) > 1:",
    "        other = combine_effects(yi, vi, method_re='chi2', alpha=1 - LEVEL)",
    `        np.testing.assert_allclose(other.${mean}, res['mu'], rtol=1e-8)`,
    ...(isRandom
      ? ["        np.testing.assert_allclose(max(0.0, other.tau2), res['tau2'], rtol=1e-8, atol=1e-12)"]
      : []),
  ];
}

const GROUPS = [
  "",
  "groups = [pool(yi[group == i], vi[group == i]) for i in range(len(names))]",
  "for name, result in zip(names, groups):",
  "    print(name, result)",
];

const BETWEEN = [
  "mu = np.array([result['mu'] for result in groups])",
  "se = np.array([result['se'] for result in groups])",
  "between = mean(mu, se**2, 0)[2]",
  "between = [between, stats.chi2.sf(between, len(groups) - 1)]",
  "print('difference between groups', between)",
];
