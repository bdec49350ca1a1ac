import type { CountsData, MeansData } from "../../src/model/study";
import { simulateAdverseEvents } from "./adverseEvents";
import { type Slot, simulateCell, type Temper } from "./cell";
import type { Instrument } from "./instruments";
import { TRIALS, type TrialPlan } from "./plan";
import { createRandom, normal } from "./random";
import { TARGETS, type Target } from "./targets";
import { ADVERSE_EVENTS } from "./vocabulary";

/** One line of the dataset. */
export interface SimulatedRow {
  readonly trial: TrialPlan;
  readonly outcome: string;
  readonly timepoint: string;
  /** null for counts. */
  readonly instrument: Instrument | null;
  readonly data: MeansData | CountsData;
}

/** The review's DOI ends in it. */
const SEED = 1705669;

/**
 * The simulated trial-level data of the US-NKT review, trial by trial: rows whose pooled results are the published
 * ones (see targets.ts). The same on every machine.
 */
export function generate(): readonly SimulatedRow[] {
  const random = createRandom(SEED, 0);
  const tempers = TRIALS.map((): Temper => ({ severity: normal(random), response: normal(random) }));

  // Each cell has a stream of its own, and TARGETS stand in the order of the visits.
  const rows: SimulatedRow[] = [];
  for (const [i, target] of TARGETS.entries()) {
    const slots = TRIALS.flatMap((trial, t) => slotsOf(trial, target, tempers[t]!, rows));
    const arms = simulateCell(target, slots, createRandom(SEED, i + 1));
    const { outcome, timepoint } = target;
    rows.push(...slots.map(({ trial, instrument }, s) => ({ trial, outcome, timepoint, instrument, data: arms[s]! })));
  }

  const reporting = TRIALS.filter((trial) => trial.adverseEvents);
  const counts = simulateAdverseEvents(reporting, createRandom(SEED, TARGETS.length + 1));
  rows.push(...reporting.map((trial, i) => ({ trial, ...ADVERSE_EVENTS, instrument: null, data: counts[i]! })));

  return TRIALS.flatMap((trial) => rows.filter((row) => row.trial === trial));
}

/** The trial's place in a cell: none where it does not report the cell, else one. */
function slotsOf(trial: TrialPlan, target: Target, temper: Temper, earlier: readonly SimulatedRow[]): Slot[] {
  const { outcome, timepoint } = target;
  return trial.measurements
    .filter(({ instrument, timepoints }) => instrument.outcome === outcome && timepoints.includes(timepoint))
    .map(({ instrument }) => {
      const before = earlier.findLast((row) => row.trial === trial && row.instrument === instrument)?.data;
      return { trial, instrument, temper, before: before?.kind === "means" ? before : null };
    });
}
