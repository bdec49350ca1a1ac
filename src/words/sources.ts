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
