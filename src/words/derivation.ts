import type { Analysis, StudyResult } from "../model/analysis";
import type { Descriptor } from "../model/descriptor";
import { MEASURES, type Measure } from "../model/measure";
import type { PoolingModel, SmdVariance, ZeroCellRule } from "../model/poolingModel";
import type { CountsData, GivenData, MeansData, Row } from "../model/study";
import { formatInteger, formatNumber } from "./number";
import { upperFirst } from "./phrase";

/**
 * How a study's effect came about: each step as a formula with the study's own figures in it. The results are those
 * that were computed; only the steps between are worked out here. Empty where the effect cannot be estimated.
 */
export function derivation(
  { data }: Row,
  { effect, flipped, weight }: StudyResult,
  analysis: Analysis,
  { arms }: Descriptor,
): readonly string[] {
  if (!effect) return [];
  const { measure, model } = analysis;
  const raw = flipped ? -effect.yi : effect.yi;
  const steps = stepsOf(data, measure.measure, raw, effect.vi, arms, model);
  return [
    ...steps,
    ...(flipped ? [`On this scale higher is better, so the sign is turned: ${formatNumber(effect.yi, DIGITS)}.`] : []),
    `Standard error = √variance = √${formatNumber(effect.vi, DIGITS)} = ${formatNumber(Math.sqrt(effect.vi), DIGITS)}.`,
    ...(weight === null ? [] : [weightStep(model, weight)]),
  ];
}

const DIGITS = 4;

type Arms = Descriptor["arms"];

function stepsOf(
  data: Row["data"],
  measure: Measure,
  yi: number,
  vi: number,
  arms: Arms,
  { smdVariance, zeroCells }: PoolingModel,
): readonly string[] {
  switch (data.kind) {
    case "means":
      return means(data, measure, yi, vi, arms, smdVariance);
    case "counts":
      return counts(data, measure, yi, vi, arms, zeroCells);
    case "given":
      return given(data);
  }
}

function armsText({ m1i, sd1i, n1i, m2i, sd2i, n2i }: MeansData, { intervention, control }: Arms): string {
  const arm = (m: number, sd: number, n: number) => `mean ${number(m)}, SD ${number(sd)}, n ${formatInteger(n)}`;
  return `${upperFirst(intervention)} (1): ${arm(m1i, sd1i, n1i)}. ${upperFirst(control)} (2): ${arm(m2i, sd2i, n2i)}.`;
}

function means(
  data: MeansData,
  measure: Measure,
  yi: number,
  vi: number,
  arms: Arms,
  variance: SmdVariance,
): readonly string[] {
  if (measure === "MD") return meanDifference(data, yi, vi, arms);
  if (measure === "SMD") return standardised(data, yi, vi, arms, variance);
  return [armsText(data, arms), `${FORMULAS[measure] ?? ""} = ${effectOf(measure, yi)}; variance ${number(vi)}.`];
}

/** What each further measure is made of, in words for a formula. */
const FORMULAS: Readonly<Partial<Record<Measure, string>>> = {
  SMDH: "SMDH = J × (mean₁ − mean₂) / √((SD₁² + SD₂²) / 2)",
  SMD1: "Glass’s Δ = J × (mean₁ − mean₂) / SD₂",
  ROM: "RoM = mean₁ / mean₂",
  RR: "RR = risk₁ / risk₂",
  OR: "OR = odds₁ / odds₂",
  RD: "RD = risk₁ − risk₂",
  PETO: "Peto OR = exp((observed − expected) / V), V the hypergeometric variance",
  AS: "ASD = asin √risk₁ − asin √risk₂",
};

/** The value of a formula; a ratio with the logarithm that is pooled. */
function effectOf(measure: Measure, yi: number): string {
  if (MEASURES[measure].scale !== "log") return number(yi);
  return `${number(Math.exp(yi))}, pooled as its logarithm ${number(yi)}`;
}

