import type { Conclusion } from "../../model/conclusion";
import type { Descriptor, OutcomeInfo } from "../../model/descriptor";
import type { Method, Predint, Test } from "../../model/poolingModel";
import type { ChoiceWeight, Multiverse, MultiverseCounts, PredictionCounts } from "../../model/sensitivity";
import type { EffectChoice, Specification } from "../../model/specifications";
import { estimateText, rangeText } from "../effectText";
import { formatInteger } from "../number";
import { levelPercent, list, lowerFirst, words } from "../phrase";
import { partText } from "./share";

/** A study's label by its row. */
type NameOf = (rowId: number) => string;

/** What the choices are called: heads of the matrix, of the table, and of the filters. */
export const CHOICE_NAMES: Readonly<Record<ChoiceWeight["choice"], string>> = {
  effects: "Effects",
  method: "Model and τ²",
  test: "Interval",
  predint: "Prediction interval",
  leftOut: "Left out",
};

/** Short names: the matrix has little room. */
export const METHOD_LABELS: Readonly<Record<Method, string>> = {
  ...{ EE: "Common effect", DL: "DerSimonian-Laird", PM: "Paule-Mandel", REML: "REML", ML: "ML" },
  ...{ EB: "Empirical Bayes", HE: "Hedges-Olkin", HS: "Hunter-Schmidt", SJ: "Sidik-Jonkman" },
};

export const TEST_LABELS: Readonly<Record<Test, string>> = {
  ...{ z: "Wald", t: "Wald, t(k − 1)", knha: "Hartung-Knapp" },
  ...{ adhoc: "HK, at least Wald", wider: "HK or Wald, wider" },
};

export const PREDINT_LABELS: Readonly<Record<Predint, string>> = {
  ...{ z: "normal", V: "t(k − 1)", HTS: "t(k − 2)", HK: "HK, t(k − 1)", "HK-PR": "HK, t(k − 2)" },
};

const VARIANCES = { LS: "large-sample", UB: "unbiased", RevMan: "RevMan" } as const;
const ZEROS = {
  only0: "½ at zeros",
  all: "½ in all",
  "treatment-arm": "by arms at zeros",
  none: "zeros as is",
} as const;

/** "SMD, RevMan", "RR, ½ at zeros", "Peto OR". */
export function effectsLabel(
  { measure, smdVariance, zeroCells }: EffectChoice,
  among: readonly EffectChoice[],
): string {
  if (smdVariance) return `${measure.short}, ${VARIANCES[smdVariance]}`;
  const isOnly = among.filter((other) => other.measure.measure === measure.measure).length === 1;
  return zeroCells && !isOnly ? `${measure.short}, ${ZEROS[zeroCells]}` : measure.short;
}

/** "−1.11 (95% CI −1.48 to −0.74)" of one analysis. */
export function specificationResult(
  { mu, ciLb, ciUb }: Specification,
  { measure }: Pick<Multiverse, "measure">,
  level: number,
): string {
  return `${estimateText(mu, measure)} (${levelPercent(level)} CI ${rangeText(ciLb, ciUb, measure)})`;
}

/** "SMD, RevMan; REML; Hartung-Knapp; none left out": the choices of one analysis. */
export function specificationChoices(
  specification: Specification,
  among: Pick<Multiverse, "effects">,
  nameOf: NameOf,
): string {
  const { effects, method, test, leftOut } = specification;
  const choice = among.effects.find(({ key }) => key === effects);
  return [
    choice ? effectsLabel(choice, among.effects) : effects,
    METHOD_LABELS[method],
    TEST_LABELS[test],
    leftOut === null ? "none left out" : `without ${nameOf(leftOut)}`,
  ].join("; ");
}

/** What an interval says, in the direction of the outcome. */
export function conclusionLabel(conclusion: Conclusion, { arms }: Descriptor, { better }: OutcomeInfo): string {
  if (conclusion === "uncertain") return "includes no effect";
  const isIntervention = (conclusion === "below") === (better === "lower");
  return `favours ${lowerFirst(isIntervention ? arms.intervention : arms.control)}`;
}

const ORDER: readonly Conclusion[] = ["below", "uncertain", "above"];

