import type { Pooled } from "../../model/analysis";
import type { Dataset, OutcomeInfo } from "../../model/descriptor";
import type { AskedOf } from "../../model/exploration";
import { type LensReading, lensValue } from "../../model/lens";
import type { MeasureInfo } from "../../model/measure";
import { isAcrossTime, type Question } from "../../model/selection";
import { smdToLogOddsRatio, smdToSuperiority } from "../../stats/index";
import { analyse, outcomeOf } from "../analyse";
import { midReading } from "./mid";
import { reexpress } from "./reexpress";
import { riskReading } from "./risk";
import { scaleReading } from "./scale";

const NOTHING = { mid: null, scale: null, risk: null, superiority: null, converse: null };

/** What the overall result of a question means for patients, through the reader's lens. */
export function lensReading(dataset: Dataset, { question, lens }: AskedOf<"lens">): LensReading {
  const { measure, overall: pooled, studies, model, selection } = analyse(dataset, ungrouped(question));
  const outcome = outcomeOf(dataset, selection.outcome);
  const about = { outcome: outcome.name, timepoint: selection.timepoint, measure, level: model.level, pooled };
  if (!pooled) return { ...about, ...NOTHING };
  const ids = new Set(studies.flatMap((s) => (s.effect && s.state === "included" ? [s.rowId] : [])));
  const rows = dataset.rows.filter(({ id }) => ids.has(id));
  const scale = isInSds(measure) ? scaleReading(pooled, outcome, rows, lensValue(lens.sds, outcome.name)) : null;
  return {
    ...about,
    mid: midReading(pooled, measure, outcome, model, lens, scale),
    scale,
    risk: riskReading(pooled, measure.measure, rows, lensValue(lens.baselines, outcome.name)),
    superiority: measure.measure === "SMD" ? superiority(pooled, outcome) : null,
    converse: converse(pooled, measure),
  };
}

/** The question without groups, which the lens does not read; timepoints stay apart. */
function ungrouped({ selection, model }: Question): Question {
  const compareBy = isAcrossTime(selection) ? "timepoint" : null;
  return { selection: { ...selection, compareBy, thenBy: null }, model };
}

/** True for differences in standard deviations. */
function isInSds({ measure }: MeasureInfo): boolean {
  return measure === "SMD" || measure === "SMDH" || measure === "SMD1";
}

function superiority(pooled: Pooled, { better }: OutcomeInfo) {
  return reexpress(pooled, (smd) => smdToSuperiority(better === "lower" ? -smd : smd));
}

/** By the logistic curve of Hasselblad & Hedges: log odds are standard deviations times π / √3. */
function converse(pooled: Pooled, measure: MeasureInfo): LensReading["converse"] {
  const logOdds = (smd: number) => smdToLogOddsRatio(smd, "hasselblad-hedges");
  if (isInSds(measure)) return { ...reexpress(pooled, (smd) => Math.exp(logOdds(smd))), to: "OR" };
  if (measure.measure !== "OR" && measure.measure !== "PETO") return null;
  return { ...reexpress(pooled, (log) => log / logOdds(1)), to: "SMD" };
}
