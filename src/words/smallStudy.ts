import type { Analysis } from "../model/analysis";
import type { Descriptor, OutcomeInfo } from "../model/descriptor";
import type {
  AsymmetryTest,
  AsymmetryTestName,
  FillChoice,
  SmallStudyEffects,
  SmallStudyReason,
  TrimFillReason,
} from "../model/smallStudy";
import { effectText, estimateText } from "./effectText";
import { formatInteger, formatNumber, pEquals } from "./number";
import { counted, lowerFirst, words } from "./phrase";
import { weightingNote } from "./weightingNote";

const ASYMMETRIC = 0.1; // the level at which these tests, of low power, are read (Sterne et al. 2011)
const ENOUGH = 10;

const NAMES: Readonly<Record<AsymmetryTestName, string>> = {
  egger: "Egger’s test",
  eggerMixed: "Egger’s test with random effects",
  begg: "Begg and Mazumdar’s test",
  harbord: "Harbord’s test",
  peters: "Peters’ test",
  pustejovskyRodgers: "Pustejovsky and Rodgers’ test",
};

/** What the test of asymmetry made for this measure says, and what it cannot say. */
export function asymmetryText(
  { preferred, tests }: SmallStudyEffects,
  descriptor: Descriptor,
  outcome: OutcomeInfo,
): string {
  const test = tests[preferred];
  const { many } = descriptor.studyNoun;
  if ("reason" in test) return `Asymmetry is not tested: ${WHY_NOT[test.reason](descriptor)}.`;
  const result = `${NAMES[preferred]}: ${numbers(test)}`;
  if (test.tooFew) return `${result}; from fewer than ${ENOUGH} ${many} it tells little either way.`;
  if (test.pval >= ASYMMETRIC) {
    return `No clear asymmetry (${result}), which does not rule out that results are missing: such tests miss much.`;
  }
  return words(
    `Smaller ${many} favour ${favoured(test, descriptor, outcome)} more than larger ones do (${result}).`,
    "Results that were not published are one possible cause; poorer methods, other patients or chance are others.",
  );
}

function numbers({ statistic, df, pval, k }: AsymmetryTest): string {
  const letter = df === null ? "z" : "t";
  const value = statistic === null ? "" : `${letter} = ${formatNumber(statistic)}, `;
  return `${value}${df === null ? "" : `df = ${formatInteger(df)}, `}${pEquals(pval)}, k = ${formatInteger(k)}`;
}

/** Whose side the effects of smaller studies lean to. */
function favoured({ slope }: AsymmetryTest, { arms }: Descriptor, { better }: OutcomeInfo): string {
  const isLower = slope < 0;
  return lowerFirst(isLower === (better === "lower") ? arms.intervention : arms.control);
}

const WHY_NOT: Readonly<Record<SmallStudyReason, (descriptor: Descriptor) => string>> = {
  "not-for-this-measure": () => "there is no test for this measure",
  "needs-counts": ({ studyNoun }) => `not every ${studyNoun.one} gives its events`,
  "needs-arm-sizes": ({ studyNoun }) => `not every ${studyNoun.one} gives the size of its arms`,
  "needs-three-studies": ({ studyNoun }) => `that needs at least three ${studyNoun.many}`,
  "no-spread-in-precision": ({ studyNoun }) => `all ${studyNoun.many} are equally precise`,
  "equal-effects": ({ studyNoun }) => `all ${studyNoun.many} have the same effect`,
  "perfect-fit": ({ studyNoun }) => `the ${studyNoun.many} lie on a line without any scatter`,
};

/** The estimators of trim and fill, as a choice. */
export const FILL_ESTIMATOR_NAMES: Readonly<Record<FillChoice["estimator"], string>> = {
  L0: "L0, from all ranks (linear)",
  R0: "R0, from the outermost run",
  Q0: "Q0, from all ranks (quadratic)",
};

export const FILL_SIDE_NAMES: Readonly<Record<FillChoice["side"], string>> = {
  data: "where the data say",
  left: "on the left",
  right: "on the right",
};

const NO_FILL: Readonly<Record<TrimFillReason, (studies: string) => string>> = {
  "needs-two-studies": (studies) => `Trim and fill needs at least two ${studies}.`,
  "no-side": (studies) => `Trim and fill adds nothing: the ${studies} lean to neither side.`,
  "q0-undefined": (studies) => `Trim and fill has no result by Q0: the ${studies} are too one-sided for it.`,
};

/** The result that trim and fill would give, beside the one without it. */
export function trimFillText(
  trimFill: SmallStudyEffects["trimFill"],
  { overall, measure, model }: Analysis,
  { studyNoun }: Descriptor,
): string {
  if ("reason" in trimFill) return NO_FILL[trimFill.reason](studyNoun.many);
  const { studies, side, by, converged } = trimFill;
  const where = by.side === "data" ? side : `${side}, where it was asked to`;
  const unsettled = converged ? "" : "The number of missing ones did not settle.";
  if (studies.length === 0)
    return words(`Trim and fill (${by.estimator}) adds no ${studyNoun.one} on the ${where}.`, unsettled);
  const instead = overall ? `, instead of ${estimateText(overall.mu, measure)}` : "";
  return words(
    `Trim and fill (${by.estimator}) adds ${counted(studies.length, studyNoun)} on the ${where}: ${effectText(trimFill, measure, model.level)}${instead}.`,
    "What would be if asymmetry came from missing results alone: not a better estimate.",
    weightingNote(model, "It pools"),
    unsettled,
  );
}

/** Why a test or an adjustment has no answer, as the end of a sentence. */
export function whyNoTest(reason: SmallStudyReason, descriptor: Descriptor): string {
  return WHY_NOT[reason](descriptor);
}
