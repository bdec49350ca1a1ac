import { describe, expect, it } from "vitest";
import type { Analysis, NullReason, Pooled } from "../model/analysis";
import { MEASURES, type MeasureInfo } from "../model/measure";
import { answer } from "./answer";
import type { Direction } from "./claim";
import { analysis, pooled, study, usNkt } from "./fixtures";

/*
 * The Answer's rules as a table: every kind of outcome × where the confidence interval lies × where the prediction
 * interval lies × k × I². Each row says what the sentence must claim, what it must not, and how it must warn.
 */

interface OutcomeCase {
  readonly outcome: string;
  readonly measure: MeasureInfo;
  /** What the sentence claims for an effect below and above the line, and names for one that is open. */
  readonly below: RegExp;
  readonly above: RegExp;
  readonly betterBelow: boolean;
}

const { SMD, MD, ROM, SMDH, SMD1, RR, OR, RD, PETO, AS, GEN } = MEASURES;
const hazard: MeasureInfo = { ...GEN, name: "hazard ratio", short: "HR", scale: "log" };

const PAIN = {
  outcome: "Pain",
  below: /US-NKT lowered pain more than/,
  above: /Pain was higher with US-NKT than with/,
};
const FUNCTION = {
  outcome: "Physical function",
  below: /Physical function was worse with US-NKT than with/,
  above: /US-NKT improved physical function more than/,
};
const events = (noun: string) => ({
  below: new RegExp(`US-NKT lowered ${noun} compared with`),
  above: new RegExp(`US-NKT raised ${noun} compared with`),
});
const harms = { outcome: "Adverse events", betterBelow: true };
const quitting = { outcome: "Abstinence", betterBelow: false };

const OUTCOMES: readonly OutcomeCase[] = [
  ...[SMD, MD, ROM, SMDH, SMD1, GEN].map((measure) => ({ ...PAIN, measure, betterBelow: true })),
  ...[SMD, MD, ROM, SMDH, SMD1, GEN].map((measure) => ({ ...FUNCTION, measure, betterBelow: false })),
  ...[RR, RD, AS].map((measure) => ({ ...harms, measure, ...events("the risk of adverse events") })),
  ...[OR, PETO].map((measure) => ({ ...harms, measure, ...events("the odds of adverse events") })),
  ...[RR, RD, AS].map((measure) => ({ ...quitting, measure, ...events("the chance of stopping smoking") })),
  ...[OR, PETO].map((measure) => ({ ...quitting, measure, ...events("the odds of stopping smoking") })),
  { outcome: "Nausea", measure: RR, betterBelow: true, ...events("the risk of nausea") },
  { outcome: "Pain", measure: hazard, betterBelow: true, ...events("pain") },
];

type Side = "below" | "above" | "open";

/** Confidence intervals on the analysis scale; an end that lies on the line itself leaves the matter open. */
const INTERVALS: readonly (readonly [Side, Pick<Pooled, "mu" | "ciLb" | "ciUb">])[] = [
  ["below", { mu: -0.4, ciLb: -0.6, ciUb: -0.2 }],
  ["above", { mu: 0.4, ciLb: 0.2, ciUb: 0.6 }],
  ["open", { mu: -0.1, ciLb: -0.4, ciUb: 0.2 }],
  ["open", { mu: 0.2, ciLb: 0, ciUb: 0.4 }],
  ["open", { mu: -0.2, ciLb: -0.4, ciUb: 0 }],
  ["open", { mu: 0, ciLb: -0.001, ciUb: 0.001 }],
];

const PREDICTIONS: readonly (Pooled["predint"] | NullReason)[] = [
  { piLb: -2, piUb: -0.1 },
  { piLb: -2, piUb: 0.5 },
  { piLb: 0.1, piUb: 2 },
  "needs-three-studies",
  "common-effect-model",
];

const DEGREES = [
  [0, "Trials show little disagreement (I² 0%)"],
  [29.4, "Trials show little disagreement (I² 29%)"],
  [29.9, "Trials differ somewhat (I² 30%)"],
  [50, "Trials disagree (I² 50%)"],
  [75, "Trials disagree strongly (I² 75%)"],
] as const;

const TRIALS = [1, 2, 4, 5, 136] as const;

const CLAIMS = /\b(lowered|raised|improved|increased)\b|\bwas (lower|higher|worse|better)\b/;
const WRONG =
  /no difference|not significant|non-?significant|no significant|insignificant|robust|\bprove[sdn]?\b|(?<!reaches past )no effect\b|ineffective|undefined|null|NaN|Infinity| {2}/i;

interface RuleCase {
  readonly of: OutcomeCase;
  readonly side: Side;
  readonly ci: Pick<Pooled, "mu" | "ciLb" | "ciUb">;
  readonly prediction: (typeof PREDICTIONS)[number];
  readonly k: number;
  readonly I2: number;
}

function* table(): Generator<RuleCase> {
  for (const of of OUTCOMES)
    for (const [side, ci] of INTERVALS)
      for (const prediction of PREDICTIONS)
        for (const k of TRIALS) for (const [I2] of DEGREES) yield { of, side, ci, prediction, k, I2 };
}

