import type { Analysis } from "../model/analysis";
import { isTableMeasure } from "../model/appliedModel";
import { figureTitle } from "./caption";
import { lowerFirst } from "./phrase";
import { checkLines, groupChecks, resultChecks } from "./pythonChecks";
import { pythonData, sharesTau2 } from "./pythonData";
import { pythonEffects } from "./pythonEffects";
import { coversGroups, groupLines } from "./pythonGroups";
import { pythonPool } from "./pythonPool";
import { pythonRegression, regressLines } from "./pythonRegression";
import { pythonCumulative, pythonInfluence } from "./pythonSensitivity";
import { pythonSmallStudy } from "./pythonSmallStudy";
import { stratifiedLines } from "./pythonTables";
import { cellOf, type RCell } from "./rCell";
import { check, type RPart } from "./rChecks";
import { commented, pooledStudies } from "./rData";
import type { Proven } from "./rScript";

/**
 * A script for Python that gives a view's main numbers by numpy and scipy, its data and its formulas within it: effects,
 * the overall result by inverse variance or Mantel and Haenszel's sums, groups and the test between them; results
 * without each study and cumulative ones; the meta-regression; and the small-study tests by regression. By statsmodels
 * too, where that has the model. It ends in comparisons with the page's numbers, to 1e-8 of their size. Empty where
 * nothing is pooled.
 */
export function pythonCall(proven: Proven): string {
  const { analysis, rowOf } = proven;
  const { measure, model, overall } = analysis;
  const studies = pooledStudies(analysis, rowOf);
  if (studies.length === 0) return "";
  const parts = viewParts(proven, cellOf(analysis, studies));
  const regresses = proven.findings.bubble?.fit || (coversGroups(analysis) && sharesTau2(analysis));
  const checks = [
    ...check("effects of the studies", "yi", ...studies.map(({ result }) => result.effect?.yi)),
    ...check("their variances", "vi", ...studies.map(({ result }) => result.effect?.vi)),
    ...(overall ? resultChecks("res", overall, "overall") : []),
    ...(coversGroups(analysis) ? groupChecks(analysis) : []),
    ...parts.flatMap((part) => part.checks),
  ];
  const blocks = [
    overall ? overallLines(analysis) : [],
    groupLines(analysis),
    ...parts.map(({ lines }) => lines),
    checkLines(checks),
  ];
  return [
    ...headLines(proven),
    ...IMPORTS,
    "",
    `LEVEL = ${model.level}`,
    ...pythonData(analysis, rowOf),
    "",
    ...pythonEffects(measure.measure, model),
    ...(studies.some(({ result }) => result.flipped) ? ["yi = turn * yi  # scales that run the other way"] : []),
    "",
    "",
    ...pythonPool(measure.measure, model),
    "",
    ...(regresses ? regressLines(model) : []),
    ...blocks.filter((lines) => lines.length > 0).flatMap((lines) => [...lines, ""]),
  ].join("\n");
}

const IMPORTS = [
  "import numpy as np",
  "from scipy import optimize, special, stats",
  "",
  "try:",
  "    import statsmodels",
  "except ImportError:",
  "    statsmodels = None",
  "    print('statsmodels is not installed: the numbers are by numpy alone')",
];

function viewParts({ analysis, findings }: Proven, cell: RCell): readonly RPart[] {
  const { smallStudy, bubble, influence, cumulative } = findings;
  if (cell.studies.length === 0) return [];
  const ofCell = [
    ...(bubble ? [pythonRegression(bubble, analysis, cell)] : []),
    ...(influence ? [pythonInfluence(influence)] : []),
    ...(cumulative ? [pythonCumulative(cumulative, cell)] : []),
  ];
  return [
    ...(smallStudy?.effects ? [pythonSmallStudy(smallStudy.effects)] : []),
    ...(ofCell.length > 0 ? [{ lines: [cellLine(cell)], checks: [] }] : []),
    ...ofCell,
  ];
}

/** The places of the cell's studies among all. */
function cellLine({ places }: RCell): string {
  return places ? `cell = np.array([${places.map((place) => place - 1).join(", ")}])` : "cell = np.arange(len(yi))";
}

function headLines({ analysis, descriptor, findings, version, link, dataHash }: Proven): readonly string[] {
  const { arms, figureNote } = descriptor;
  const isMore = findings.influence ?? findings.smallStudy ?? findings.timeCourse ?? findings.lens;
  return [
    `${figureTitle(analysis)}: ${arms.intervention} against ${lowerFirst(arms.control)}`,
    ...(figureNote === "" ? [] : [figureNote]),
    `Written by Understory ${version} for Python 3.9 or later with numpy and scipy; statsmodels is used where it is there`,
    "It covers the effects, the overall result by inverse variance, Peto’s or Mantel and Haenszel’s method, groups and the",
    "test between them; of the views results without each study, cumulative ones, the meta-regression, and the tests of",
    "small-study effects that are regressions, with PET-PEESE",
    ...(isMore
      ? [
          "In the R script alone: the time course, diagnostics of influence, rank and mixed-effects tests, trim and fill, limit",
          "meta-analysis, selection models, every analysis, every subset, and what the result means for patients",
        ]
      : []),
    `The view: ${link}`,
    ...(dataHash === null ? [] : [`SHA-256 of all rows of the data: ${dataHash}`]),
  ].map(commented);
}

function overallLines({ measure, model }: Analysis): readonly string[] {
  const ratio = measure.scale === "log" ? ["print('as ratios', *np.exp([res['mu'], res['lb'], res['ub']]))"] : [];
  return ["res = pool(np.arange(len(yi)))", "print(res)", ...ratio, ...otherLines(measure.measure, model)];
}

/** The overall result by statsmodels, where that has the model. */
function otherLines(
  measure: Analysis["measure"]["measure"],
  { method, weighting }: Analysis["model"],
): readonly string[] {
  if (weighting === "MH") return isTableMeasure(measure) ? stratifiedLines(measure) : [];
  if (method !== "EE" && method !== "DL") return [];
  return [
    "if statsmodels and len(yi) > 1:",
    "    from statsmodels.stats.meta_analysis import combine_effects",
    "    other = combine_effects(yi, vi, method_re='chi2', alpha=1 - LEVEL)",
    ...(method === "EE"
      ? ["    np.testing.assert_allclose(other.mean_effect_fe, res['mu'], rtol=1e-8)"]
      : [
          "    np.testing.assert_allclose(max(0.0, other.tau2), res['tau2'], rtol=1e-8, atol=1e-12)",
          "    if other.tau2 > 0:  # it weights by a tau2 below 0 too",
          "        np.testing.assert_allclose(other.mean_effect_re, res['mu'], rtol=1e-8)",
        ]),
  ];
}
