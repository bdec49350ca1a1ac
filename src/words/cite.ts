import { SOURCES, type SourceKey } from "./sources";

/** "DerSimonian and Laird 1986", "Higgins et al. 2009": how running text cites it. */
export function citedAs(key: SourceKey): string {
  const { authors, year } = SOURCES[key];
  const names = authors
    .replace(/ \(.*\)$/, "")
    .split(", ")
    .map((name) => name.replace(/ [A-Z]+$/, ""));
  const [first = "", second] = names;
  if (names.length > 2) return `${first} et al. ${year}`;
  return second === undefined ? `${first} ${year}` : `${first} and ${second} ${year}`;
}
