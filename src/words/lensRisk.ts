import type { Descriptor } from "../model/descriptor";
import type { LensReading, Needed, People, RiskReading } from "../model/lens";
import { eventOf } from "./claim";
import { formatInteger, formatNumber } from "./number";
import { counted, levelPercent, outcomeOf } from "./phrase";

const WHOLE_FROM = 9.95; // per 1,000: below it one decimal is told
const MANY = 100_000; // a larger number needed to treat is only said to be large

/** What is counted: "adverse events", "nausea". */
export function eventText({ outcome }: LensReading, descriptor: Descriptor): string {
  return eventOf(outcomeOf(descriptor, outcome));
}

/** "163 of 1,000"; less than ten with a decimal. */
export function inThousand(risk: number): string {
  return perThousand(1000 * risk);
}

/** "101 fewer (95% CI 64 to 124 fewer)" per 1,000. */
export function differenceText(found: People, level: number): string {
  const range = rangeText(found.perThousandLb, found.perThousandUb);
  return `${sided(found.perThousand)} (${levelPercent(level)} CI ${range})`;
}

/** Sentences under the estimate: intervals elsewhere, the number needed, and what the risk rests on. */
export function riskSentences(reading: LensReading, descriptor: Descriptor): readonly string[] {
  const { risk, level } = reading;
  if (!risk) return [];
  const { average, predicted } = risk;
  if (!average) {
    return ["At this risk the effect would lead out of 0 to 1,000 in 1,000: choose a lower risk, or the odds ratio."];
  }
  return [
    ...(predicted
      ? [`In a new setting: between ${betweenText(predicted.perThousandLb, predicted.perThousandUb)} per 1,000.`]
      : []),
    neededText(average.needed, level, outcomeOf(descriptor, reading.outcome).better),
    ...(average.cut ? ["A limit stands at the end of what a risk can be."] : []),
  ];
}

/** Where the risk without the intervention comes from. */
export function baselineSource({ origin, arms, lowest, highest }: RiskReading): string {
  const from = counted(arms, { one: "control arm", many: "control arms" });
  const range = arms > 1 ? `from ${inThousand(lowest)} to ${inThousand(highest)}` : `at ${inThousand(lowest)}`;
  return origin === "reader"
    ? `As you set it; the risk in ${from} lies ${range} per 1,000.`
    : `The median of ${from}, which lie ${range} per 1,000.`;
}

/** "Number needed to treat for one event fewer: 10 (95% CI 9 to 16)", through infinity where the interval goes there. */
export function neededText({ estimate, interval }: Needed, level: number, better: "lower" | "higher"): string {
  const direction = estimate?.direction ?? (better === "lower" ? "fewer" : "more");
  const name = `Number needed to treat for one event ${direction}`;
  const value = estimate ? whole(estimate.people) : "infinite";
  const ci = `${levelPercent(level)} CI`;
  switch (interval.kind) {
    case "one-way":
      return `${name}: ${value} (${ci} ${whole(interval.low)} to ${interval.high === null ? "infinity" : whole(interval.high)}).`;
    case "through-infinity": {
      const [near, far, other] =
        direction === "fewer" ? [interval.fewer, interval.more, "more"] : [interval.more, interval.fewer, "fewer"];
      return `${name}: ${value} (${ci} from ${whole(near)}, through infinity, to ${whole(far)} for one ${other}).`;
    }
    case "none":
      return `${name}: ${value}.`;
  }
}

/** "64 to 124 fewer", "20 fewer to 35 more": the smaller change first on one side. */
function rangeText(lb: number, ub: number): string {
  if (lb < 0 && ub > 0) return `${sided(lb)} to ${sided(ub)}`;
  const [near, far] = Math.abs(lb) < Math.abs(ub) ? [lb, ub] : [ub, lb];
  return `${perThousand(Math.abs(near))} to ${sided(far)}`;
}

function betweenText(lb: number, ub: number): string {
  return rangeText(lb, ub).replace(" to ", " and ");
}

function sided(events: number): string {
  const text = perThousand(Math.abs(events));
  return text === "0" ? "as many" : `${text} ${events < 0 ? "fewer" : "more"}`;
}

function perThousand(events: number): string {
  const text = formatNumber(events, events < WHOLE_FROM ? 1 : 0);
  return text.replace(/\.0$/, "");
}

/** People are counted whole, and rounded up: one event takes at least so many. */
function whole(people: number): string {
  const rounded = Math.ceil(people - 1e-9);
  return rounded > MANY ? `more than ${formatInteger(MANY)}` : formatInteger(rounded);
}
