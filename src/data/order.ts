/** Days in the units that timepoints are named by. */
const DAYS: ReadonlyMap<string, number> = new Map([
  ["hour", 1 / 24],
  ["hr", 1 / 24],
  ["h", 1 / 24],
  ["day", 1],
  ["d", 1],
  ["week", 7],
  ["wk", 7],
  ["w", 7],
  ["month", 30.4375],
  ["mo", 30.4375],
  ["year", 365.25],
  ["yr", 365.25],
  ["y", 365.25],
]);

/** Judgements of risk of bias, from the best to the worst. */
const JUDGEMENTS = ["low", "low risk", "some concerns", "moderate", "unclear", "unclear risk", "high", "high risk"];

const byText = new Intl.Collator("en", { numeric: true }).compare;

/**
 * Orders the values of a column for the reader: judgements of risk of bias from low to high, all else alphabetically
 * with numbers by size; the empty cell last.
 */
export function compareLabels(a: string, b: string): number {
  if (a === "" || b === "") return Number(a === "") - Number(b === "");
  const rankA = JUDGEMENTS.indexOf(a.toLowerCase());
  const rankB = JUDGEMENTS.indexOf(b.toLowerCase());
  return rankA >= 0 && rankB >= 0 ? rankA - rankB : byText(a, b);
}

/** Timepoints as time passes: named durations by length, then names without a duration in the order given. */
export function orderTimepoints(names: readonly string[]): string[] {
  const days = new Map(names.map((name) => [name, daysOf(name)]));
  return [...names].sort((a, b) => {
    const from = days.get(a)!;
    const to = days.get(b)!;
    return from === to ? 0 : from - to; // Infinity minus itself is no order
  });
}

/** Days meant by "1 week", "Day 2", "12-month", "3 mo", "6+ months"; "baseline" is 0, other names are infinite. */
function daysOf(name: string): number {
  const text = name.toLowerCase();
  if (/baseline|before/.test(text)) return 0;
  const before = /(\d+(?:\.\d+)?)\s*\+?[\s-]*([a-z]+)/.exec(text);
  const after = /([a-z]+)[\s-]*(\d+(?:\.\d+)?)/.exec(text);
  return toDays(before?.[1], before?.[2]) ?? toDays(after?.[2], after?.[1]) ?? Number.POSITIVE_INFINITY;
}

function toDays(count: string | undefined, unit: string | undefined): number | null {
  const days = unit && (DAYS.get(unit) ?? DAYS.get(unit.replace(/s$/, "")));
  return count && days ? Number(count) * days : null;
}
