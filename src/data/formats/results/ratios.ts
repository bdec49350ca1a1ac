import type { UserError } from "../../../model/userError";
import { type Columns, numberIn, textIn } from "../tableView";
import { type GivenInfo, givenEffect, RATIOS, standardErrorOf } from "./given";
import type { NumberSet } from "./numberSet";

/** Pairs of names of lower and upper limits. */
const LIMITS: readonly (readonly [lower: string, upper: string])[] = [
  ["cilb", "ciub"],
  ["cilo", "cihi"],
  ["cilow", "cihigh"],
  ["cilower", "ciupper"],
  ["lowerci", "upperci"],
  ["lower", "upper"],
  ["lb", "ub"],
  ["lcl", "ucl"],
  ["ll", "ul"],
];

/** What a ratio is that a table has with its limits; null where it has none: "rr" alone may be a respiratory rate. */
export function ratioInfo(table: Columns): GivenInfo | null {
  return ratioWithLimits(table)[0]?.given ?? null;
}

/** Logarithms of ratios under names that say so ("lnOR", "log_HR"), with their standard errors. */
export function loggedRatio(table: Columns): readonly NumberSet[] {
  for (const [key, info] of RATIOS) {
    for (const yi of [`ln${key}`, `log${key}`]) {
      const sei = standardErrorOf(table, yi);
      if (table.has(yi) && sei !== undefined) return givenEffect(table, { yi, sei }, info);
    }
  }
  return [];
}

/** Ratios as ratios with 95% limits, put on the log scale; the file's own columns are kept beside. */
export function ratioWithLimits(table: Columns): readonly NumberSet[] {
  for (const [key, info] of RATIOS) {
    const ratio = table.at(key);
    if (ratio === null) continue;
    const limits = [...LIMITS.map(([lo, hi]) => [key + lo, key + hi] as const), ...LIMITS];
    const found = limits.find(([lo, hi]) => table.has(lo, hi));
    if (!found) continue;
    const [lower, upper] = [table.at(found[0]), table.at(found[1])];
    const cells = (row: readonly string[]) => {
      const [yi, ciLb, ciUb] = [logOf(row, ratio), logOf(row, lower), logOf(row, upper)];
      return yi === "" && ciLb === "" && ciUb === "" ? null : { yi, ciLb, ciUb };
    };
    return [{ kind: "given", taken: [], given: info, timepoint: null, cells, notes: () => [onLogScale(info)] }];
  }
  return [];
}

/** The logarithm of a cell; of a cell that has none, words that are faulted as no number. */
function logOf(cells: readonly string[], place: number | null): string {
  const text = textIn(cells, place);
  const value = numberIn(cells, place);
  if (text === "" || value === null) return text;
  return value > 0 ? String(Math.log(value)) : `log(${text})`;
}

const onLogScale = ({ name }: GivenInfo): UserError => ({
  code: "ratios-logged",
  message: `Each ${name} and its 95% limits were read as ratios and are analysed as logarithms.`,
  remedy: "Nothing, unless the file already holds logarithms.",
  where: { column: "yi" },
});
