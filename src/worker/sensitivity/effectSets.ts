import type { Dataset } from "../../model/descriptor";
import { isOfCounts, MEASURES, type Measure, type MeasureInfo } from "../../model/measure";
import type { PoolingModel, SmdVariance, ZeroCellRule } from "../../model/poolingModel";
import type { Question } from "../../model/selection";
import type { EffectChoice } from "../../model/specifications";
import type { Row } from "../../model/study";
import { type Included, included } from "./included";

/** Measures that stand on one axis with each other. */
const FAMILIES: readonly (readonly Measure[])[] = [
  ["SMD", "SMDH", "SMD1"],
  ["RR", "OR", "PETO"],
];

/** The studies of a question's cell with their effects by one choice. */
interface ChosenEffects extends Pick<Included, "rows" | "yi" | "vi"> {
  readonly choice: EffectChoice;
}

/** The effects of a question's cell by every choice that suits the data and stands on the axis of the page's own. */
export function effectSets(dataset: Dataset, question: Question, own: Included): readonly ChosenEffects[] {
  const { measure, model } = own.analysis;
  return choicesFor(measure, model, own.rows.some(hasZero)).flatMap((choice) => {
    const { rows, yi, vi, analysis } = included(dataset, {
      selection: { ...question.selection, measure: choice.measure.measure },
      model: { ...model, ...settingsOf(choice) },
    });
    // A measure that the data do not give falls back to another: that is none of the choices.
    return yi.length > 0 && analysis.measure.measure === choice.measure.measure ? [{ choice, rows, yi, vi }] : [];
  });
}

/** The effects to try: measures of the same family, each with its variances of g or its rules for zero cells. */
function choicesFor(shown: MeasureInfo, model: PoolingModel, hasZeros: boolean): readonly EffectChoice[] {
  const family = FAMILIES.find((measures) => measures.includes(shown.measure)) ?? [shown.measure];
  return family.flatMap((measure): EffectChoice[] => {
    const info = measure === shown.measure ? shown : MEASURES[measure];
    if (measure === "SMD") {
      const variances: readonly SmdVariance[] = ["LS", "UB", "RevMan"];
      return variances.map((smdVariance) => {
        return { key: `SMD ${smdVariance}`, measure: info, smdVariance, zeroCells: null };
      });
    }
    if (!isOfCounts(measure) || measure === "PETO" || measure === "AS") {
      return [{ key: measure, measure: info, smdVariance: null, zeroCells: null }];
    }
    const rules: readonly ZeroCellRule[] = hasZeros ? ["only0", "all", "treatment-arm"] : [model.zeroCells];
    return rules.map((zeroCells) => {
      return { key: `${measure} ${zeroCells}`, measure: info, smdVariance: null, zeroCells };
    });
  });
}

function hasZero({ data }: Row): boolean {
  return data.kind === "counts" && [data.ai, data.ci, data.n1i - data.ai, data.n2i - data.ci].includes(0);
}

function settingsOf({ smdVariance, zeroCells }: EffectChoice): Partial<PoolingModel> {
  return { ...(smdVariance ? { smdVariance } : {}), ...(zeroCells ? { zeroCells } : {}) };
}
