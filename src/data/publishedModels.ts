import type { Descriptor } from "../model/descriptor";
import { EXPORTED_ANALYSIS, type ExportedAnalysis } from "../model/exportedAnalysis";
import { exportedModel } from "../model/exportedModel";
import type { PoolingModel } from "../model/poolingModel";
import type { Row } from "../model/study";

/**
 * The descriptor with each outcome's own published model: the settings that its analyses were exported under, where
 * they are the same in all of them. Data whose first outcome has one open as published.
 */
export function withPublishedModels(
  descriptor: Descriptor,
  rows: readonly Row[],
  exported: readonly ExportedAnalysis[],
): Descriptor {
  if (exported.length === 0) return descriptor;
  const byId = new Map(exported.map((analysis) => [analysis.id, analysis]));
  const analyses = new Map<string, Set<string>>();
  for (const { outcome, columns } of rows) {
    const own = analyses.get(outcome) ?? new Set();
    analyses.set(outcome, own.add(String(columns[EXPORTED_ANALYSIS] ?? "")));
  }
  const modelOf = (outcome: string) => sharedModel([...(analyses.get(outcome) ?? [])].map((id) => byId.get(id)));
  const outcomes = descriptor.outcomes.map((outcome) => {
    const publishedModel = modelOf(outcome.name);
    return publishedModel ? { ...outcome, publishedModel } : outcome;
  });
  const { defaults } = descriptor;
  const opens = outcomes.some(({ name, publishedModel }) => name === defaults.outcome && publishedModel);
  return { ...descriptor, outcomes, defaults: opens ? { ...defaults, preset: "published" } : defaults };
}

/** The one model of some analyses; null where they differ, or one of them swaps events, which no model says. */
function sharedModel(analyses: readonly (ExportedAnalysis | undefined)[]): PoolingModel | null {
  const [first, ...others] = analyses.map((analysis) =>
    analysis && !analysis.settings.swapEvents ? exportedModel(analysis.settings) : null,
  );
  const text = JSON.stringify(first);
  return first && others.every((other) => JSON.stringify(other) === text) ? first : null;
}
