import type { Analysis, StudyResult } from "../model/analysis";
import type { Descriptor } from "../model/descriptor";
import type { Measure } from "../model/measure";
import type { PoolingModel } from "../model/poolingModel";
import type { GivenData, Row } from "../model/study";
import { countsSteps } from "./derivationCounts";
import { figure } from "./derivationFigures";
import { meansSteps } from "./derivationMeans";
import { formatNumber } from "./number";

const DIGITS = 4;

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

function stepsOf(
  data: Row["data"],
  measure: Measure,
  yi: number,
  vi: number,
  arms: Descriptor["arms"],
  model: PoolingModel,
): readonly string[] {
  switch (data.kind) {
    case "means":
      return meansSteps(data, measure, { yi, vi }, arms, model.smdVariance);
    case "counts":
      return countsSteps(data, measure, { yi, vi }, arms, model.zeroCells);
    case "given":
      return given(data);
  }
}

function given({ yi, vi }: GivenData): readonly string[] {
  return [`The data give the effect ${figure(yi)} and its variance ${figure(vi)}.`];
}

function weightStep({ method }: PoolingModel, weight: number): string {
  const of = method === "EE" ? "1 / variance" : "1 / (variance + τ²)";
  return `Weight = ${of}, as a share of all: ${formatNumber(weight, 2)}%.`;
}
