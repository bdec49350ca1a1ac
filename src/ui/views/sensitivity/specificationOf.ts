import type { Analysis } from "../../../model/analysis";
import type { Measure } from "../../../model/measure";
import type { PoolingModel } from "../../../model/poolingModel";
import { NONE_LEFT_OUT, type Specification, type Specified } from "../../../model/specifications";

/** Whether the specification at a place is the analysis on the page; none is where that is by Mantel-Haenszel. */
export function isOnPage(
  { effects, methods, tests, specifications: s }: Specified,
  { model, measure }: Analysis,
): (at: number) => boolean {
  const method = methods.indexOf(model.method === "EB" ? "PM" : model.method); // the same estimator
  const test = tests.indexOf(model.test);
  const isChosen = effects.map(
    (choice) =>
      choice.measure.measure === measure.measure &&
      (choice.smdVariance === null || choice.smdVariance === model.smdVariance) &&
      (choice.zeroCells === null || choice.zeroCells === model.zeroCells),
  );
  return (at) =>
    model.weighting === "IV" &&
    s.leftOut[at] === NONE_LEFT_OUT &&
    s.method[at] === method &&
    s.test[at] === test &&
    isChosen[s.effects[at]!] === true;
}

/** The model, and the measure where it is another, by which the page gives a specification's numbers. */
export function pageFor(
  specification: Specification,
  { effects }: Pick<Specified, "effects">,
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
