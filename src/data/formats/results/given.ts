import type { OutcomeInfo } from "../../../model/descriptor";
import { MEASURES } from "../../../model/measure";
import type { TidyColumn } from "../../tidy";
import type { Columns } from "../tableView";
import { copied } from "./arms";
import type { NumberSet } from "./numberSet";

export type GivenInfo = NonNullable<OutcomeInfo["given"]>;

/** Ratio measures by the names of their columns. */
export const RATIOS: ReadonlyMap<string, GivenInfo> = new Map(
  (
    [
      [["or", "oddsratio", "aor"], "OR", "odds ratio"],
      [["rr", "riskratio", "relativerisk", "arr"], "RR", "risk ratio"],
      [["hr", "hazardratio", "ahr"], "HR", "hazard ratio"],
      [["irr", "rateratio", "incidencerateratio"], "IRR", "incidence rate ratio"],
      [["rom", "ratioofmeans"], "RoM", "ratio of means"],
    ] as const
  ).flatMap(([keys, short, name]) => keys.map((key) => [key, { name, short, scale: "log" }] as const)),
);

/** Differences by the names of their columns, with their standard errors. */
export function namedDifference(table: Columns): readonly NumberSet[] {
  for (const [keys, { name, short, scale }] of DIFFERENCES) {
    const yi = keys.find((key) => table.has(key));
    if (yi === undefined) continue;
    const sei = standardErrorOf(table, yi);
    if (sei !== undefined) return givenEffect(table, { yi, sei }, { name, short, scale });
  }
  return [];
}

/** The name of the column with the standard error of an effect; undefined where there is none. */
export function standardErrorOf({ has }: Columns, effect: string): string | undefined {
  return [`se${effect}`, `${effect}se`, "se", "sei", "standarderror"].find((key) => has(key));
}

const DIFFERENCES = [
  [["smd", "hedgesg", "g"], MEASURES.SMD],
  [["md", "wmd", "meandifference"], MEASURES.MD],
  [["rd", "riskdifference"], MEASURES.RD],
] as const;

/** An effect on the analysis scale under the keys of its columns, with whichever of its spreads the table has. */
export function givenEffect(
  table: Columns,
  keys: {
    readonly yi: string;
    readonly vi?: string;
    readonly sei?: string;
    readonly limits?: readonly [string, string];
  },
  info: GivenInfo,
): readonly NumberSet[] {
  const columns: Partial<Record<TidyColumn, number>> = {};
  const { yi, vi, sei, limits: [ciLb, ciUb] = [] } = keys;
  for (const [column, key] of Object.entries({ yi, vi, sei, ciLb, ciUb }) as [TidyColumn, string | undefined][]) {
    const place = key === undefined ? null : table.at(key);
    if (place !== null) columns[column] = place;
  }
  const has = (...wanted: TidyColumn[]) => wanted.every((column) => columns[column] !== undefined);
  if (!has("yi") || !(has("vi") || has("sei") || has("ciLb", "ciUb"))) return [];
  return [{ ...copied("given", columns, ["yi"]), given: info }];
}
