/** A work that a method comes from. */
export interface Source {
  readonly authors: string;
  readonly year: number;
  readonly title: string;
  /** Journal with volume and pages, or publisher. */
  readonly where: string;
  readonly doi: string | null;
  readonly url: string | null;
}

const source = (authors: string, year: number, title: string, where: string, doi: string | null = null): Source => ({
  authors,
  year,
  title,
  where,
  doi,
  url: doi === null ? null : `https://doi.org/${doi}`,
});

const SOURCE_LIST = {
  hedges1981: source(
    "Hedges LV",
    1981,
    "Distribution theory for Glass’s estimator of effect size and related estimators",
    "J Educ Stat 6:107–128",
    "10.3102/10769986006002107",
  ),
  hedgesOlkin1985: source("Hedges LV, Olkin I", 1985, "Statistical Methods for Meta-Analysis", "Academic Press"),
  fleiss1993: source(
    "Fleiss JL",
    1993,
    "The statistical basis of meta-analysis",
    "Stat Methods Med Res 2:121–145",
    "10.1177/096228029300200202",
  ),
  cochran1954: source(
    "Cochran WG",
    1954,
    "The combination of estimates from different experiments",
    "Biometrics 10:101–129",
    "10.2307/3001666",
  ),
  dersimonianLaird1986: source(
    "DerSimonian R, Laird N",
    1986,
    "Meta-analysis in clinical trials",
    "Control Clin Trials 7:177–188",
    "10.1016/0197-2456(86)90046-2",
  ),
  pauleMandel1982: source(
    "Paule RC, Mandel J",
    1982,
    "Consensus values and weighting factors",
    "J Res Natl Bur Stand 87:377–385",
    "10.6028/jres.087.022",
  ),
  dersimonianKacker2007: source(
    "DerSimonian R, Kacker R",
    2007,
    "Random-effects model for meta-analysis of clinical trials: an update",
    "Contemp Clin Trials 28:105–114",
    "10.1016/j.cct.2006.04.004",
  ),
  viechtbauer2005: source(
    "Viechtbauer W",
    2005,
    "Bias and efficiency of meta-analytic variance estimators in the random-effects model",
    "J Educ Behav Stat 30:261–293",
    "10.3102/10769986030003261",
  ),
  mantelHaenszel1959: source(
    "Mantel N, Haenszel W",
    1959,
    "Statistical aspects of the analysis of data from retrospective studies of disease",
    "J Natl Cancer Inst 22:719–748",
    "10.1093/jnci/22.4.719",
  ),
  robins1986: source(
    "Robins J, Breslow N, Greenland S",
    1986,
    "Estimators of the Mantel-Haenszel variance consistent in both sparse data and large-strata limiting models",
    "Biometrics 42:311–323",
    "10.2307/2531052",
  ),
  greenlandRobins1985: source(
    "Greenland S, Robins JM",
    1985,
    "Estimation of a common effect parameter from sparse follow-up data",
    "Biometrics 41:55–68",
    "10.2307/2530643",
  ),
  sato1989: source(
    "Sato T",
    1989,
    "On the variance estimator for the Mantel-Haenszel risk difference",
    "Biometrics 45:1323–1324",
  ),
  hartungKnapp2001: source(
    "Hartung J, Knapp G",
    2001,
    "On tests of the overall treatment effect in meta-analysis with normally distributed responses",
    "Stat Med 20:1771–1782",
    "10.1002/sim.791",
  ),
  sidikJonkman2002: source(
    "Sidik K, Jonkman JN",
    2002,
    "A simple confidence interval for meta-analysis",
    "Stat Med 21:3153–3159",
    "10.1002/sim.1262",
  ),
  hedges1999: source(
    "Hedges LV, Gurevitch J, Curtis PS",
    1999,
    "The meta-analysis of response ratios in experimental ecology",
    "Ecology 80:1150–1156",
    "10.1890/0012-9658(1999)080[1150:TMAORR]2.0.CO;2",
  ),
  bonett2008: source(
    "Bonett DG",
    2008,
    "Confidence intervals for standardized linear contrasts of means",
    "Psychol Methods 13:99–109",
    "10.1037/1082-989X.13.2.99",
  ),
  yusuf1985: source(
    "Yusuf S, Peto R, Lewis J, Collins R, Sleight P",
    1985,
    "Beta blockade during and after myocardial infarction: an overview of the randomized trials",
    "Prog Cardiovasc Dis 27:335–371",
    "10.1016/S0033-0620(85)80003-7",
  ),
  ruecker2009: source(
    "Rücker G, Schwarzer G, Carpenter J, Olkin I",
    2009,
    "Why add anything to nothing? The arcsine difference as a measure of treatment effect in meta-analysis with zero cells",
    "Stat Med 28:721–738",
    "10.1002/sim.3511",
  ),
  sweeting2004: source(
    "Sweeting MJ, Sutton AJ, Lambert PC",
    2004,
    "What to add to nothing? Use and avoidance of continuity corrections in meta-analysis of sparse data",
    "Stat Med 23:1351–1375",
    "10.1002/sim.1761",
  ),
  hardyThompson1996: source(
    "Hardy RJ, Thompson SG",
    1996,
    "A likelihood approach to meta-analysis with random effects",
    "Stat Med 15:619–629",
    "10.1002/(SICI)1097-0258(19960330)15:6<619::AID-SIM188>3.0.CO;2-A",
  ),
  morris1983: source(
    "Morris CN",
    1983,
    "Parametric empirical Bayes inference: theory and applications",
    "J Am Stat Assoc 78:47–55",
    "10.1080/01621459.1983.10477920",
  ),
  hunterSchmidt1990: source("Hunter JE, Schmidt FL", 1990, "Methods of Meta-Analysis", "Sage"),
  sidikJonkman2005: source(
    "Sidik K, Jonkman JN",
    2005,
    "Simple heterogeneity variance estimation for meta-analysis",
    "J R Stat Soc C 54:367–384",
    "10.1111/j.1467-9876.2005.00489.x",
  ),
  follmannProschan1999: source(
    "Follmann DA, Proschan MA",
    1999,
    "Valid inference in random effects meta-analysis",
    "Biometrics 55:732–737",
    "10.1111/j.0006-341X.1999.00732.x",
  ),
  knappHartung2003: source(
    "Knapp G, Hartung J",
    2003,
    "Improved tests for a random effects meta-regression with a single covariate",
    "Stat Med 22:2693–2710",
    "10.1002/sim.1482",
  ),
  rover2015: source(
    "Röver C, Knapp G, Friede T",
    2015,
    "Hartung-Knapp-Sidik-Jonkman approach and its modification for random-effects meta-analysis with few studies",
    "BMC Med Res Methodol 15:99",
    "10.1186/s12874-015-0091-1",
  ),
  jackson2017: source(
    "Jackson D, Law M, Rücker G, Schwarzer G",
    2017,
    "The Hartung-Knapp modification for random-effects meta-analysis: a useful refinement but are there any residual concerns?",
    "Stat Med 36:3923–3934",
    "10.1002/sim.7411",
  ),
  whiteThomas2005: source(
    "White IR, Thomas J",
    2005,
    "Standardized mean differences in individually-randomized and cluster-randomized trials, with applications to meta-analysis",
    "Clin Trials 2:141–151",
    "10.1191/1740774505cn081oa",
  ),
  higgins2009: source(
    "Higgins JPT, Thompson SG, Spiegelhalter DJ",
    2009,
    "A re-evaluation of random-effects meta-analysis",
    "J R Stat Soc A 172:137–159",
    "10.1111/j.1467-985X.2008.00552.x",
  ),
  partlettRiley2017: source(
    "Partlett C, Riley RD",
    2017,
    "Random effects meta-analysis: coverage performance of 95% confidence and prediction intervals following REML estimation",
    "Stat Med 36:301–317",
    "10.1002/sim.7140",
  ),
  higginsThompson2002: source(
    "Higgins JPT, Thompson SG",
    2002,
    "Quantifying heterogeneity in a meta-analysis",
    "Stat Med 21:1539–1558",
    "10.1002/sim.1186",
  ),
  borenstein2009: source(
    "Borenstein M, Hedges LV, Higgins JPT, Rothstein HR",
    2009,
    "Introduction to Meta-Analysis",
    "Wiley",
    "10.1002/9780470743386",
  ),
  egger1997: source(
    "Egger M, Davey Smith G, Schneider M, Minder C",
    1997,
    "Bias in meta-analysis detected by a simple, graphical test",
    "BMJ 315:629–634",
    "10.1136/bmj.315.7109.629",
  ),
  harbord2006: source(
    "Harbord RM, Egger M, Sterne JAC",
    2006,
    "A modified test for small-study effects in meta-analyses of controlled trials with binary endpoints",
    "Stat Med 25:3443–3457",
    "10.1002/sim.2380",
  ),
  pustejovsky2019: source(
    "Pustejovsky JE, Rodgers MA",
    2019,
    "Testing for funnel plot asymmetry of standardized mean differences",
    "Res Synth Methods 10:57–71",
    "10.1002/jrsm.1332",
  ),
  sterne2011: source(
    "Sterne JAC, Sutton AJ, Ioannidis JPA et al.",
    2011,
    "Recommendations for examining and interpreting funnel plot asymmetry in meta-analyses of randomised controlled trials",
    "BMJ 343:d4002",
    "10.1136/bmj.d4002",
  ),
  peters2008: source(
    "Peters JL, Sutton AJ, Jones DR, Abrams KR, Rushton L",
    2008,
    "Contour-enhanced meta-analysis funnel plots help distinguish publication bias from other causes of asymmetry",
    "J Clin Epidemiol 61:991–996",
    "10.1016/j.jclinepi.2007.11.010",
  ),
  deeksHiggins2010: source(
    "Deeks JJ, Higgins JPT",
    2010,
    "Statistical algorithms in Review Manager 5",
    "Cochrane Statistical Methods Group",
  ),
  cochrane2024: {
    ...source("Cochrane", 2024, "Random-effects meta-analysis methods for Intervention Reviews", "Methods Cochrane"),
    url: "https://methods.cochrane.org/methods-cochrane/random-effects-meta-analysis-methods-intervention-reviews",
  },
  handbook: {
    ...source(
      "Deeks JJ, Higgins JPT, Altman DG, McKenzie JE, Veroniki AA (editors)",
      2024,
      "Chapter 10: Analysing data and undertaking meta-analyses",
      "Cochrane Handbook for Systematic Reviews of Interventions, version 6.5",
    ),
    url: "https://training.cochrane.org/handbook/current/chapter-10",
  },
} satisfies Record<string, Source>;

export type SourceKey = keyof typeof SOURCE_LIST;

/** Every work that Methods and the explanations cite, by key. */
export const SOURCES: Readonly<Record<SourceKey, Source>> = SOURCE_LIST;
