import type { Analysis, StudyResult } from "../model/analysis";
import type { Descriptor } from "../model/descriptor";
import type { PoolingModel } from "../model/poolingModel";
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
  measure: Analysis["measure"]["measure"],
  yi: number,
  vi: number,
  arms: Arms,
  { smdVariance }: PoolingModel,
): readonly string[] {
  switch (data.kind) {
    case "means":
      return measure === "MD" ? meanDifference(data, yi, vi, arms) : standardised(data, yi, vi, arms, smdVariance);
    case "counts":
      return counts(data, measure, yi, vi, arms);
    case "given":
      return given(data);
  }
}

function armsText({ m1i, sd1i, n1i, m2i, sd2i, n2i }: MeansData, { intervention, control }: Arms): string {
  const arm = (m: number, sd: number, n: number) => `mean ${number(m)}, SD ${number(sd)}, n ${formatInteger(n)}`;
  return `${upperFirst(intervention)} (1): ${arm(m1i, sd1i, n1i)}. ${upperFirst(control)} (2): ${arm(m2i, sd2i, n2i)}.`;
}

function meanDifference(data: MeansData, yi: number, vi: number, arms: Arms): readonly string[] {
  const { m1i, sd1i, n1i, m2i, sd2i, n2i } = data;
  return [
    armsText(data, arms),
    `MD = mean₁ − mean₂ = ${number(m1i)} − ${bracketed(m2i)} = ${number(yi)}.`,
    `Variance = SD₁²/n₁ + SD₂²/n₂ = ${number(sd1i)}²/${n1i} + ${number(sd2i)}²/${n2i} = ${number(vi)}.`,
  ];
}

function standardised(
  data: MeansData,
  yi: number,
  vi: number,
  arms: Arms,
  variance: PoolingModel["smdVariance"],
): readonly string[] {
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
    `Variance = 1/n₁ + 1/n₂ + g²/(2${rest}) = 1/${n1i} + 1/${n2i} + ${bracketed(yi)}²/(2 × ${filled}) = ${number(vi)}.`,
  ];
}

function counts(
  { ai, n1i, ci, n2i }: CountsData,
  measure: Analysis["measure"]["measure"],
  yi: number,
  vi: number,
  { intervention, control }: Arms,
): readonly string[] {
  const hasZero = ai === 0 || ci === 0 || ai === n1i || ci === n2i;
  const cells = `${upperFirst(intervention)} (1): ${formatInteger(ai)} of ${formatInteger(n1i)}. ${upperFirst(control)} (2): ${formatInteger(ci)} of ${formatInteger(n2i)}.`;
  const corrected = hasZero ? ["A cell is zero, so ½ is added to all four cells of this study."] : [];
  if (measure === "RD") return [cells, ...corrected, `RD = risk₁ − risk₂ = ${number(yi)}; variance ${number(vi)}.`];
  const formula = measure === "OR" ? "OR = odds₁ / odds₂" : "RR = risk₁ / risk₂";
  return [
    cells,
    ...corrected,
    `${formula} = ${number(Math.exp(yi))}; its logarithm ${number(yi)} is pooled, with variance ${number(vi)}.`,
  ];
}

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
