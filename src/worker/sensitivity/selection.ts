import type { Dataset } from "../../model/descriptor";
import type { AskedOf } from "../../model/exploration";
import type { SelectedEffect, SelectionEffects, SelectionPattern } from "../../model/smallStudy";
import { selectionByGivenWeights, VEVEA_WOODS } from "../../stats/index";
import { included } from "./included";

const PATTERNS: readonly SelectionPattern[] = [
  "moderate-one-tailed",
  "severe-one-tailed",
  "moderate-two-tailed",
  "severe-two-tailed",
];

/** The overall effect of the question's cell if results had been published by the patterns of Vevea and Woods. */
export function selection(dataset: Dataset, { question }: AskedOf<"selection">): SelectionEffects {
  const { analysis, yi, vi } = included(dataset, question);
  if (yi.length === 0) return { reason: "nothing-pooled" };
  const outcome = dataset.descriptor.outcomes.find(({ name }) => name === question.selection.outcome);
  // The side whose results are likelier to be published is that of the intervention.
  const alternative = outcome?.better === "lower" ? "less" : "greater";
  const effects: SelectedEffect[] = [];
  for (const pattern of PATTERNS) {
    const fit = selectionByGivenWeights(yi, vi, VEVEA_WOODS[pattern], { alternative, level: analysis.model.level });
    if ("reason" in fit) return fit;
    const { mu, ciLb, ciUb, converged } = fit;
    effects.push({ pattern, ...VEVEA_WOODS[pattern], mu, ciLb, ciUb, converged });
  }
  return { alternative, effects };
}
