import { formatInteger } from "../../words/number";

/** "1 cell", "1,200 cells". */
export function countOf(count: number, noun: string): string {
  return `${formatInteger(count)} ${noun}${count === 1 ? "" : "s"}`;
}
