import type { Analysis } from "../model/analysis";
import type { Descriptor, OutcomeInfo } from "../model/descriptor";
import { isAcrossTime } from "../model/selection";
import { formatInteger } from "./number";

/** "8 trials", "1 trial". */
export function counted(k: number, { one, many }: { readonly one: string; readonly many: string }): string {
  return `${formatInteger(k)} ${k === 1 ? one : many}`;
}

/** "652 patients"; "" where the number is not known. */
export function people(N: number | null, { peopleNoun }: Descriptor): string {
  return N === null ? "" : counted(N, peopleNoun);
}

/** "a", "a and b", "a, b and c". */
export function list(words: readonly string[], last = "and"): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}

export function upperFirst(text: string): string {
  // A Greek letter is a symbol: τ² is not Τ².
  return /^\p{Script=Greek}/u.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);
}

/** A name as it stands inside a sentence; names with other capitals ("US-NKT", "Tai Chi") or digits stay. */
export function lowerFirst(text: string): string {
  const [first = ""] = text.split(" ");
  return /[A-Z]/.test(text.slice(1)) || /\d/.test(first) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

/** @throws RangeError where the descriptor does not know the outcome: its direction must never be guessed. */
export function outcomeOf(descriptor: Descriptor, name: string): OutcomeInfo {
  const outcome = descriptor.outcomes.find((o) => o.name === name);
  if (!outcome) throw new RangeError(`outcomeOf: the descriptor has no outcome “${name}”`);
  return outcome;
}

/** A timepoint inside a sentence: "at 1 week", "on day 2", "after surgery", "over the whole follow-up". */
export function whenIs(name: string, { timepoints }: Descriptor): string {
  const text = lowerFirst(name.trim());
  if (/^(after|at|before|by|during|in|on|over|until|up to|within)\b/i.test(text)) return text;
  if (/^day\b/i.test(text)) return `on ${text}`;
  if (/^(end|start|beginning|longest|last|final|latest|first)\b/i.test(text)) return `at the ${text}`;
  if (timepoints.find((t) => t.name === name)?.wholeFollowUp) return "over the whole follow-up";
  if (/\bterm$/i.test(text)) return `in the ${text.replace("-term", " term")}`;
  return text === "" ? "" : `at ${text}`;
}

/** `text` as a sentence of its own; nothing stays nothing. */
export function sentence(text: string): string {
  return text === "" || /[.!?]$/.test(text) ? text : `${text}.`;
}

/** What a column is called inside a sentence; "comparator" and "timepoint" are their own names. */
export function columnTitle(column: string, { columns }: Descriptor): string {
  return lowerFirst(columns.find(({ name }) => name === column)?.title ?? column);
}

const RESULTS = { one: "result", many: "results" };

/** What the analysis's rows are counted as: across timepoints one trial has several, so they are results. */
export function rowNoun({ selection }: Analysis, { studyNoun }: Descriptor): Descriptor["studyNoun"] {
  return isAcrossTime(selection) ? RESULTS : studyNoun;
}

/** Words with single spaces, so that an empty part leaves no gap. */
export function words(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" ");
}

/** 0.95 as "95%", 0.999 as "99.9%". */
export function levelPercent(level: number): string {
  return `${Number((level * 100).toFixed(2))}%`;
}
