import { parseNumber } from "../../data/numbers";
import { columnKey } from "../../data/tidy";
import type { Slips } from "./slips";

/** What trials report of an arm beside, or in the place of, mean and SD; null where the table does not have it. */
export interface ArmReport {
  readonly se: number | null;
  readonly ciLb: number | null;
  readonly ciUb: number | null;
  readonly median: number | null;
  readonly q1: number | null;
  readonly q3: number | null;
  readonly min: number | null;
  readonly max: number | null;
}

/** What trials report of the difference between the arms. */
export interface DifferenceReport {
  readonly pval: number | null;
  readonly se: number | null;
}

/** Spellings of each, before the number of the arm: "se1i", "Median 2", "q1_1", "ci.lb2". */
const SPELLINGS: Readonly<Record<keyof ArmReport, string>> = {
  se: "se sem stderr",
  ciLb: "cilb cilower lower ll lcl",
  ciUb: "ciub ciupper upper ul ucl",
  median: "median med mdn",
  q1: "q1 lq p25 quartile1",
  q3: "q3 uq p75 quartile3",
  min: "min minimum",
  max: "max maximum",
};

const P_KEYS = new Set("p pval pvalue".split(" "));
const SE_KEYS = new Set("semd sediff sedifference".split(" "));

/** Where a table has what trials report, by the names of its further columns. */
export function reportColumns(further: Slips["further"]) {
  const places = new Map<string, number>();
  for (const { name, index } of further) places.set(columnKey(name), index);
  const spellings = Object.entries(SPELLINGS) as [keyof ArmReport, string][];
  const ofArms = ([1, 2] as const).map((arm) =>
    spellings.map(([key, words]) => {
      const wanted = words.split(" ").flatMap((word) => [`${word}${arm}i`, `${word}${arm}`, `${word}arm${arm}`]);
      return [key, wanted.map((word) => places.get(word)).find((place) => place !== undefined)] as const;
    }),
  );
  const placeOf = (keys: ReadonlySet<string>) => [...places].find(([key]) => keys.has(key))?.[1];
  return {
    ofArm: (slips: Slips, row: number, arm: 1 | 2): ArmReport =>
      Object.fromEntries((ofArms[arm - 1] ?? []).map(([key, place]) => [key, numberAt(slips, row, place)])) as Record<
        keyof ArmReport,
        number | null
      >,
    pval: placeOf(P_KEYS),
    se: placeOf(SE_KEYS),
  };
}

/** The p-value and the standard error of a row's difference. */
export function sharedReport(
  slips: Slips,
  { pval, se }: ReturnType<typeof reportColumns>,
  row: number,
): DifferenceReport {
  return { pval: numberAt(slips, row, pval), se: numberAt(slips, row, se) };
}

function numberAt({ own }: Slips, row: number, place: number | undefined): number | null {
  const text = place === undefined ? "" : (own.table.rows[row]?.[place] ?? "").trim();
  return parseNumber(text, true);
}