function meanDifference(data: MeansData, yi: number, vi: number, arms: Arms): readonly string[] {
  const { m1i, sd1i, n1i, m2i, sd2i, n2i } = data;
  return [
    armsText(data, arms),
    `MD = mean₁ − mean₂ = ${number(m1i)} − ${bracketed(m2i)} = ${number(yi)}.`,
    `Variance = SD₁²/n₁ + SD₂²/n₂ = ${number(sd1i)}²/${n1i} + ${number(sd2i)}²/${n2i} = ${number(vi)}.`,
  ];
}

function standardised(data: MeansData, yi: number, vi: number, arms: Arms, variance: SmdVariance): readonly string[] {
  const { m1i, sd1i, n1i, m2i, sd2i, n2i } = data;
  const N = n1i + n2i;
  const pooled = Math.sqrt(((n1i - 1) * sd1i ** 2 + (n2i - 1) * sd2i ** 2) / (N - 2));
  const J = m1i === m2i ? null : (yi * pooled) / (m1i - m2i);
  const factor = J === null ? "J" : number(J);
  const [rest, filled] = variance === "RevMan" ? ["(N − 3.94)", `(${N} − 3.94)`] : ["N", String(N)];
  return [
    armsText(data, arms),
    `Pooled SD = √(((n₁ − 1)SD₁² + (n₂ − 1)SD₂²) / (n₁ + n₂ − 2)) = ${number(pooled)}.`,
    `Hedges’ g = J × (mean₁ − mean₂) / pooled SD = ${factor} × (${number(m1i)} − ${bracketed(m2i)}) / ${number(pooled)} = ${number(yi)}; J corrects for small samples.`,
    variance === "UB"
      ? `Variance = 1/n₁ + 1/n₂ + (1 − (N − 4) / ((N − 2) J²)) g² = ${number(vi)}.`
      : `Variance = 1/n₁ + 1/n₂ + g²/(2${rest}) = 1/${n1i} + 1/${n2i} + ${bracketed(yi)}²/(2 × ${filled}) = ${number(vi)}.`,
  ];
}

function counts(
  { ai, n1i, ci, n2i }: CountsData,
  measure: Measure,
  yi: number,
  vi: number,
  { intervention, control }: Arms,
  zeroCells: ZeroCellRule,
): readonly string[] {
  const cells = `${upperFirst(intervention)} (1): ${formatInteger(ai)} of ${formatInteger(n1i)}. ${upperFirst(control)} (2): ${formatInteger(ci)} of ${formatInteger(n2i)}.`;
  const hasZero = ai === 0 || ci === 0 || ai === n1i || ci === n2i;
  const corrected = measure === "PETO" || measure === "AS" ? "" : CORRECTED[zeroCells](hasZero);
  const effect = `${FORMULAS[measure] ?? ""} = ${effectOf(measure, yi)}; variance ${number(vi)}.`;
  return [cells, ...(corrected === "" ? [] : [corrected]), effect];
}

const CORRECTED: Readonly<Record<ZeroCellRule, (hasZero: boolean) => string>> = {
  only0: (hasZero) => (hasZero ? "A cell is zero, so ½ is added to all four cells of this study." : ""),
  all: () => "½ is added to all four cells, as in every study.",
  "treatment-arm": (hasZero) =>
    hasZero ? "A cell is zero, so each arm’s cells get its share of the participants." : "",
  none: () => "",
};

function given({ yi, vi }: GivenData): readonly string[] {
  return [`The data give the effect ${number(yi)} and its variance ${number(vi)}.`];
}

function weightStep({ method }: PoolingModel, weight: number): string {
  const of = method === "EE" ? "1 / variance" : "1 / (variance + τ²)";
  return `Weight = ${of}, as a share of all: ${formatNumber(weight, 2)}%.`;
}

function number(x: number): string {
  return Number.isInteger(x) ? formatNumber(x, 0) : formatNumber(x, DIGITS).replace(/0+$/, "").replace(/\.$/, "");
}

function bracketed(x: number): string {
  return x < 0 ? `(${number(x)})` : number(x);
}
