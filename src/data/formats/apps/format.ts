import { eventsByArm, fourCells, meansByArm } from "../results/arms";
import { correlations, rateRatios, singleGroups } from "../results/derived";
import { givenEffect } from "../results/given";
import { type NumberSet, scaleUnknown } from "../results/numberSet";
import { ratioWithLimits } from "../results/ratios";
import { resultFormat } from "../results/readResults";
import type { Columns } from "../tableView";

/** Tables of FOSMA, told from others by its `label` and `group`. */
export const FOSMA = resultFormat("FOSMA table", (table) => (table.has("label", "group") ? setsOf(table) : []));

/** Tables of MetaReview, told from others by the columns that every one of its templates has. */
export const METAREVIEW = resultFormat("MetaReview table", (table) => {
  return table.has("study", "year", "subgroup", "dose") ? setsOf(table) : [];
});

/** Tables of other apps for meta-analysis, as effects that JASP exported; those above with columns left out. */
export const APPS = resultFormat("a meta-analysis app’s table", setsOf);

function setsOf(table: Columns): readonly NumberSet[] {
  const arms = [...meansByArm(table), ...eventsByArm(table)];
  if (arms.length > 0) return arms;
  const ratio = ratioWithLimits(table);
  if (ratio.length > 0) return ratio;
  const exported = effects(table);
  return exported.length > 0 ? exported : singleLetters(table);
}

function effects(table: Columns): readonly NumberSet[] {
  const info = { name: "given effect", short: "Effect", scale: "identity" } as const;
  for (const [yi, sei] of EXPORTED) {
    const found = givenEffect(table, { yi, sei }, info);
    if (found.length > 0) return found.map((set) => ({ ...set, notes: () => [scaleUnknown("the effect size")] }));
  }
  return givenEffect(table, { yi: "yi", vi: "vi" }, info);
}

/** Names of an effect and its standard error in JASP's exports and alike. */
const EXPORTED = [
  ["effectsize", "effectsizese"],
  ["effectsize", "effectsizestandarderror"],
  ["effectsize", "standarderror"],
  ["effectsize", "se"],
  ["computedeffectsize", "computedstandarderror"],
] as const;

/** Profiles of FOSMA whose names are single letters: only beside its `label`. */
function singleLetters(table: Columns): readonly NumberSet[] {
  if (!table.has("label")) return [];
  const four = fourCells(table, ["a", "b", "c", "d"]);
  if (four.length > 0) return four;
  const [x1, t1, x2, t2] = ["x1", "t1", "x2", "t2"].map((key) => table.at(key)) as (number | null)[];
  if (isPlace(x1) && isPlace(t1) && isPlace(x2) && isPlace(t2)) return [rateRatios({ x1, t1, x2, t2 })];
  const [x, r, n] = [table.at("x"), table.at("r"), table.at("n")];
  if (n !== null && x !== null) return [singleGroups(x, n, true)];
  return n !== null && r !== null ? [correlations(r, n)] : [];
}

function isPlace(place: number | null | undefined): place is number {
  return typeof place === "number";
}
