import type { OpenedFile, OpenedTable } from "../format";
import { hasColumns } from "./named";

const ROWS = ["Analysis group", "Analysis number", "Study"];
const NUMBERS = ["GIV Mean", "Experimental cases", "Experimental mean", "O-E"];
const SETTINGS = ["Analysis group", "Analysis number", "Statistical method", "Effect measure"];
const SUBGROUPS = ["Analysis group", "Analysis number", "Subgroup", "Heterogeneity df"];

/** The tables of a Cochrane data package, by their headers; null where there is none. */
export interface PackageTables {
  readonly rows: OpenedTable | null;
  readonly settings: OpenedTable | null;
  readonly subgroups: OpenedTable | null;
  readonly information: readonly OpenedTable[];
  readonly riskOfBias: readonly OpenedTable[];
}

/** True for the rows of a package's analyses. */
export function isDataRows({ header }: OpenedTable): boolean {
  return hasColumns(header, ROWS) && NUMBERS.some((name) => hasColumns(header, [name]));
}

/** True for judgements of risk of bias, one row per study or per result. */
function isRiskOfBias({ header }: OpenedTable): boolean {
  return hasColumns(header, ["Study"]) && header.some((name) => /^domain \(judgement\):/i.test(name));
}

/** True for the settings and overall results of analyses. */
export function isSettings({ header }: OpenedTable): boolean {
  return hasColumns(header, SETTINGS);
}

/** True for the results of subgroups. */
export function isSubgroups({ header }: OpenedTable): boolean {
  return hasColumns(header, SUBGROUPS);
}

/** True for the characteristics of studies. */
export function isInformation({ header }: OpenedTable): boolean {
  return hasColumns(header, ["Study", "Year"]) && header.some((name) => /^(char|id):/i.test(name));
}

/** Finds the tables of a package among opened files. */
export function packageTables(files: readonly OpenedFile[]): PackageTables {
  const tables = tablesOf(files);
  const rows = tables.find(isDataRows) ?? null;
  const others = tables.filter((table) => table !== rows);
  return {
    rows,
    settings: others.find(isSettings) ?? null,
    subgroups: others.find(isSubgroups) ?? null,
    information: others.filter(isInformation),
    riskOfBias: others.filter(isRiskOfBias),
  };
}

/** The tables among opened files. */
export function tablesOf(files: readonly OpenedFile[]): OpenedTable[] {
  return files.filter((file) => file.kind === "table");
}
