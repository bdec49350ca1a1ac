import { CONDITIONS, type Condition } from "./conditions";
import { INSTRUMENTS, type Instrument } from "./instruments";
import { COMPARATORS, type Comparator, TIMEPOINTS, type Timepoint } from "./vocabulary";

/** What a trial measured, when, and with what. */
export interface Measurement {
  readonly instrument: Instrument;
  readonly timepoints: readonly Timepoint[];
}

/** Everything about a trial that is laid down rather than drawn. */
export interface TrialPlan {
  readonly study: string;
  readonly year: number;
  readonly country: string;
  readonly condition: Condition;
  readonly comparator: Comparator;
  readonly comparatorDetail: string;
  /** Participants randomised to each arm. */
  readonly n1i: number;
  readonly n2i: number;
  readonly measurements: readonly Measurement[];
  readonly adverseEvents: boolean;
  /** Participants of each arm not seen at 3 months. */
  readonly lost: readonly [number, number];
  /** The five domains of RoB 2 in order: L low, S some concerns, H high. */
  readonly riskOfBias: string;
}

const { vas, nrs, ndi, odi, joaCervical, joaLumbar } = INSTRUMENTS;
const on = (instrument: Instrument, ...timepoints: readonly Timepoint[]): Measurement => ({ instrument, timepoints });
const [W1, M1, M3] = TIMEPOINTS;
const [RECOMMENDED, CONVENTIONAL] = COMPARATORS;
const C = CONDITIONS;

type Arms = readonly [n1i: number, n2i: number];
type Line = readonly [number, string, Condition, string | null, Arms, readonly Measurement[], string];

// Sizes are the lever for the width of the intervals: 672 patients with pain at 1 week, 758 at 1 month and 242 with
// function at 1 week give those that the review printed. A null therapy is conventional needle-knife.
const LINES: readonly Line[] = [
  [2014, "China", C.cervicalSpondylosis, null, [44, 46], [on(vas, W1, M1)], "SSLSS"],
  [2015, "China", C.thirdTransverseProcess, "NSAID", [31, 31], [on(vas, W1), on(odi, W1, M1)], "SSLHS"],
  [2015, "China", C.discHerniation, null, [54, 54], [on(vas, M3), on(odi, M3)], "LSSSS"],
  [2016, "China", C.myofascialNeck, "acupuncture", [35, 33], [on(vas, M1)], "SHLHS"],
  [2017, "China", C.cervicalSpondylosis, null, [28, 28], [on(ndi, W1, M1)], "LSLSS"],
  [2017, "South Korea", C.facetArthropathy, "facet joint injection", [44, 44], [on(nrs, W1, M1)], "LSLSL"],
  [2018, "China", C.spinalStenosis, null, [40, 42], [on(vas, M1, M3), on(joaLumbar, M3)], "SSLSS"],
  [2018, "China", C.discHerniation, "physiotherapy", [66, 66], [on(vas, M3), on(odi, M3)], "LSSHS"],
  [2019, "China", C.discHerniation, "acupuncture", [33, 31], [on(joaLumbar, W1, M1)], "SSLSS"],
  [2019, "China", C.thirdTransverseProcess, null, [46, 44], [on(vas, W1, M1)], "LLLSS"],
  [2019, "South Korea", C.cervicogenicHeadache, "nerve block", [48, 50], [on(nrs, W1, M3)], "LSLSL"],
  [2020, "China", C.cervicalSpondylosis, "physiotherapy", [46, 48], [on(ndi, M1)], "SHSHS"],
  [2020, "China", C.nonSpecificBackPain, null, [53, 53], [on(vas, M3)], "LLLLL"],
  [2021, "China", C.discHerniation, "epidural injection", [48, 46], [on(vas, W1, M1)], "LSLSS"],
  [2021, "China", C.cervicalRadiculopathy, null, [40, 40], [on(nrs, M1), on(ndi, M1)], "LLLSL"],
  [2021, "China", C.ankylosingSpondylitis, "NSAID", [66, 69], [on(vas, M3)], "LSSSS"],
  [2022, "China", C.facetArthropathy, null, [44, 46], [on(vas, W1, M3)], "LLLLS"],
  [2022, "China", C.spinalStenosis, "epidural injection", [58, 57], [on(odi, M1, M3)], "LSLSS"],
  [2023, "China", C.cervicalSpondylosis, "physiotherapy", [40, 40], [on(vas, M1, M3), on(ndi, M1, M3)], "LSLHL"],
  [2023, "China", C.myofascialNeck, null, [31, 29], [on(vas, W1, M3), on(ndi, W1)], "LLLSL"],
  [2024, "South Korea", C.myofascialThoracic, "exercise therapy", [43, 43], [on(nrs, M1, M3)], "LSLSL"],
  [2024, "China", C.cervicalRadiculopathy, null, [52, 53], [on(joaCervical, M1, M3)], "LLLLL"],
  [2025, "China", C.myofascialBack, "physiotherapy", [62, 62], [on(odi, M3)], "LSLSL"],
];

/** Numbers of the ten trials that report adverse events. */
const REPORT_ADVERSE_EVENTS: ReadonlySet<number> = new Set([1, 6, 11, 12, 13, 16, 17, 21, 22, 23]);

/**
 * Participants of each arm not seen at 3 months, by trial number. A trial whose only rows are those of 3 months loses
 * none, so that its rows still show everyone randomised.
 */
const LOST: Readonly<Record<number, Arms>> = {
  7: [2, 2],
  11: [1, 3],
  13: [2, 1],
  16: [5, 4],
  17: [1, 2],
  18: [2, 3],
  19: [2, 2],
  20: [1, 1],
  21: [2, 1],
  22: [1, 2],
  23: [3, 3],
};

/** The 23 trials, numbered in the order of their years. */
export const TRIALS: readonly TrialPlan[] = LINES.map(
  ([year, country, condition, therapy, [n1i, n2i], measurements, riskOfBias], i) => ({
    study: `Simulated trial ${String(i + 1).padStart(2, "0")}`,
    year,
    country,
    condition,
    comparator: therapy === null ? CONVENTIONAL : RECOMMENDED,
    comparatorDetail: therapy ?? "landmark-guided needle-knife",
    n1i,
    n2i,
    measurements,
    adverseEvents: REPORT_ADVERSE_EVENTS.has(i + 1),
    lost: LOST[i + 1] ?? [0, 0],
    riskOfBias,
  }),
);