/** How many analyses come to which conclusion, and the choice that decides it most often. */
export function multiverseText(
  { conclusions, weights, predictions }: MultiverseCounts,
  descriptor: Descriptor,
  outcome: OutcomeInfo,
  level: number,
): string {
  const total = totalOf(conclusions);
  const analyses = total === 1 ? "One analysis was" : `${formatInteger(total)} analyses were`;
  const tried = `${analyses} tried. The ${levelPercent(level)} CI`;
  return words(
    `${tried} ${sharesText(conclusions, descriptor, outcome)}.`,
    mattersText(weights, descriptor),
    predictionsText(predictions, descriptor, outcome, level),
  );
}

/** "favours US-NKT in 75% (3) and includes no effect in 25% (1)", most first. */
function sharesText(counts: PredictionCounts["conclusions"], descriptor: Descriptor, outcome: OutcomeInfo): string {
  const total = totalOf(counts);
  const says = ORDER.filter((conclusion) => counts[conclusion] > 0)
    .toSorted((a, b) => counts[b] - counts[a])
    .map((conclusion) => {
      const count = counts[conclusion];
      const where = count === total ? "all" : `${partText(count, total)} (${formatInteger(count)})`;
      return `${conclusionLabel(conclusion, descriptor, outcome)} in ${where}`;
    });
  return list(says);
}

/** The choice on which the conclusion depends most often, other choices being equal. */
function mattersText(weights: MultiverseCounts["weights"], descriptor: Descriptor): string {
  const most = mostDeciding(weights);
  if (!most) return "";
  return `The choice that matters most is ${choiceText(most.choice, descriptor)}: the conclusion depends on it in ${partText(most.decided, most.comparisons)} of the comparisons that differ in nothing else.`;
}

/** What prediction intervals of every kind say; "" where the data give none. */
function predictionsText(
  { kinds, conclusions, weights }: PredictionCounts,
  descriptor: Descriptor,
  outcome: OutcomeInfo,
  level: number,
): string {
  const total = totalOf(conclusions);
  if (total === 0) return "";
  const most = mostDeciding(weights);
  const matters = most ? `; what matters most for it is ${choiceText(most.choice, descriptor)}` : "";
  const ways = kinds.length > 1 ? `in ${kinds.length} ways, ` : "";
  return `The ${levelPercent(level)} prediction interval (PI; ${ways}${formatInteger(total)} in all) ${sharesText(conclusions, descriptor, outcome)}${matters}.`;
}

export function totalOf(counts: PredictionCounts["conclusions"]): number {
  return ORDER.reduce((sum, conclusion) => sum + counts[conclusion], 0);
}

/** The choice that decides the largest share of its comparisons; null where none decides any. */
export function mostDeciding(weights: readonly ChoiceWeight[]): ChoiceWeight | null {
  const share = ({ decided, comparisons }: ChoiceWeight) => decided / comparisons;
  return weights.filter(({ decided }) => decided > 0).toSorted((a, b) => share(b) - share(a))[0] ?? null;
}

/** A choice within a sentence. */
export function choiceText(choice: ChoiceWeight["choice"], { studyNoun }: Descriptor): string {
  const names = {
    ...{ effects: "how effects are computed", method: "the model and its τ²", test: "how the interval is made" },
    ...{ predint: "how the prediction interval is made", leftOut: `which ${studyNoun.one} is left out` },
  };
  return names[choice];
}

/** For a live region once an analysis has become the page's: "Applied: …. One step back undoes it." */
export function appliedText(choices: string): string {
  return `The page now shows: ${choices}. Undo brings back the one before.`;
}

/** What the marks of the figure are. */
export function multiverseNote(count: number, total: number, columns: number, level: number): string {
  const shown =
    count === total
      ? `${formatInteger(total)} analyses`
      : `${formatInteger(count)} of ${formatInteger(total)} analyses`;
  const joined =
    count > columns
      ? `About ${formatInteger(count / columns)} stand in each column: line and dark band are their middle, the light band holds all their ${levelPercent(level)} CIs.`
      : `Bands: ${levelPercent(level)} CI.`;
  return `${shown}, by estimate. ${joined} Below, the higher a mark the more of the analyses there make that choice. Dashed: the analysis on the page.`;
}

/** "2 of 5: normal, t(k − 1)": which prediction intervals of one analysis exclude no effect. */
export function excludingText({ method, excluding }: Specification, kinds: readonly Predint[]): string {
  if (method === "EE" || kinds.length === 0) return "has none";
  if (excluding.length === 0 || excluding.length === kinds.length) {
    return excluding.length === 0 ? `none of ${kinds.length}` : `all ${kinds.length}`;
  }
  return `${excluding.length} of ${kinds.length}: ${excluding.map((kind) => PREDINT_LABELS[kind]).join(", ")}`;
}
