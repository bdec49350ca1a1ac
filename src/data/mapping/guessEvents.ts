import type { GuessedRole } from "./guessed";
import { FIRST_ARM, SECOND_ARM } from "./headerWords";
import type { Sniffed } from "./sniffed";

/**
 * The columns that may be events where only the sizes of arms are named as such: "Vaccinated TB" beside "Vaccinated
 * total". One column for each arm, of whole numbers within the arm's sizes.
 */
export function guessEvents(
  numeric: readonly Sniffed[],
  armed: readonly Sniffed[],
): readonly (readonly [place: number, guessed: GuessedRole])[] {
  const open = numeric.filter(({ parts }) => parts.statistic === null && !parts.baseline);
  const found = ([1, 2] as const).map((arm) => {
    const size = armed.find(({ parts }) => parts.arm === arm && parts.statistic === "n");
    return size && open.find((column) => isAbout(column, arm, size) && isWithin(column, size));
  });
  const [first, second] = found;
  if (!first || !second || first === second) return [];
  return [
    [first.place, { role: "ai" }],
    [second.place, { role: "ci" }],
  ];
}

function isAbout({ parts }: Sniffed, arm: 1 | 2, size: Sniffed): boolean {
  const named = size.parts.armName?.toLowerCase();
  const known = arm === 1 ? FIRST_ARM : SECOND_ARM;
  return parts.rest.some(({ word }) => word === named || known.has(word));
}

function isWithin({ numbers }: Sniffed, size: Sniffed): boolean {
  const most = Math.max(...(size.numbers ?? []));
  return (numbers ?? []).every((count) => Number.isInteger(count) && count >= 0 && count <= most);
}
