import { excerpt } from "../../data/excerpt";
import type { Row } from "../../model/study";
import type { PlacedRow } from "./slips";

/** A figure of the data for readers: up to four digits that tell, with a true minus. */
export function figure(x: number): string {
  const rounded = Number(x.toPrecision(4));
  return String(rounded).replace("-", "−");
}

/** "Lee 2019, Pain, 1 month". */
export function rowName({ studyId, outcome, timepoint }: Row): string {
  return [studyId, outcome, timepoint].map(excerpt).join(", ");
}

/** "Lee 2019", "Lee 2019 and Kim 2020", "Lee 2019, Kim 2020 and 3 more". */
export function studyNames(placed: readonly PlacedRow[]): string {
  const names = [...new Set(placed.map(({ row }) => row.studyId))].map(excerpt);
  if (names.length <= 3) return listed(names);
  return `${names.slice(0, 2).join(", ")} and ${names.length - 2} more`;
}

/** "a", "a and b", "a, b and c". */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
