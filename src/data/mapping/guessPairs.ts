import type { Role } from "../../model/mapping";
import { armsByName } from "./armNames";
import { aboutOf, constantsOf } from "./guessAbout";
import { guessEvents } from "./guessEvents";
import type { Guessed, GuessedRole } from "./guessed";
import type { Statistic } from "./headerWords";
import type { Sniffed } from "./sniffed";

const ROLES: Readonly<Partial<Record<Statistic, readonly [first: Role, second: Role]>>> = {
  mean: ["m1i", "m2i"],
  sd: ["sd1i", "sd2i"],
  n: ["n1i", "n2i"],
  events: ["ai", "ci"],
};

/** The roles of columns of two arms side by side; `complete` where they make a result. */
export function guessPairs(numeric: readonly Sniffed[]): Guessed & { readonly complete: boolean } {
  const ofArms = armsByName(
    numeric.filter(({ parts }) => parts.statistic && ROLES[parts.statistic] && !parts.baseline),
  );
  const armed = ofArms.filter(({ parts }) => parts.arm !== null);
  const about = aboutOf(armed);
  const roles = new Map<number, GuessedRole>();
  const taken = new Set<string>();
  for (const { place, parts } of armed) {
    const role = ROLES[parts.statistic!]![parts.arm! - 1]!;
    const guessed = { role, ...about(parts) };
    const key = JSON.stringify(guessed);
    if (!taken.has(key)) roles.set(place, guessed);
    taken.add(key);
  }
  const named = new Set([...roles.values()].map(({ role }) => role));
  if (![...named].some((role) => role !== "n1i" && role !== "n2i")) {
    for (const [place, guessed] of guessEvents(numeric, armed)) roles.set(place, guessed);
  }
  const found = new Set([...roles.values()].map(({ role }) => role));
  const complete = [["m1i", "sd1i", "n1i", "m2i", "sd2i", "n2i"] as const, ["ai", "n1i", "ci", "n2i"] as const].some(
    (set) => set.every((role) => found.has(role)),
  );
  const control = armed.find(({ parts }) => parts.arm === 2 && parts.armName !== null)?.parts.armName;
  const comparator = control ? { comparator: capitalised(control) } : {};
  return { roles, complete, constants: complete ? { ...constantsOf(armed), ...comparator } : {} };
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
