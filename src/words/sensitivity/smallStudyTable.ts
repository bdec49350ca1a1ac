import type { Descriptor } from "../../model/descriptor";
import type { MeasureInfo } from "../../model/measure";
import type {
  AdjustedEffect,
  AsymmetryTest,
  AsymmetryTestName,
  OrReason,
  SelectionEffects,
  SelectionPattern,
  SmallStudyEffects,
  TrimFillReason,
} from "../../model/smallStudy";
import { effectText } from "../effectText";
import { formatNumber, pEquals } from "../number";
import { counted } from "../phrase";
import { whyNoTest } from "../smallStudy";

/** One test or adjustment: what it found, what it takes for granted, and when it leads astray. */
export interface SmallStudyRow {
  readonly key: string;
  readonly name: string;
  readonly result: string;
  readonly assumes: string;
  readonly misleads: string;
  /** False where it does not fit these data: `result` then says why. */
  readonly fits: boolean;
}

interface Notes {
  readonly name: string;
  readonly assumes: string;
  readonly misleads: string;
}

const TESTS: Readonly<Record<AsymmetryTestName, Notes>> = {
  egger: {
    name: "Egger’s test",
    assumes: "Without small-study effects, effects do not go with their standard errors.",
    misleads: "For odds ratios and standardised mean differences, whose standard errors contain the effect.",
  },
  eggerMixed: {
    name: "Egger’s test with random effects",
    assumes: "The same, with true effects that vary.",
    misleads: "As Egger’s; with few results τ² is uncertain, and so is the test.",
  },
  begg: {
    name: "Begg and Mazumdar’s rank test",
    assumes: "Ranks of effects and of variances are unrelated.",
    misleads: "Its power is low: below 25 or so results it finds little.",
  },
  harbord: {
    name: "Harbord’s test",
    assumes: "Scores of odds ratios do not go with their information.",
    misleads: "Where events are very rare, or arms very unequal.",
  },
  peters: {
    name: "Peters’ test",
    assumes: "Log odds ratios do not go with 1 / size.",
    misleads: "Where sizes differ little, or true effects differ much.",
  },
  pustejovskyRodgers: {
    name: "Pustejovsky and Rodgers’ test",
    assumes: "Standardised differences do not go with √(1/n₁ + 1/n₂).",
    misleads: "Where sizes differ little.",
  },
};

const PATTERNS: Readonly<Record<SelectionPattern, string>> = {
  "moderate-one-tailed": "moderate, one-sided",
  "severe-one-tailed": "severe, one-sided",
  "moderate-two-tailed": "moderate, two-sided",
  "severe-two-tailed": "severe, two-sided",
};

const FEW = "From fewer than ten results it tells little.";

/** Every test and adjustment as rows of a table, in the order of the tests' own names. */
export function smallStudyRows(
  effects: SmallStudyEffects,
  selection: SelectionEffects | null,
  measure: MeasureInfo,
  level: number,
  descriptor: Descriptor,
): readonly SmallStudyRow[] {
  const { tests, adjusted, trimFill, preferred } = effects;
  const names = Object.keys(TESTS) as AsymmetryTestName[];
  return [
    ...names.map((name): SmallStudyRow => {
      const title = name === preferred ? `${TESTS[name].name} (made for this measure)` : TESTS[name].name;
      return { key: name, ...TESTS[name], name: title, ...answered(tests[name], testText, descriptor) };
    }),
    {
      ...{ key: "pet-peese", name: "PET-PEESE" },
      ...answered(adjusted.petPeese, (found) => adjustedText(found, measure, level), descriptor),
      assumes:
        "The effect of a result without limit to its size, on a line (PET) or curve (PEESE) in the standard error.",
      misleads: "Where true effects vary much or results are few: it can overcorrect, even past no effect.",
    },
    {
      ...{ key: "limit", name: "Limit meta-analysis (Rücker)" },
      ...answered(adjusted.limitMeta, (found) => adjustedText(found, measure, level), descriptor),
      assumes: "Small-study effects act like one shift that grows with the standard error.",
      misleads: "Where small trials differ for good reasons, as in patients or dose.",
    },
    {
      ...{
        key: "trim-fill",
        name: "reason" in trimFill ? "Trim and fill" : `Trim and fill (${trimFill.by.estimator})`,
      },
      ...trimFillResult(trimFill, measure, level, descriptor),
      assumes: "Only the most extreme results to one side are missing.",
      misleads: "Where true effects vary: it then adds results that never were.",
    },
    ...selectionRows(selection, measure, level, descriptor),
  ];
}

function answered<Answer extends AsymmetryTest | AdjustedEffect>(
  found: OrReason<Answer>,
  text: (answer: Answer) => string,
  descriptor: Descriptor,
): Pick<SmallStudyRow, "result" | "fits"> {
  if ("reason" in found) return { result: `Does not fit: ${whyNoTest(found.reason, descriptor)}.`, fits: false };
  return { result: found.tooFew ? `${text(found)}. ${FEW}` : `${text(found)}.`, fits: true };
}

function testText({ statistic, df, pval, slope, converged }: AsymmetryTest): string {
  const value =
    statistic === null
      ? `Kendall’s τ = ${formatNumber(slope)}`
      : `${df === null ? "z" : `t(${formatNumber(df, 0)})`} = ${formatNumber(statistic)}`;
  return `${value}, ${pEquals(pval)}${converged ? "" : "; the estimate of τ² did not converge"}`;
}

function adjustedText(found: AdjustedEffect, measure: MeasureInfo, level: number): string {
  const by = found.by === "limit" ? "" : `${found.by.toUpperCase()}: `;
  return `${by}${effectText(found, measure, level)}`;
}

const NO_FILL: Readonly<Record<TrimFillReason, string>> = {
  "needs-two-studies": "that needs at least two",
  "no-side": "effects lean to neither side",
  "q0-undefined": "effects are too one-sided for Q0",
};

function trimFillResult(
  found: SmallStudyEffects["trimFill"],
  measure: MeasureInfo,
  level: number,
  { studyNoun }: Descriptor,
): Pick<SmallStudyRow, "result" | "fits"> {
  if ("reason" in found) {
    return { result: `Does not fit: ${NO_FILL[found.reason]}.`, fits: false };
  }
  const k = found.studies.length;
  if (k === 0) return { result: `Adds no ${studyNoun.one} on the ${found.side}.`, fits: true };
  return {
    result: `Adds ${counted(k, studyNoun)} on the ${found.side}: ${effectText(found, measure, level)}.`,
    fits: true,
  };
}

function selectionRows(
  selection: SelectionEffects | null,
  measure: MeasureInfo,
  level: number,
  { studyNoun }: Descriptor,
): readonly SmallStudyRow[] {
  if (!selection) return [];
  const notes = {
    assumes: "Chances of being published that fall with p in given steps (Vevea and Woods).",
    misleads: "The steps are an assumption, not an estimate: read the four together.",
  };
  if ("reason" in selection) {
    const why = `that needs at least two ${studyNoun.many} that say something of it`;
    return [{ key: "selection", name: "Step selection", result: `Does not fit: ${why}.`, fits: false, ...notes }];
  }
  return selection.effects.map(
    (effect): SmallStudyRow => ({
      key: effect.pattern,
      name: `Step selection, ${PATTERNS[effect.pattern]}`,
      result: `${effectText(effect, measure, level)}${effect.converged ? "" : "; did not converge"}.`,
      ...{ fits: true, ...notes },
    }),
  );
}
