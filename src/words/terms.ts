import type { Measure } from "../model/measure";
import type {
  GroupTau2,
  Method,
  Predint,
  Preset,
  SmdVariance,
  Test,
  Weighting,
  ZeroCellRule,
} from "../model/poolingModel";
import { PREDINT_NAMES, SMD_VARIANCE_NAMES, TEST_NAMES, WEIGHTING_NAMES } from "./modelNames";
import type { SourceKey } from "./sources";

/** A field term: its full name, one line on what it means, and where it comes from. */
export interface Term {
  readonly name: string;
  readonly explanation: string;
  readonly sources: readonly SourceKey[];
}

const term = (name: string, explanation: string, ...sources: readonly SourceKey[]): Term => ({
  name,
  explanation,
  sources,
});

export const MEASURE_TERMS: Readonly<Record<Measure, Term>> = {
  SMD: term(
    "Standardised mean difference (SMD, Hedges’ g)",
    "The difference between the arms’ means in standard deviations, so that different scales can be pooled.",
    "hedges1981",
    "hedgesOlkin1985",
  ),
  MD: term(
    "Mean difference (MD)",
    "The difference between the arms’ means in the scale’s own unit; for trials that share one scale.",
    "borenstein2009",
  ),
  ROM: term(
    "Ratio of means (RoM)",
    "The mean with the intervention divided by the mean with the control; for scales with a true zero, values above it.",
    "hedges1999",
  ),
  SMDH: term(
    "SMD without a common SD (SMDH)",
    "The difference in means over the average of the two arms’ SDs, where their spread differs.",
    "bonett2008",
  ),
  SMD1: term(
    "Glass’s delta",
    "The difference in means over the control arm’s SD, where the intervention changes the spread too.",
    "hedges1981",
  ),
  RR: term(
    "Risk ratio (RR)",
    "The risk with the intervention divided by the risk with the control; 1 is no effect, 0.5 is half the risk.",
    "fleiss1993",
  ),
  OR: term(
    "Odds ratio (OR)",
    "The odds with the intervention divided by the odds with the control; further from 1 than the risk ratio when events are common.",
    "fleiss1993",
  ),
  RD: term(
    "Risk difference (RD)",
    "The risk with the intervention minus the risk with the control; −0.05 is five fewer in a hundred.",
    "fleiss1993",
  ),
  PETO: term(
    "Peto odds ratio",
    "An odds ratio from observed minus expected events; for rare events, equal arms and small effects only.",
    "yusuf1985",
  ),
  AS: term(
    "Arcsine difference (ASD)",
    "A difference on a scale where rare and common events vary alike; no zero needs a correction.",
    "ruecker2009",
  ),
  GEN: term("Effect as given", "The data give the effect and its variance ready made; nothing is computed from arms."),
};

export const METHOD_TERMS: Readonly<Record<Method, Term>> = {
  EE: term("Common effect", "Assumes that every trial estimates one and the same effect.", "cochran1954"),
  DL: term(
    "Random effects, DerSimonian-Laird",
    "Effects vary between trials; τ² from Q in one step. Long the usual choice; can be too small with few trials.",
    "dersimonianLaird1986",
  ),
  PM: term(
    "Random effects, Paule-Mandel",
    "Effects vary between trials; τ² is the value at which the weighted spread equals what is expected.",
    "pauleMandel1982",
    "dersimonianKacker2007",
  ),
  REML: term(
    "Random effects, REML",
    "Effects vary between trials; τ² by restricted maximum likelihood. Cochrane’s default since 2024.",
    "viechtbauer2005",
    "cochrane2024",
  ),
  ML: term(
    "Random effects, ML",
    "τ² by maximum likelihood; too small on average with few trials.",
    "hardyThompson1996",
  ),
  EB: term(
    "Random effects, empirical Bayes",
    "τ² by Morris’s empirical Bayes equation; the same value as Paule-Mandel’s.",
    "morris1983",
  ),
  HE: term(
    "Random effects, Hedges-Olkin",
    "τ² from the unweighted variance of the effects; imprecise where trials differ widely in size.",
    "hedgesOlkin1985",
  ),
  HS: term(
    "Random effects, Hunter-Schmidt",
    "τ² in one step from Q; too small on average. For comparison with older reviews.",
    "hunterSchmidt1990",
  ),
  SJ: term(
    "Random effects, Sidik-Jonkman",
    "τ² in two steps, never zero; too large where trials hardly disagree.",
    "sidikJonkman2005",
  ),
};

