/** Which results are likelier to be published: effects well above 0, or well below. */
export type Alternative = "greater" | "less";

/** Weights by one-tailed p: the relative chance that a study with such a p-value is seen. */
export interface WeightFunction {
  /** m cut points of p, ascending within (0, 1); an interval holds its upper end. */
  readonly steps: readonly number[];
  /** m + 1 weights > 0, from the smallest p on; only their ratios matter. */
  readonly weights: readonly number[];
}

/** The a priori patterns of selection. One-tailed ones favour small p; two-tailed ones p near 0 or near 1. */
export type VeveaWoods = "moderate-one-tailed" | "severe-one-tailed" | "moderate-two-tailed" | "severe-two-tailed";

const STEPS = [0.005, 0.01, 0.05, 0.1, 0.25, 0.35, 0.5, 0.65, 0.75, 0.9, 0.95, 0.99, 0.995];
const MODERATE_ONE = [1, 0.99, 0.95, 0.8, 0.75, 0.65, 0.6, 0.55, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5];
const SEVERE_ONE = [1, 0.99, 0.9, 0.75, 0.6, 0.5, 0.4, 0.35, 0.3, 0.25, 0.1, 0.1, 0.1, 0.1];
const MODERATE_TWO = [1, 0.99, 0.95, 0.9, 0.8, 0.75, 0.6, 0.6, 0.75, 0.8, 0.9, 0.95, 0.99, 1];
const SEVERE_TWO = [1, 0.99, 0.9, 0.75, 0.6, 0.5, 0.25, 0.25, 0.5, 0.6, 0.75, 0.9, 0.99, 1];

/** Vevea & Woods (2005), Psychol Methods 10:428–443, doi:10.1037/1082-989X.10.4.428, Table 1. */
export const VEVEA_WOODS: Readonly<Record<VeveaWoods, WeightFunction>> = {
  "moderate-one-tailed": { steps: STEPS, weights: MODERATE_ONE },
  "severe-one-tailed": { steps: STEPS, weights: SEVERE_ONE },
  "moderate-two-tailed": { steps: STEPS, weights: MODERATE_TWO },
  "severe-two-tailed": { steps: STEPS, weights: SEVERE_TWO },
};

/** @throws RangeError unless the steps are at least one and rise within (0, 1). */
export function requireSteps(name: string, steps: readonly number[]): void {
  const rise = steps.every((step, j) => step > (steps[j - 1] ?? 0) && step < 1);
  if (steps.length === 0 || !rise) throw new RangeError(`${name}: steps ${steps.join(", ")}`);
}

/** @throws RangeError unless there is a finite weight > 0 for each interval between the steps. */
export function requireWeights(name: string, { steps, weights }: WeightFunction): void {
  const usable = weights.every((weight) => weight > 0 && weight < Infinity);
  if (weights.length !== steps.length + 1 || !usable) throw new RangeError(`${name}: weights ${weights.join(", ")}`);
}

/** The same function without the steps at which the weight stays as it is. */
export function withoutIdleSteps({ steps, weights }: WeightFunction): WeightFunction {
  return {
    steps: steps.filter((_, j) => weights[j] !== weights[j + 1]),
    weights: weights.filter((weight, j) => weight !== weights[j + 1]),
  };
}
