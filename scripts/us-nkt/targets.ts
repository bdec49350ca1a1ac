import type { Fit } from "../../src/stats";
import type { CellFit } from "./pooling";
import published from "./published.json";
import { COMPARATORS, type ContinuousOutcome, type Timepoint } from "./vocabulary";

/** What the pooled result of one cell must be, and what the search aims at. */
export interface Target {
  readonly outcome: ContinuousOutcome;
  readonly timepoint: Timepoint;
  /** Pooled estimate and half the width of its interval before the arms are rounded. */
  readonly aim: { readonly mu: number; readonly halfWidth: number };
  /** How much nearer 0 the mean effect is against conventional needle-knife therapy; ours, not printed. */
  readonly contrast: number;
}

type PrintedFigure = (typeof published.pooled)[number];

// Where the review printed no number, the estimate and its interval are ours: effects that fade.
export const TARGETS: readonly Target[] = [
  { outcome: "Pain", timepoint: "1 week", aim: printedAim("Pain", "1 week"), contrast: 0.3 },
  { outcome: "Pain", timepoint: "1 month", aim: printedAim("Pain", "1 month"), contrast: 0.5 },
  { outcome: "Pain", timepoint: "3 months", aim: { mu: -0.36, halfWidth: 0.42 }, contrast: 0.35 },
  {
    outcome: "Physical function",
    timepoint: "1 week",
    aim: printedAim("Physical function", "1 week"),
    contrast: 0.2,
  },
  { outcome: "Physical function", timepoint: "1 month", aim: { mu: -0.71, halfWidth: 0.26 }, contrast: 0.15 },
  { outcome: "Physical function", timepoint: "3 months", aim: { mu: -0.48, halfWidth: 0.27 }, contrast: 0.35 },
];

/** What the review printed for a cell. */
function printedFigure(outcome: string, timepoint: string): PrintedFigure {
  const figure = published.pooled.find((f) => f.outcome === outcome && f.timepoint === timepoint);
  if (!figure) throw new RangeError(`the review has no figure for ${outcome}, ${timepoint}`);
  return figure;
}

/** True where estimate, interval, I² and every statement of the review on this cell hold, with room to spare. */
export function holds(target: Target, { overall, byComparator }: CellFit): boolean {
  const figure = printedFigure(target.outcome, target.timepoint);
  return (
    printsAs(figure, overall) &&
    (figure.significant === false ? inconclusive(overall) : significant(overall)) &&
    (figure.weakerThan === undefined || overall.mu > weakest(target.outcome, figure.weakerThan)) &&
    COMPARATORS.every((comparator) => {
      const statement = published.subgroups.find((s) => s.comparator === comparator);
      const shown = statement?.significantAt.includes(target.timepoint);
      return shown ? significant(byComparator[comparator]) : inconclusive(byComparator[comparator]);
    }) &&
    contrasts(byComparator, target.contrast)
  );
}

/**
 * The mean of the printed estimate and of its interval's middle: rounding moves the two apart, and both must print
 * as they did.
 */
function printedAim(outcome: string, timepoint: string): Target["aim"] {
  const { estimate, ciLb, ciUb } = printedFigure(outcome, timepoint);
  if (estimate === undefined) throw new RangeError(`the review printed no estimate for ${outcome}, ${timepoint}`);
  return { mu: (estimate + (ciLb + ciUb) / 2) / 2, halfWidth: (ciUb - ciLb) / 2 };
}

// Distance kept from every rounding edge and from 0, so that no engine's last bit can turn a printed digit.
const EDGE = 0.0005;
const CLEAR = 0.05;

function printsAs(figure: PrintedFigure, { mu, ciLb, ciUb, heterogeneity }: Fit): boolean {
  if (figure.estimate === undefined) return true;
  const near = (value: number, printed: number) => Math.abs(value - printed) < 0.005 - EDGE;
  const I2 = heterogeneity?.I2 ?? 0;
  return (
    near(mu, figure.estimate) &&
    near(ciLb, figure.ciLb) &&
    near(ciUb, figure.ciUb) &&
    Math.abs(I2 - figure.I2) < 0.5 - 100 * EDGE
  );
}

const significant = ({ ciUb }: Fit) => ciUb < -CLEAR;

/** The interval holds 0 and a benefit worth having: not shown, which is not the same as none. */
const inconclusive = ({ mu, ciLb, ciUb }: Fit) => ciUb > CLEAR && mu < -0.2 && ciLb < -0.5;

/** The estimate that a weaker effect must be clearly nearer 0 than. */
function weakest(outcome: string, timepoint: string): number {
  return (printedFigure(outcome, timepoint).estimate ?? 0) + 0.05;
}

/** The comparators differ in the planned direction, by half to one and a half times the plan. */
function contrasts(byComparator: CellFit["byComparator"], contrast: number): boolean {
  const [recommended, conventional] = COMPARATORS;
  const difference = byComparator[conventional].mu - byComparator[recommended].mu;
  return difference > contrast / 2 && difference < 1.5 * contrast;
}
