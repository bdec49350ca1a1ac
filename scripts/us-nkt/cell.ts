import type { MeansData } from "../../src/model/study";
import { type ArmsPlan, drawArms } from "./arms";
import { type EffectDraw, solveEffects } from "./effects";
import type { Instrument } from "./instruments";
import type { TrialPlan } from "./plan";
import { benefit, poolCell } from "./pooling";
import { normal, type Random } from "./random";
import { holds, type Target } from "./targets";

/** What stays with a trial's patients from visit to visit, as standard normal deviates. */
export interface Temper {
  readonly severity: number;
  readonly response: number;
}

/** A trial that reports the cell. */
export interface Slot {
  readonly trial: TrialPlan;
  readonly instrument: Instrument;
  readonly temper: Temper;
  /** The same patients on the same instrument at the visit before; null at their first. */
  readonly before: MeansData | null;
}

const MAX_ATTEMPTS = 20_000;
// Standardised differences beyond these would not be believed of one trial.
const LEAST_EFFECT = 0.8;
const GREATEST_EFFECT = -3.4;
// Shares of a trial's deviate that stay and that are new at each visit: a correlation of a half, variance near 1.
const KEPT = 0.7;
const FRESH = 0.7;
// Standard deviations by which an arm may be worse than at the visit before.
const MAX_RELAPSE = 0.5;

/**
 * The arms of each slot of a cell: drawn anew, with location and spread solved each time, until the rounded arms pool
 * to what the target asks. Deterministic given `random`.
 */
export function simulateCell(target: Target, slots: readonly Slot[], random: Random): readonly MeansData[] {
  const comparators = slots.map(({ trial }) => trial.comparator);
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const arms = attemptCell(target, slots, random);
    if (arms === null) continue;
    const effects = arms.map((data, i) => benefit(data, slots[i]!.instrument.better));
    if (holds(target, poolCell(effects, comparators))) return arms;
  }
  throw new RangeError(
    `no draw of ${target.outcome} at ${target.timepoint} meets its target: change the seed or the sizes in the plan`,
  );
}

function attemptCell(target: Target, slots: readonly Slot[], random: Random): readonly MeansData[] | null {
  const draws = slots.map((slot) => drawEffect(target, slot, random));
  const differences = solveEffects(draws, target.aim);
  if (differences.some((difference) => difference < GREATEST_EFFECT || difference > LEAST_EFFECT)) return null;

  const arms: MeansData[] = [];
  for (const [i, { instrument, temper, before }] of slots.entries()) {
    const { n1i, n2i } = draws[i]!;
    const { timepoint } = target;
    const plan: ArmsPlan = { instrument, timepoint, n1i, n2i, severity: temper.severity, difference: differences[i]! };
    const drawn = drawArms(plan, random);
    if (drawn === null || (before !== null && relapsed(before, drawn, instrument))) return null;
    arms.push(drawn);
  }
  return arms;
}

function drawEffect({ timepoint, contrast }: Target, { trial, temper }: Slot, random: Random): EffectDraw {
  const [lost1, lost2] = timepoint === "3 months" ? trial.lost : [0, 0];
  return {
    n1i: trial.n1i - lost1,
    n2i: trial.n2i - lost2,
    shift: trial.comparator === "Recommended therapy" ? 0 : contrast,
    deviate: KEPT * temper.response + FRESH * normal(random),
  };
}

function relapsed(before: MeansData, now: MeansData, { better }: Instrument): boolean {
  const worse = better === "lower" ? 1 : -1;
  const change1 = (worse * (now.m1i - before.m1i)) / now.sd1i;
  const change2 = (worse * (now.m2i - before.m2i)) / now.sd2i;
  return Math.max(change1, change2) > MAX_RELAPSE;
}
