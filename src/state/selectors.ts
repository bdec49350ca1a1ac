import type { Analysis, Answered, Pooled } from "../model/analysis";
import type { Dataset, Descriptor } from "../model/descriptor";
import { COCHRANE_2024, type PoolingModel } from "../model/poolingModel";
import type { Question } from "../model/selection";
import type { AppState, Asked } from "./appState";

/** The source's own methods for an outcome; null where they are not known. */
function publishedModel({ outcomes, publishedModel: ofAll }: Descriptor, outcome: string): PoolingModel | null {
  return outcomes.find(({ name }) => name === outcome)?.publishedModel ?? ofAll;
}

/** True where the source's methods are known for some outcome. */
export function hasPublishedModel({ outcomes, publishedModel: ofAll }: Descriptor): boolean {
  return ofAll !== null || outcomes.some((outcome) => outcome.publishedModel);
}

/** The model that a preset stands for; "published" falls back to Cochrane's where the source's is not known. */
export function resolveModel(
  { preset, custom, selection }: Pick<Asked, "preset" | "custom" | "selection">,
  descriptor: Descriptor,
): PoolingModel {
  if (preset === "custom") return custom;
  return (preset === "published" && publishedModel(descriptor, selection.outcome)) || COCHRANE_2024;
}

/** All that the worker needs to answer what is asked now. */
export function questionOf(asked: Asked, descriptor: Descriptor): Question {
  const question = { selection: asked.selection, model: resolveModel(asked, descriptor) };
  const hasOwn = asked.preset === "published" && descriptor.outcomes.some((outcome) => outcome.publishedModel);
  return hasOwn ? { ...question, asPublished: true } : question;
}

/** What a dataset shows before anything was asked of it. */
export function defaultAsked({ descriptor }: Dataset): Asked {
  const { outcome, timepoint, compareBy, preset } = descriptor.defaults;
  return {
    selection: {
      ...{ outcome, timepoint, hiddenComparators: [], compareBy, thenBy: null, filters: {}, excluded: [] },
      measure: null,
    },
    preset,
    custom: publishedModel(descriptor, outcome) ?? COCHRANE_2024,
  };
}

/** What the present answer is compared with: the one that is held on to, else the one before the last change. */
export function referenceOf({ pinned, previous }: AppState): Answered | null {
  return pinned ?? previous;
}

/** The result to compare with, where it can stand beside the present one on the same axis. */
export function ghostOf(state: AppState): Pooled | null {
  const { answered } = state;
  const reference = referenceOf(state);
  if (!answered || !reference || !sameCell(reference.analysis, answered.analysis)) return null;
  const ghost = reference.analysis.overall;
  const now = answered.analysis.overall;
  return ghost && ghost.mu === now?.mu && ghost.ciLb === now.ciLb && ghost.ciUb === now.ciUb ? null : ghost;
}

/** True where two analyses ask the same thing of the same cell, so that one can be the other's ghost. */
export function sameCell(a: Analysis, b: Analysis): boolean {
  return (
    a.selection.outcome === b.selection.outcome &&
    a.selection.timepoint === b.selection.timepoint &&
    a.measure.measure === b.measure.measure
  );
}
