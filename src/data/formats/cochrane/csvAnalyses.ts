import type { CsvRecord } from "../../csv";
import { analysisId, estimateFrom, type SubgroupResult, subgroupResults } from "./csvResults";
import { dataOf } from "./dataKind";
import { readDataRows } from "./dataRows";
import { betterOf } from "./direction";
import { differenceOf, isYes, measureUnder, settingsOf } from "./exportedText";
import { guessedData, guessedMeasure } from "./guessedAnalysis";
import { type NamedMeasure, namedMeasure } from "./measureNames";
import { type NamedTable, namedTable } from "./named";
import type { PackageTables } from "./packageTables";
import { plainText } from "./plainText";
import type { ReviewAnalysis, ReviewData, ReviewRow } from "./review";
import type { StudyData } from "./studyData";

/** What the settings file says of one analysis. */
interface Settings {
  readonly table: NamedTable;
  readonly record: CsvRecord;
}

/** The analyses of a package's CSV files in the order of their rows; settings and results where their files are there. */
export function csvAnalyses(tables: PackageTables, study: StudyData): ReviewAnalysis[] {
  if (!tables.rows) return [];
  const settings = tables.settings ? bySettings(namedTable(tables.settings)) : new Map<string, Settings>();
  const subgroups = tables.subgroups
    ? subgroupResults(namedTable(tables.subgroups))
    : new Map<string, SubgroupResult[]>();
  const outcomesOf = (id: string) => {
    const own = settings.get(id);
    return own ? ["Outcome", "Analysis name"].map((name) => plainText(own.table.text(own.record, name))) : [];
  };
  return [...readDataRows(namedTable(tables.rows), study, outcomesOf)].map(([id, { name, rows }]) => {
    const own = settings.get(id);
    return own ? withSettings(id, own, rows, subgroups.get(id) ?? []) : withoutSettings(id, name, rows);
  });
}

function bySettings(table: NamedTable): Map<string, Settings> {
  return new Map(table.records.map((record) => [analysisId(table, record), { table, record }]));
}

function withSettings(
  id: string,
  { table, record }: Settings,
  rows: readonly ReviewRow[],
  subgroups: readonly SubgroupResult[],
): ReviewAnalysis {
  const text = (...names: string[]) => plainText(table.text(record, ...names));
  const data = dataOf(text("Data type"));
  const method = text("Statistical method");
  const named = measureUnder(namedMeasure(text("Effect measure")), method);
  const measure: NamedMeasure = isGiven(data) && isYes(text("Log-scale data")) ? { ...named, scale: "log" } : named;
  const arms = { intervention: text("Experimental group label"), control: text("Control group label") };
  const worded = {
    measureName: text("Effect measure"),
    method,
    model: text("Analysis model"),
    estimator: text("Heterogeneity estimator"),
    ciMethod: text("CI method"),
    level: text("CI/PI level", "Estimate CI"),
    swapEvents: text("Swap event and non-event"),
    hasOverall: text("Overall estimates"),
    hasSubgroups: text("Subgroup estimates"),
  };
  const settings = settingsOf(worded, data, measure);
  // Packages of specification 1 have no column for the kind of interval, and write 0 where blank is meant.
  const zerosAreBlank = !table.has("CI method");
  const number = (name: string) => table.number(record, name);
  return {
    id,
    name: text("Analysis name"),
    group: text("Analysis group name"),
    data,
    measure,
    arms: { intervention: text("Experimental intervention") || arms.intervention, control: arms.control },
    comparator: text("Control intervention"),
    better: betterOf(
      { left: text("Graph label (left)"), right: text("Graph label (right)") },
      arms,
      settings.swapEvents,
    ),
    rows,
    exported: {
      settings,
      overall: settings.hasOverall ? estimateFrom(table, record, zerosAreBlank) : null,
      subgroups: subgroups.flatMap(({ name, result }) => {
        const estimate = result(zerosAreBlank);
        return estimate ? [{ name, result: estimate }] : [];
      }),
      difference: differenceOf({
        Q: number("Subgroup Chi²"),
        df: number("Subgroup df"),
        pval: number("Subgroup P"),
        I2: number("Subgroup I²"),
      }),
    },
  };
}

function withoutSettings(id: string, name: string, rows: readonly ReviewRow[]): ReviewAnalysis {
  const data = guessedData(rows);
  return {
    id,
    name,
    group: "",
    data,
    measure: guessedMeasure(data, rows),
    arms: { intervention: "", control: "" },
    comparator: "",
    better: null,
    rows,
    exported: null,
  };
}

function isGiven(data: ReviewData): boolean {
  return data === "effect" || data === "observed-expected";
}
