import { type HeaderToken, headerTokens } from "./headerTokens";
import { ALONE, BASELINES, FILLERS, FIRST_ARM, JOINED, SECOND_ARM, STATISTICS, type Statistic } from "./headerWords";

/** What the header of a column of numbers says. */
export interface HeaderParts {
  readonly statistic: Statistic | null;
  /** 1 is the intervention. */
  readonly arm: 1 | 2 | null;
  /** What the arm is called where that is a name: "placebo", not "c". */
  readonly armName: string | null;
  readonly timepoint: string | null;
  readonly baseline: boolean;
  /** The words that are left: what was measured, or arms under names of their own. */
  readonly rest: readonly HeaderToken[];
}

/** Takes a header of a column of numbers apart: "vas_1w_mean_t" is the mean of arm 1 of "vas" at "1 week". */
export function headerParts(header: string): HeaderParts {
  const { timepoint, tokens } = withoutTime(joinedWords(headerTokens(header).flatMap(takenApart)));
  const statistic = statisticIn(tokens);
  const named = statistic === null ? tokens : tokens.filter((_, i) => !statistic.places.has(i));
  const armPlace = statistic === null ? -1 : named.findLastIndex(({ word }) => isArm(word));
  const arm = named[armPlace];
  const rest = named.filter(({ word }, i) => i !== armPlace && !FILLERS.has(word) && !BASELINES.has(word));
  return {
    statistic: statistic?.statistic ?? null,
    arm: arm ? (SECOND_ARM.has(arm.word) ? 2 : 1) : null,
    armName: arm && arm.word.length > 3 ? arm.text : null,
    timepoint,
    baseline: tokens.some(({ word }) => BASELINES.has(word)),
    rest,
  };
}

function isArm(word: string): boolean {
  return FIRST_ARM.has(word) || SECOND_ARM.has(word);
}

const STEMS = ["mean", "events", "event", "total", "sd", "n"];

/** "meant" is mean of t, "nctrl" n of ctrl: a stem with an arm behind it and nothing between. */
function takenApart(token: HeaderToken): readonly HeaderToken[] {
  const { word, text } = token;
  if (isArm(word) || STATISTICS.some(([, known]) => known.has(word))) return [token];
  const stem = STEMS.find((known) => word.startsWith(known) && isArm(word.slice(known.length)));
  if (!stem) return [token];
  return [
    { word: stem, text: text.slice(0, stem.length) },
    { word: word.slice(stem.length), text: text.slice(stem.length) },
  ];
}

function joinedWords(tokens: readonly HeaderToken[]): readonly HeaderToken[] {
  const joined: HeaderToken[] = [];
  for (const token of tokens) {
    const before = joined.at(-1);
    const word = before && JOINED.get(`${before.word} ${token.word}`);
    if (word === undefined || !before) joined.push(token);
    else joined[joined.length - 1] = { word, text: `${before.text} ${token.text}` };
  }
  return joined;
}

const COUNTED = new Set(["n", "total", "participants", "patients", "num", "with"]);

/** Statistics of several letters go before those of one; one that may be several things is one only by itself. */
function statisticIn(
  tokens: readonly HeaderToken[],
): { readonly statistic: Statistic; readonly places: ReadonlySet<number> } | null {
  for (const [statistic, known] of STATISTICS) {
    const places = tokens.flatMap(({ word }, i) => (known.has(word) ? [i] : []));
    if (places.length === 0) continue;
    // "n events", "patients with event": what is counted, and no size.
    const idle = statistic === "n" ? [] : tokens.flatMap(({ word }, i) => (COUNTED.has(word) ? [i] : []));
    return { statistic, places: new Set([...places, ...idle]) };
  }
  const informative = tokens.filter(({ word }) => !FILLERS.has(word));
  const only = informative.length === 1 ? informative[0] : undefined;
  const statistic = only && ALONE.get(only.word);
  return statistic ? { statistic, places: new Set([tokens.indexOf(only)]) } : null;
}

const UNITS: ReadonlyMap<string, string> = new Map([
  ...units("hour", "h hr hrs hour hours stunde stunden hora horas heure heures"),
  ...units("day", "d day days tag tage tagen dia dias jour jours"),
  ...units("week", "w wk wks week weeks woche wochen semana semanas semaine semaines"),
  ...units("month", "mo mos mon month months monat monate monaten mes meses mois m"),
  ...units("year", "y yr yrs year years jahr jahre jahren ano anos an ans"),
]);

function units(unit: string, list: string): (readonly [string, string])[] {
  return list.split(" ").map((word) => [word, unit]);
}

/** The timepoint that a header names, and the words that are left. */
function withoutTime(tokens: readonly HeaderToken[]): {
  readonly timepoint: string | null;
  readonly tokens: readonly HeaderToken[];
} {
  for (const [i, { word, text }] of tokens.entries()) {
    const next = tokens[i + 1]?.word ?? "";
    const cut = (length: number) => tokens.filter((_, place) => place < i || place >= i + length);
    const one = timeIn(word);
    if (one) return { timepoint: one, tokens: cut(1) };
    const unitOfNext = next.length > 1 ? UNITS.get(next) : undefined;
    if (/^\d{1,4}$/.test(word) && unitOfNext) return { timepoint: named(word, unitOfNext), tokens: cut(2) };
    const unit = word.length > 1 ? UNITS.get(word) : undefined;
    if (unit && /^\d{1,4}$/.test(next)) return { timepoint: named(next, unit), tokens: cut(2) };
    if (/^t\d{1,4}$/.test(word) && !BASELINES.has(word)) return { timepoint: text.toUpperCase(), tokens: cut(1) };
  }
  return { timepoint: null, tokens };
}

/** The duration in one word: "1w", "week12". */
function timeIn(word: string): string | null {
  const [, before, unitAfter, unitBefore, after] = /^(?:(\d{1,4})([a-z]+)|([a-z]+)(\d{1,4}))$/.exec(word) ?? [];
  const unit = UNITS.get(unitAfter ?? unitBefore ?? "");
  const count = before ?? after;
  return unit && count ? named(count, unit) : null;
}

function named(count: string, unit: string): string {
  return `${Number(count)} ${unit}${Number(count) === 1 ? "" : "s"}`;
}
