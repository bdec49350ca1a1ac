import type { HeaderParts } from "./headerParts";
import { SECOND_ARM } from "./headerWords";
import type { Sniffed } from "./sniffed";

/** More columns than this are no two arms. */
const MOST = 200;

/**
 * Columns with their arms where these have names of their own: "ketamine_mean" and "saline_mean" are two arms if what
 * is told of the one is told of the other. The first in the file is the intervention unless it is a control by its name.
 */
export function armsByName(columns: readonly Sniffed[]): readonly Sniffed[] {
  if (columns.length > MOST || columns.some(({ parts }) => parts.arm === 1)) return columns;
  // A control is known by its name, and its partner is not: its word counts as any other.
  const open = columns.map(({ parts, ...column }) => ({ ...column, parts: withoutArm(parts) }));
  const words = [...new Set(open.flatMap(({ parts }) => parts.rest.map(({ word }) => word)))];
  for (const [i, first] of words.entries()) {
    for (const second of words.slice(i + 1)) {
      if (arePartners(open, first, second)) {
        return SECOND_ARM.has(first) ? split(open, second, first) : split(open, first, second);
      }
    }
  }
  return columns;
}

function withoutArm(parts: HeaderParts): HeaderParts {
  const { arm, armName, rest } = parts;
  if (arm === null) return parts;
  const text = armName ?? "control";
  return { ...parts, arm: null, armName: null, rest: [...rest, { word: text.toLowerCase(), text }] };
}

/** Whether every column is about exactly one of two words, and both have the same columns, sizes among them. */
function arePartners(columns: readonly Sniffed[], first: string, second: string): boolean {
  const told = (word: string) =>
    columns
      .filter(({ parts }) => parts.rest.some((token) => token.word === word))
      .map(({ parts: { statistic, timepoint, rest } }) => {
        return JSON.stringify([statistic, timepoint, rest.map((token) => token.word).filter((w) => w !== word)]);
      })
      .sort();
  const [a, b] = [told(first), told(second)];
  const sized = a.some((column) => column.startsWith('["n"'));
  return sized && a.length + b.length === columns.length && a.join() === b.join();
}

function split(columns: readonly Sniffed[], first: string, second: string): readonly Sniffed[] {
  return columns.map((column): Sniffed => {
    const { parts } = column;
    const place = parts.rest.findIndex(({ word }) => word === first || word === second);
    const token = parts.rest[place]!;
    const rest = parts.rest.filter((_, i) => i !== place);
    return { ...column, parts: { ...parts, rest, arm: token.word === second ? 2 : 1, armName: token.text } };
  });
}
