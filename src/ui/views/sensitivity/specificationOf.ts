import type { Analysis } from "../../../model/analysis";
import type { Measure } from "../../../model/measure";
import type { PoolingModel } from "../../../model/poolingModel";
import type { Multiverse, Specification } from "../../../model/sensitivity";

/** Whether a specification is the analysis on the page; none is where that is by Mantel-Haenszel. */
export function isOnPage({ effects }: Multiverse, { model, measure }: Analysis) {
  const method = model.method === "EB" ? "PM" : model.method; // the same estimator
  const keys = effects
    .filter(
      (choice) =>
        choice.measure.measure === measure.measure &&
        (choice.smdVariance === null || choice.smdVariance === model.smdVariance) &&
        (choice.zeroCells === null || choice.zeroCells === model.zeroCells),
    )
    .map(({ key }) => key);
  return (s: Specification) =>
    model.weighting === "IV" &&
    s.leftOut === null &&
    s.method === method &&
    s.test === model.test &&
    keys.includes(s.effects);
}

/** The model, and the measure where it is another, by which the page gives a specification's numbers. */
export function pageFor(
  specification: Specification,
  { effects }: Multiverse,
  { model, measure }: Analysis,
): { readonly model: PoolingModel; readonly measure: Measure | null } {
  const choice = effects.find(({ key }) => key === specification.effects);
  const { method, test } = specification;
  return {
    model: {
      ...model,
      ...{ method, test, weighting: "IV" },
      smdVariance: choice?.smdVariance ?? model.smdVariance,
      zeroCells: choice?.zeroCells ?? model.zeroCells,
    },
    measure: choice && choice.measure.measure !== measure.measure ? choice.measure.measure : null,
  };
}
