import type { Better } from "../../src/model/study";
import type { Level } from "./conditions";
import type { ContinuousOutcome, Timepoint } from "./vocabulary";

/** How a scale behaves after treatment, in its own points. */
export interface Instrument {
  readonly scale: string;
  readonly outcome: ContinuousOutcome;
  readonly better: Better;
  readonly max: number;
  /** The level of the spine that it asks about; null for any. */
  readonly level: Level | null;
  /** Mean of a typical control arm: it improves as time passes. */
  readonly controlMean: Readonly<Record<Timepoint, number>>;
  /** Standard deviation of that mean between trials: some recruit sicker patients. */
  readonly severity: number;
  /** Least and greatest standard deviation between patients. */
  readonly sd: readonly [number, number];
}

const painScale = (scale: string): Instrument => ({
  scale,
  outcome: "Pain",
  better: "lower",
  max: 10,
  level: null,
  controlMean: { "1 week": 4.8, "1 month": 4.2, "3 months": 3.1 },
  severity: 0.35,
  sd: [0.8, 1.8],
});

const disabilityIndex = (scale: string, level: Level): Instrument => ({
  scale,
  outcome: "Physical function",
  better: "lower",
  max: 100,
  level,
  controlMean: { "1 week": 35, "1 month": 28, "3 months": 22 },
  severity: 3,
  sd: [6.5, 12],
});

/** Instruments of the simulated trials. The JOA score alone rises as patients improve. */
export const INSTRUMENTS = {
  vas: painScale("VAS (0-10)"),
  nrs: painScale("NRS (0-10)"),
  ndi: disabilityIndex("NDI (0-100)", "Cervical"),
  odi: disabilityIndex("ODI (0-100)", "Lumbar"),
  joaCervical: {
    scale: "JOA (0-17)",
    outcome: "Physical function",
    better: "higher",
    max: 17,
    level: "Cervical",
    controlMean: { "1 week": 11.2, "1 month": 12, "3 months": 12.7 },
    severity: 0.4,
    sd: [1.4, 2.3],
  },
  joaLumbar: {
    scale: "JOA (0-29)",
    outcome: "Physical function",
    better: "higher",
    max: 29,
    level: "Lumbar",
    controlMean: { "1 week": 16.5, "1 month": 19, "3 months": 20.5 },
    severity: 0.8,
    sd: [2.6, 4.2],
  },
} as const satisfies Record<string, Instrument>;
