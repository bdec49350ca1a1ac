import type { Mapping, Role } from "../../model/mapping";
import { namedEffect } from "./givenInfo";
import { constantsOf } from "./guessAbout";
import type { Guessed, GuessedRole } from "./guessed";
import type { Statistic } from "./headerWords";
import type { Sniffed } from "./sniffed";

const SPREADS: readonly (readonly [Statistic, Role])[] = [
  ["se", "sei"],
  ["variance", "vi"],
  ["lower", "ciLb"],
  ["upper", "ciUb"],
  ["pval", "pval"],
];

/** The roles of a table of ready-made effects; null where it has none with a spread. */
export function guessEffect(
  numeric: readonly Sniffed[],
): (Guessed & { readonly givenAre: Mapping["givenAre"] }) | null {
  const whole = numeric.filter(({ parts }) => parts.arm === null && !parts.baseline);
  const first = (statistic: Statistic) => whole.find(({ parts }) => parts.statistic === statistic);
  const effect = first("effect");
  const [lower, upper] = [first("lower"), first("upper")];
  if (!effect && !(lower && upper)) return null;
  const roles = new Map<number, GuessedRole>();
  for (const [statistic, role] of SPREADS) {
    const column = first(statistic);
    if (column) roles.set(column.place, { role });
  }
  if (roles.size === 0) return null;
  if (effect) roles.set(effect.place, { role: "yi" });
  const used = whole.filter(({ place }) => roles.has(place));
  return {
    roles,
    constants: constantsOf(used),
    givenAre: areRatios(effect, lower, upper) ? "ratios" : "analysis-scale",
  };
}

/** Ratios as ratios: named so and not as logarithms; else positive, and in the middle of their limits as logarithms. */
function areRatios(effect?: Sniffed, lower?: Sniffed, upper?: Sniffed): boolean {
  const named = [effect, lower, upper].flatMap((column) => (column ? (namedEffect(column.header) ?? []) : []))[0];
  const columns = [effect, lower, upper].map((column) => column?.numbers ?? []);
  if (named && (!named.ratio || named.log)) return false;
  if (columns.flat().some((value) => value <= 0)) return false;
  if (named) return true;
  const [yi, lb, ub] = columns as [readonly number[], readonly number[], readonly number[]];
  if (yi.length === 0 || yi.length !== lb.length || yi.length !== ub.length) return false;
  const skew = (scale: (x: number) => number) =>
    yi.reduce((sum, y, i) => sum + Math.abs(position(scale(y), scale(lb[i]!), scale(ub[i]!)) - 0.5), 0);
  return skew(Math.log) < skew((x) => x);
}

/** Where an effect lies between its limits: 0 at the lower one, 1 at the upper. */
function position(y: number, lb: number, ub: number): number {
  return ub > lb ? (y - lb) / (ub - lb) : 0.5;
}
