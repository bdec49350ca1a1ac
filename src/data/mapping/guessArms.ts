import type { Role } from "../../model/mapping";
import { aboutOf, constantsOf } from "./guessAbout";
import type { Guessed, GuessedRole } from "./guessed";
import type { Statistic } from "./headerWords";
import type { Sniffed } from "./sniffed";

const ROLES: Readonly<Partial<Record<Statistic, Role>>> = { mean: "mean", sd: "sd", n: "n", events: "events" };

/** The roles of a table whose rows are single arms: one column names the arm, the others hold its numbers. */
export function guessArms(
  columns: readonly Sniffed[],
  numeric: readonly Sniffed[],
  names: ReadonlyMap<number, Role>,
): Guessed | null {
  if (![...names.values()].includes("arm") || !repeatsStudies(columns, names)) return null;
  const stats = numeric.filter(({ parts }) => parts.statistic && ROLES[parts.statistic] && !parts.baseline);
  const about = aboutOf(stats);
  const roles = new Map<number, GuessedRole>();
  const taken = new Set<string>();
  for (const { place, parts } of stats) {
    const guessed = { role: ROLES[parts.statistic!]!, ...about(parts) };
    const key = JSON.stringify(guessed);
    if (!taken.has(key)) roles.set(place, guessed);
    taken.add(key);
  }
  const found = new Set([...roles.values()].map(({ role }) => role));
  const complete = found.has("n") && (found.has("events") || (found.has("mean") && found.has("sd")));
  return complete ? { roles, constants: constantsOf(stats) } : null;
}

/** A study of several arms stands in several rows, or in the first of them only. */
function repeatsStudies(columns: readonly Sniffed[], names: ReadonlyMap<number, Role>): boolean {
  const placeOf = (role: Role) => [...names].find(([, known]) => known === role)?.[0] ?? -1;
  const studies = columns[placeOf("study")]?.values ?? [];
  const arms = columns[placeOf("arm")]?.values ?? [];
  return new Set(studies).size < arms.length;
}