export const TEST_TERMS: Readonly<Record<Test, Term>> = {
  z: term(TEST_NAMES.z, "The interval takes τ² as known exactly; too narrow with few trials.", "dersimonianLaird1986"),
  t: term(
    TEST_NAMES.t,
    "Wald’s standard error with a t distribution on k − 1 degrees of freedom.",
    "follmannProschan1999",
  ),
  knha: term(
    TEST_NAMES.knha,
    "The interval uses the spread of the trials and a t distribution; usually more honest with few trials.",
    "hartungKnapp2001",
    "sidikJonkman2002",
  ),
  adhoc: term(
    TEST_NAMES.adhoc,
    "Hartung-Knapp, but never with a smaller standard error than Wald’s: a guard where trials happen to agree.",
    "knappHartung2003",
    "rover2015",
  ),
  wider: term(TEST_NAMES.wider, "Both intervals are made and the wider one is shown.", "jackson2017"),
};

export const PREDINT_TERMS: Readonly<Record<Predint, Term>> = {
  z: term(
    PREDINT_NAMES.z,
    "Normal distribution with the Wald standard error; too narrow with few trials.",
    "higgins2009",
  ),
  V: term(PREDINT_NAMES.V, "t distribution on k − 1 degrees of freedom with the Wald standard error.", "higgins2009"),
  HTS: term(
    PREDINT_NAMES.HTS,
    "t distribution on k − 2 degrees of freedom with the Wald standard error; needs three trials.",
    "higgins2009",
  ),
  HK: term(
    PREDINT_NAMES.HK,
    "t distribution on k − 1 degrees of freedom with the Hartung-Knapp standard error.",
    "partlettRiley2017",
    "hartungKnapp2001",
  ),
  "HK-PR": term(
    PREDINT_NAMES["HK-PR"],
    "t distribution on k − 2 degrees of freedom with the Hartung-Knapp standard error; needs three trials.",
    "partlettRiley2017",
  ),
};

export const SMD_VARIANCE_TERMS: Readonly<Record<SmdVariance, Term>> = {
  LS: term(SMD_VARIANCE_NAMES.LS, "1/n₁ + 1/n₂ + g²/(2N).", "hedgesOlkin1985"),
  UB: term(SMD_VARIANCE_NAMES.UB, "An unbiased estimate of the sampling variance of g.", "whiteThomas2005"),
  RevMan: term(
    SMD_VARIANCE_NAMES.RevMan,
    "1/n₁ + 1/n₂ + g²/(2(N − 3.94)), as Cochrane’s software.",
    "deeksHiggins2010",
  ),
};

export const ZERO_CELL_TERMS: Readonly<Record<ZeroCellRule, Term>> = {
  only0: term(
    "½ where a cell is zero",
    "One half added to all four cells of the tables with a zero.",
    "deeksHiggins2010",
  ),
  all: term("½ in every table", "One half added to all four cells of every table, with a zero or not."),
  "treatment-arm": term(
    "In proportion to the arms",
    "In tables with a zero, each arm’s cells get its share of the participants, so that unequal arms do not pull.",
    "sweeting2004",
  ),
  none: term("Nothing added", "Tables whose ratio or variance is undefined leave the pooled result."),
};

export const GROUP_TAU2_TERMS: Readonly<Record<GroupTau2, Term>> = {
  separate: term(
    "τ² of each group’s own",
    "Each group that is compared has its own τ²; uncertain where groups have few trials.",
    "borenstein2009",
  ),
  common: term(
    "One τ² for all groups",
    "All groups share one τ², estimated within them; steadier where groups have few trials.",
    "borenstein2009",
    "knappHartung2003",
  ),
};

export const WEIGHTING_TERMS: Readonly<Record<Weighting, Term>> = {
  IV: term(WEIGHTING_NAMES.IV, "Each trial weighs by the inverse of its effect’s variance.", "cochran1954"),
  MH: term(
    WEIGHTING_NAMES.MH,
    "Sums over the 2×2 tables; steadier where events are few. Under random effects only τ² comes from them, as in RevMan.",
    "mantelHaenszel1959",
    "deeksHiggins2010",
  ),
};

export const PRESET_TERMS: Readonly<Record<Preset, Term>> = {
  published: term("As published", "The methods that the source itself used."),
  cochrane: term("Cochrane 2024", "REML, Hartung-Knapp and a prediction interval.", "cochrane2024", "handbook"),
  custom: term("Custom", "Each choice made by you and named."),
};

export const STATISTIC_TERMS = {
  CI: term(
    "Confidence interval (CI)",
    "The values of the average effect that the trials are compatible with at this level.",
    "handbook",
  ),
  PI: term(
    "Prediction interval",
    "Where the true effect in a new, similar setting could lie; wider than the confidence interval when trials disagree.",
    "higgins2009",
  ),
  I2: term(
    "I²",
    "The share of the spread between results that is real disagreement rather than chance; it does not say how large the disagreement is.",
    "higginsThompson2002",
  ),
  tau2: term(
    "τ² (tau squared)",
    "The variance of the true effects between trials; τ is its square root, in the unit of the effect.",
    "dersimonianLaird1986",
  ),
  Q: term(
    "Cochran’s Q",
    "The weighted spread of the results; about k − 1 when chance alone is at work.",
    "cochran1954",
  ),
} satisfies Record<string, Term>;
