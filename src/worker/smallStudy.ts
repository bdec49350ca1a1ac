import type { Analysis } from "../model/analysis";
import type { Dataset } from "../model/descriptor";
import type { AskedOf, FoundOf } from "../model/exploration";
import type { PoolingModel } from "../model/poolingModel";
import type { AdjustedEffect, AsymmetryTest, FillChoice, OrReason, SmallStudyEffects } from "../model/smallStudy";
import {
  type Estimate,
  type LineTest,
  type RankTest,
  type SmallStudy,
  smallStudyTests,
  trimFill,
} from "../stats/index";
import { analyse } from "./analyse";

interface Included extends SmallStudy {
  readonly rowId: number;
}

/**
 * How far the effects that the question pools go with the size of their studies: every test, the adjusted effects, and
 * trim and fill as asked, trimmed by the common effect as Duval and Tweedie. No effects where nothing is pooled over all:
 * no study, or timepoints of the same patients.
 */
export function smallStudy(dataset: Dataset, { question, fill }: AskedOf<"smallStudy">): FoundOf<"smallStudy"> {
  const analysis = analyse(dataset, question);
  if (analysis.overall === null) return { effects: null };
  return { effects: smallStudyEffects(includedIn(analysis, dataset), analysis, fill) };
}

function smallStudyEffects(
  included: readonly Included[],
  { measure, model }: Analysis,
  fill: FillChoice,
): SmallStudyEffects {
  // The wider of two intervals is a rule for one mean; a slope has Hartung and Knapp's.
  const test = model.test === "wider" ? "knha" : model.test;
  const found = smallStudyTests(included, measure.measure, { method: model.method, test, level: model.level });
  return {
    preferred: found.preferred,
    tests: {
      egger: lineOf(found.egger),
      eggerMixed: lineOf(found.eggerMixed),
      begg: rankOf(found.begg),
      harbord: lineOf(found.harbord),
      peters: lineOf(found.peters),
      pustejovskyRodgers: lineOf(found.pustejovskyRodgers),
    },
    adjusted: {
      petPeese: answer(found.petPeese, (a) => adjusted(a, a[a.chosen], a.chosen)),
      limitMeta: answer(found.limitMeta, (a) => adjusted(a, a.adjusted, "limit")),
    },
    trimFill: filled(included, model, fill),
  };
}

function includedIn({ studies }: Analysis, { rows }: Dataset): readonly Included[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return studies.flatMap(({ rowId, effect, state, flipped }): Included[] => {
    const row = byId.get(rowId);
    return row && effect && state === "included" ? [{ rowId, ...effect, data: row.data, flipped }] : [];
  });
}

function filled(included: readonly Included[], model: PoolingModel, by: FillChoice): SmallStudyEffects["trimFill"] {
  const found = trimFill(
    included.map(({ yi }) => yi),
    included.map(({ vi }) => vi),
    { ...by, trimBy: "EE", model },
  );
  if ("reason" in found) return found;
  const { side, fit, converged } = found;
  const studies = found.filled.map(({ yi, vi, mirrors }) => ({ rowId: included[mirrors]!.rowId, yi, vi }));
  return { by, side, studies, mu: fit.mu, ciLb: fit.ciLb, ciUb: fit.ciUb, converged: converged && fit.converged };
}

function answer<From extends object, To>(found: OrReason<From>, map: (answer: From) => To): OrReason<To> {
  return "reason" in found ? found : map(found);
}

function lineOf(found: OrReason<LineTest>): OrReason<AsymmetryTest> {
  return answer(found, ({ k, tooFew, slope: { estimate, statistic, df, pval }, limit, converged }) => {
    return { k, tooFew, slope: estimate, intercept: limit.estimate, statistic, df, pval, converged };
  });
}

function rankOf(found: OrReason<RankTest>): OrReason<AsymmetryTest> {
  return answer(found, ({ k, tooFew, tau, pval }) => {
    return { k, tooFew, slope: tau, intercept: null, statistic: null, df: null, pval, converged: true };
  });
}

function adjusted(
  { k, tooFew }: Pick<AdjustedEffect, "k" | "tooFew">,
  { estimate, se, ciLb, ciUb, pval }: Estimate,
  by: AdjustedEffect["by"],
): AdjustedEffect {
  return { k, tooFew, mu: estimate, se, ciLb, ciUb, pval, by };
}
