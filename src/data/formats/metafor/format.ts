import type { TidyColumn } from "../../tidy";
import type { Format } from "../format";
import { copied, fourCells } from "../results/arms";
import { correlations, rateRatios, singleGroups } from "../results/derived";
import { givenEffect } from "../results/given";
import type { NumberSet } from "../results/numberSet";
import { ratioInfo, ratioWithLimits } from "../results/ratios";
import { resultFormat } from "../results/readResults";
import { hasStudies } from "../results/study";
import { type Columns, findTable } from "../tableView";

const UNNAMED = { name: "given effect", short: "Effect", scale: "identity" } as const;

const MEANS = ["m1i", "sd1i", "n1i", "m2i", "sd2i", "n2i"] as const;
const EVENTS = ["ai", "n1i", "ci", "n2i"] as const;
const FOUR = [
  ["ai", "bi", "ci", "di"],
  ["tpos", "tneg", "cpos", "cneg"],
] as const;

/** Tables as metafor's `escalc` takes them and the metadat package has them. */
export const METAFOR: Format = resultFormat("metafor data", setsOf);

/**
 * The same where our own columns are there too but others say more: who wrote a study that is only numbered, or which
 * ratio an effect is the logarithm of. A table with its description, or with columns of its own for timepoints,
 * comparators or directions, is left to the reader of tidy tables.
 */
export const METADAT: Format = {
  ...METAFOR,
  recognises: (files) =>
    files.every(({ name }) => name !== "datapackage.json") && findTable(files, (table) => saysMore(table)) !== null,
};

function saysMore(table: Columns): boolean {
  if (TIDY_ONLY.some((key) => table.has(key)) || !hasStudies(table)) return false;
  const hasGiven = table.has("yi") && given(table).length > 0;
  if (!hasGiven && means(table).length + events(table).length === 0) return false;
  return table.at("author", "authors", "source") !== null || ratioInfo(table) !== null;
}

const TIDY_ONLY = ["timepoint", "comparator", "better"];

function setsOf(table: Columns): readonly NumberSet[] {
  const arms = [...means(table), ...events(table)];
  const effects = given(table);
  const sets = arms.length + effects.length > 0 ? [...arms, ...effects] : derived(table);
  return sets.length > 0 ? sets : overTime(table);
}

function means(table: Columns): readonly NumberSet[] {
  return exactly("means", table, MEANS, ["m1i", "sd1i", "m2i", "sd2i"]);
}

function events(table: Columns): readonly NumberSet[] {
  const four = FOUR.flatMap((keys) => fourCells(table, keys));
  return four.length > 0 ? four.slice(0, 1) : exactly("events", table, EVENTS, ["ai", "ci"]);
}

function exactly(
  kind: NumberSet["kind"],
  table: Columns,
  keys: readonly TidyColumn[],
  deciding: readonly TidyColumn[],
): readonly NumberSet[] {
  const places = keys.map((key) => [key, table.at(key)] as const);
  if (places.some(([, place]) => place === null)) return [];
  return [copied(kind, Object.fromEntries(places), deciding)];
}

/** Effects on the analysis scale; a ratio beside them tells what they are the logarithm of. */
function given(table: Columns): readonly NumberSet[] {
  const keys = { yi: "yi", vi: "vi", sei: "sei", limits: ["cilb", "ciub"] } as const;
  const found = givenEffect(table, keys, ratioInfo(table) ?? UNNAMED);
  return found.length > 0 ? found : ratioWithLimits(table);
}

/** Numbers from which an effect is computed: rates, correlations, events in single groups. */
function derived(table: Columns): readonly NumberSet[] {
  const at = (...keys: readonly string[]) => {
    const places = keys.map((key) => table.at(key));
    return places.every((place) => place !== null) ? places : null;
  };
  const rates = at("x1i", "t1i", "x2i", "t2i");
  if (rates) return [rateRatios({ x1: rates[0]!, t1: rates[1]!, x2: rates[2]!, t2: rates[3]! })];
  const related = at("ri", "ni");
  if (related) return [correlations(related[0]!, related[1]!)];
  // With arms to its rows a table has something to compare.
  if (table.at("treatment", "treat", "trt", "arm") !== null) return [];
  const [split, counted] = [at("xi", "mi"), at("xi", "ni")];
  if (split) return [singleGroups(split[0]!, split[1]!, false)];
  return counted ? [singleGroups(counted[0]!, counted[1]!, true)] : [];
}

/** Effects at several times: `y1i v1i y2i v2i ...`, as dat.ishak2007 has them. */
function overTime(table: Columns): readonly NumberSet[] {
  const times = table.header.flatMap((name) => /^y(\d{1,2})i$/i.exec(name.trim())?.[1] ?? []);
  const isIshak = times.length === ISHAK.length && table.has("mdur", "mbase");
  return times.flatMap((time, i) =>
    givenEffect(table, { yi: `y${time}i`, vi: `v${time}i` }, UNNAMED).map((set): NumberSet => {
      return { ...set, timepoint: isIshak ? ISHAK[i]! : `Time ${time}`, given: isIshak ? UPDRS : UNNAMED };
    }),
  );
}

/** What the documentation of dat.ishak2007 says of its columns. */
const ISHAK = ["3 months", "6 months", "12 months", "Long term"] as const;
const UPDRS = { name: "mean difference", short: "MD", scale: "identity" } as const;
