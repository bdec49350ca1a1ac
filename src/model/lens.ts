import type { NullReason, Pooled } from "./analysis";
import type { Measure, MeasureInfo } from "./measure";

/** Numbers that the reader gave, by what they are about. */
export type LensValues = Readonly<Record<string, number>>;

/** What the reader lays beside the results to read them for patients. Nothing of it changes a pooled number. */
export interface Lens {
  /** Smallest differences that matter, > 0 and as the reader sees them (ratios not logged), by `midKey`. */
  readonly mids: LensValues;
  /** Risks without the intervention, between 0 and 1, by outcome. */
  readonly baselines: LensValues;
  /** Standard deviations on a familiar scale, > 0 and in its unit, by outcome. */
  readonly sds: LensValues;
}

export const NO_LENS: Lens = { mids: {}, baselines: {}, sds: {} };

/** A smallest difference belongs to a measure of an outcome: half a point of pain is not half a standard deviation. */
export function midKey(measure: Measure, outcome: string): string {
  return `${measure} ${outcome}`;
}

/** The reader's number under `key`, else null. */
export function lensValue(values: LensValues, key: string): number | null {
  return Object.hasOwn(values, key) ? (values[key] ?? null) : null;
}

/** The lens with one number set, or with null taken back. */
export function withLensValue(lens: Lens, list: keyof Lens, key: string, value: number | null): Lens {
  const others = Object.entries(lens[list]).filter(([name]) => name !== key);
  return { ...lens, [list]: Object.fromEntries(value === null ? others : [...others, [key, value]]) };
}

/** An estimate with its confidence interval and, where there is one, its prediction interval, on one scale. */
export interface Reexpressed {
  readonly estimate: number;
  readonly ciLb: number;
  readonly ciUb: number;
  readonly predint: { readonly piLb: number; readonly piUb: number } | null;
}

/** Where a number of the lens comes from: the reader, the dataset's description, or the control arms in view. */
export type LensOrigin = "reader" | "dataset" | "control-arms";

/** The smallest difference that matters, and how the results stand to it. */
export interface MidReading {
  /** > 0, as the reader sees it. */
  readonly value: number;
  /** The same on the analysis scale: effects beyond it to either side matter. */
  readonly threshold: number;
  readonly origin: LensOrigin;
  readonly source: string | null;
  /** Where a difference in the scale's unit was turned into standard deviations: that difference. */
  readonly points: number | null;
  /** Probabilities for the true effect of a new setting, by the outcome's direction; or why there are none. */
  readonly newSetting:
    | { readonly better: number; readonly between: number; readonly worse: number }
    | { readonly reason: NullReason };
  /** Share of the true effects in settings like these that are better by at least as much; null without spread. */
  readonly share: number | null;
}

/** A standardised difference on a scale that clinicians know. */
export interface ScaleReading extends Reexpressed {
  readonly sd: number;
  readonly origin: LensOrigin;
  /** The scale's name, or the outcome's unit; null where neither is known. */
  readonly unit: string | null;
  /** Control arms whose median the SD is; 0 where the reader gave it. */
  readonly arms: number;
  /** True where that scale runs against the outcome, so that the sign is turned back for it. */
  readonly isTurned: boolean;
  /** True where its points are those of the outcome's unit, so that a difference in points can be taken for it. */
  readonly takesPoints: boolean;
}

/** How many must be treated for one event fewer, or one more; null stands for infinity. */
export interface Needed {
  readonly estimate: { readonly direction: "fewer" | "more"; readonly people: number } | null;
  readonly interval:
    | {
        readonly kind: "one-way";
        readonly direction: "fewer" | "more";
        readonly low: number;
        readonly high: number | null;
      }
    | { readonly kind: "through-infinity"; readonly fewer: number; readonly more: number }
    | { readonly kind: "none" };
}

/** A result in people: the risk with the intervention from 0 to 1, and events more (or below 0 fewer) per 1,000. */
export interface People {
  readonly risk: number;
  readonly riskLb: number;
  readonly riskUb: number;
  /** True where a limit led out of 0 to 1 and stands at the end of it. */
  readonly cut: boolean;
  readonly perThousand: number;
  readonly perThousandLb: number;
  readonly perThousandUb: number;
  readonly needed: Needed;
}

/** Events among people whose risk without the intervention is known. */
export interface RiskReading {
  readonly baseline: number;
  readonly origin: LensOrigin;
  /** The control arms in view: their number and the lowest and highest risk among them. */
  readonly arms: number;
  readonly lowest: number;
  readonly highest: number;
  /** null where the estimate leads out of 0 to 1 at this baseline. */
  readonly average: People | null;
  /** At the limits of the prediction interval; null where there is none. */
  readonly predicted: Pick<People, "perThousandLb" | "perThousandUb"> | null;
}

/** What the results mean for patients, as far as the measure tells. */
export interface LensReading {
  readonly outcome: string;
  readonly timepoint: string;
  readonly measure: MeasureInfo;
  readonly level: number;
  /** null where nothing is pooled over all; the rest is then null too. */
  readonly pooled: Pooled | null;
  readonly mid: MidReading | null;
  readonly scale: ScaleReading | null;
  readonly risk: RiskReading | null;
  /** Probability that a patient of arm 1 fares better than one of arm 2; of standardised mean differences alone. */
  readonly superiority: Reexpressed | null;
  /** An SMD as an odds ratio, or an odds ratio as an SMD, as the reader sees it. */
  readonly converse: (Reexpressed & { readonly to: "OR" | "SMD" }) | null;
}