function told({ of, ci, prediction, k, I2 }: RuleCase) {
  const alone = k === 1;
  const none = typeof prediction === "string" ? prediction : null;
  const overall = pooled({
    ...{ k, N: 40 * k, ...ci },
    heterogeneity: alone ? null : { Q: 10, df: k - 1, pval: 0.1, I2, I2Q: I2, H2: 2 },
    predint: alone || none ? null : (prediction as Pooled["predint"]),
    predintReason: alone ? "needs-two-studies" : none,
  });
  const parts: Partial<Analysis> = {
    selection: { ...analysis().selection, outcome: of.outcome },
    measure: of.measure,
    overall,
    studies: Array.from({ length: k }, (_, i) => study(i)),
  };
  return answer(analysis(parts), usNkt, []);
}

const CASES = [...table()].map((rule) => ({ rule, said: told(rule) }));

/** The cases of one rule hold it, every one; a rule without cases would check nothing. */
function every(keep: (c: RuleCase) => boolean, holds: (said: ReturnType<typeof told>, c: RuleCase) => boolean): void {
  const kept = CASES.filter(({ rule }) => keep(rule));
  expect(kept.length).toBeGreaterThan(100);
  const broken = kept.filter(({ rule, said }) => !holds(said, rule));
  expect(broken.slice(0, 3).map(({ said }) => said)).toEqual([]);
}

describe(`the Answer in ${CASES.length} cases`, () => {
  it("covers the whole product", () => {
    expect(CASES).toHaveLength(24 * 6 * 5 * 5 * 5);
    expect(new Set(OUTCOMES.map(({ measure }) => measure.measure)).size).toBe(Object.keys(MEASURES).length);
  });

  it("claims what an interval off the line supports, in the direction of the effect", () => {
    every(
      ({ k, side }) => k > 1 && side !== "open",
      ({ headline, tone }, { of, side }) => {
        const wanted: Direction = (side === "below") === of.betterBelow ? "benefit" : "harm";
        const claimed = side === "below" ? of.below : of.above;
        return claimed.test(headline) && !headline.includes("compatible") && tone === wanted;
      },
    );
  });

  it("claims nothing from an interval that holds the line, and names both of its ends", () => {
    const open = /: the trials are compatible with anything from .+ with US-NKT \(.+\) to .+ \(.+\)\. /;
    every(
      ({ k, side }) => k > 1 && side === "open",
      ({ headline, tone }, { of }) => {
        const ends = headline.split(`${of.measure.short} `).length - 1;
        return open.test(headline) && !CLAIMS.test(headline) && ends === 3 && tone === "uncertain";
      },
    );
  });

  it("pools nothing of one trial, whatever its interval", () => {
    every(
      ({ k }) => k === 1,
      ({ headline, detail, numbers, cautions }) =>
        /^One trial reports .+ There is nothing to pool\.$/.test(headline) &&
        !CLAIMS.test(headline) &&
        detail === "" &&
        cautions.length === 0 &&
        !numbers.some(({ label }) => label === "I²"),
    );
  });

  it("says how far the trials agree, and what to expect elsewhere", () => {
    const degrees = new Map<number, string>(DEGREES);
    every(
      ({ k }) => k > 1,
      ({ detail }, { prediction, I2 }) =>
        detail.startsWith(degrees.get(I2)!) &&
        /in a new setting the effect could lie between/i.test(detail) === (typeof prediction === "object") &&
        detail.includes("assumes one true effect everywhere") === (prediction === "common-effect-model"),
    );
  });

  it("warns where the average is clear and a new setting is not, and there alone", () => {
    every(
      ({ k }) => k > 1,
      ({ detail }, { side, prediction: at }) => {
        const crosses = typeof at === "object" && at !== null && at.piLb <= 0 && at.piUb >= 0;
        return detail.includes("a range that reaches past no effect.") === (side !== "open" && crosses);
      },
    );
  });

  it("warns of few trials, and of too few for a prediction", () => {
    every(
      () => true,
      ({ cautions }, { k, prediction }) => {
        const few = k >= 2 && k <= 4;
        const unforeseen = few && prediction === "needs-three-studies";
        return (
          cautions.includes(`Intervals from only ${k} trials are uncertain.`) === few &&
          cautions.includes("A prediction interval needs at least three trials.") === unforeseen
        );
      },
    );
  });

  it("gives the same estimate and interval in the sentence as in the numbers", () => {
    every(
      () => true,
      ({ headline, numbers: [estimate, interval] }) =>
        interval?.label === "95% CI" &&
        headline.includes(`${estimate?.label} ${estimate?.value} (95% CI ${interval.value})`),
    );
  });

  it("never uses a wrong word", () => {
    every(
      () => true,
      ({ headline, detail, cautions }) => ![headline, detail, ...cautions].some((text) => WRONG.test(text)),
    );
  });
});

describe("the check of words", () => {
  it.each([
    "US-NKT had no effect on pain.",
    "There was no difference.",
    "The result is not significant.",
    "The finding is robust.",
    "This proves that it works.",
  ])("catches “%s”", (text) => {
    expect(text).toMatch(WRONG);
  });

  it("lets the line of no effect be named where a range reaches past it", () => {
    expect("between −4.30 and 0.80, a range that reaches past no effect.").not.toMatch(WRONG);
    expect("US-NKT improved physical function").not.toMatch(WRONG);
  });
});
