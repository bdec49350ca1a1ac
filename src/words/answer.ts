import type { Analysis, MapCell, NullReason, Pooled } from "../model/analysis";
import type { Descriptor } from "../model/descriptor";
import { cautionsOf, leftOut, type RowOf } from "./cautions";
import { claim, compatibleRange, type Direction, directionOf, nounOf } from "./claim";
import { disagreementText } from "./disagreement";
import { effectText, estimateText, evidenceText, rangeText, unitOf } from "./effectText";
import { differenceText, separateGroups } from "./groupsText";
import { nothingHere, reportedText } from "./nothingHere";
import { digitsOf, formatInteger, formatPercent, formatSpread } from "./number";
import { levelPercent, outcomeOf, upperFirst, whenIs, words } from "./phrase";

/** The answer in words; `tone` is the direction of the whole, "none" where there is no result. */
export interface Answer {
  readonly headline: string;
  readonly detail: string;
  readonly numbers: readonly { readonly label: string; readonly value: string }[];
  readonly cautions: readonly string[];
  readonly tone: Direction | "none";
}

const NO_PREDINT: Readonly<Record<NullReason, string>> = {
  "needs-two-studies": "needs two studies",
  "needs-three-studies": "needs three studies",
  "common-effect-model": "none under a common effect",
};

/**
 * What the analysis says, in sentences for a clinician.
 * @param cells the evidence map under the same filters: where to look when nothing is found here.
 * @param rowOf lets the answer warn of a mean difference across several instruments.
 */
export function answer(analysis: Analysis, descriptor: Descriptor, cells: readonly MapCell[], rowOf?: RowOf): Answer {
  const { overall, groups } = analysis;
  const hasGroups = groups.some(({ pooled }) => pooled !== null);
  if (!overall && !hasGroups) {
    return { ...nothingHere(analysis, descriptor, cells), numbers: [], cautions: [], tone: "none" };
  }
  const cautions = cautionsOf(analysis, descriptor, rowOf);
  if (!overall) {
    return { ...separateGroups(analysis, descriptor), numbers: [], cautions, tone: toneOfGroups(analysis, descriptor) };
  }
  const detail = words(
    disagreementText(overall, analysis.measure, descriptor),
    overall.predintReason === "common-effect-model" && overall.k > 1
      ? "The model assumes one true effect everywhere, so it gives no prediction interval."
      : "",
    differenceText(analysis, descriptor),
  );
  return {
    headline: headline(analysis, descriptor, overall),
    detail,
    numbers: numbers(analysis, descriptor, overall),
    cautions,
    tone: directionOf(overall, outcomeOf(descriptor, analysis.selection.outcome)),
  };
}

function headline(analysis: Analysis, descriptor: Descriptor, overall: Pooled): string {
  const { measure, model, selection, studies } = analysis;
  const outcome = outcomeOf(descriptor, selection.outcome);
  const { one, many } = descriptor.studyNoun;
  const effect = effectText(overall, measure, model.level, unitOf(measure, outcome));
  const evidence = evidenceText(overall, descriptor);
  if (overall.k === 1) {
    const what = reportedText(analysis, descriptor);
    const found =
      studies.length === 1 ? `One ${one} reports ${what}` : `One ${one} of ${studies.length} counts for ${what}`;
    return `${found}: ${[effect, ...evidence.split(", ").slice(1)].join(", ")}. There is nothing to pool.`;
  }
  if (directionOf(overall, outcome) !== "uncertain") {
    return `${claim(analysis, descriptor, overall)}: ${effect}, ${evidence}.`;
  }
  const range = compatibleRange(analysis, descriptor, overall);
  const asked = upperFirst(words(nounOf(measure, outcome), whenIs(selection.timepoint, descriptor)));
  return `${asked}: the ${many} are compatible with anything ${range}. ${effect}, ${evidence}.`;
}

/** The line under the sentence: every number by its short name. */
function numbers(analysis: Analysis, descriptor: Descriptor, overall: Pooled): Answer["numbers"] {
  const { measure, model, selection } = analysis;
  const level = levelPercent(model.level);
  const unit = unitOf(measure, outcomeOf(descriptor, selection.outcome));
  const { many } = descriptor.studyNoun;
  const predint = overall.predint
    ? rangeText(overall.predint.piLb, overall.predint.piUb, measure)
    : overall.predintReason && NO_PREDINT[overall.predintReason].replace("studies", many);
  const out = leftOut(analysis);
  const items: readonly (readonly [string, string | null])[] = [
    [measure.short, words(estimateText(overall.mu, measure), unit)],
    [`${level} CI`, rangeText(overall.ciLb, overall.ciUb, measure)],
    [`${level} prediction interval`, predint],
    [upperFirst(many), words(formatInteger(overall.k), out > 0 ? `(${formatInteger(out)} left out)` : "")],
    [upperFirst(descriptor.peopleNoun.many), overall.N === null ? null : formatInteger(overall.N)],
    ["I²", overall.heterogeneity && formatPercent(overall.heterogeneity.I2)],
    [
      measure.scale === "log" ? "τ (log scale)" : "τ",
      overall.k > 1 ? formatSpread(overall.tau, digitsOf(measure)) : null,
    ],
  ];
  return items.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]));
}

/** The direction that all groups share, else "uncertain". */
function toneOfGroups({ groups, selection }: Analysis, descriptor: Descriptor): Direction {
  const outcome = outcomeOf(descriptor, selection.outcome);
  const directions = new Set(groups.flatMap(({ pooled }) => (pooled ? [directionOf(pooled, outcome)] : [])));
  const [only = "uncertain"] = directions;
  return directions.size === 1 ? only : "uncertain";
}
