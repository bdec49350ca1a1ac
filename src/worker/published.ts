import type { Pooled } from "../model/analysis";
import type { Dataset, PublishedFigure } from "../model/descriptor";
import type { MeasureInfo } from "../model/measure";
import { analyse } from "./analyse";

/** A figure that the source printed, with ours from the same rows under the source's own model. */
export interface PublishedResult {
  readonly figure: PublishedFigure;
  readonly measure: MeasureInfo;
  /** null where these rows pool to nothing. */
  readonly pooled: Pooled | null;
}

/** Every published figure of a dataset beside our own, from all its rows; empty where its methods are not known. */
export function publishedResults(dataset: Dataset): PublishedResult[] {
  const { publishedModel, publishedFigures, outcomes, comparators } = dataset.descriptor;
  return publishedFigures.flatMap((figure) => {
    const model = outcomes.find(({ name }) => name === figure.outcome)?.publishedModel ?? publishedModel;
    if (!model) return [];
    const { overall, measure } = analyse(dataset, {
      model,
      selection: {
        outcome: figure.outcome,
        timepoint: figure.timepoint,
        hiddenComparators: figure.comparator === null ? [] : comparators.filter((name) => name !== figure.comparator),
        compareBy: null,
        thenBy: null,
        filters: {},
        excluded: [],
        measure: figure.measure,
      },
    });
    return [{ figure, measure, pooled: overall }];
  });
}
