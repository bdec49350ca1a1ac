import type { ExportedEstimate } from "../../../model/exportedAnalysis";
import type { CsvRecord } from "../../csv";
import { estimateOf } from "./exportedText";
import type { NamedTable } from "./named";
import { plainText } from "./plainText";

/** A subgroup's result; whether zeros stand for blanks is known of the package, not of the file. */
export interface SubgroupResult {
  readonly name: string;
  readonly result: (zerosAreBlank: boolean) => ExportedEstimate | null;
}

/** The results of subgroups by the id of their analysis. */
export function subgroupResults(table: NamedTable): Map<string, SubgroupResult[]> {
  const results = new Map<string, SubgroupResult[]>();
  for (const record of table.records) {
    const id = analysisId(table, record);
    const name = plainText(table.text(record, "Subgroup"));
    const result = (zerosAreBlank: boolean) => estimateFrom(table, record, zerosAreBlank);
    results.set(id, [...(results.get(id) ?? []), { name, result }]);
  }
  return results;
}

/** The estimate in a record of either file of results, or null where it has none. */
export function estimateFrom(table: NamedTable, record: CsvRecord, zerosAreBlank: boolean): ExportedEstimate | null {
  const number = (name: string) => table.number(record, name);
  return estimateOf(
    {
      estimate: number("Mean"),
      ciLb: number("CI start"),
      ciUb: number("CI end"),
      piLb: number("PI start"),
      piUb: number("PI end"),
      tau2: number("Heterogeneity Tau²"),
      Q: number("Heterogeneity Chi²"),
      df: number("Heterogeneity df"),
      QPval: number("Heterogeneity P"),
      I2: number("Heterogeneity I²"),
      statistic: number("Effect Z") ?? number("Effect T"),
      pval: number("Effect P"),
    },
    zerosAreBlank,
  );
}

/** "1.2" of the analysis that a record belongs to. */
export function analysisId(table: NamedTable, record: CsvRecord): string {
  return `${table.text(record, "Analysis group")}.${table.text(record, "Analysis number")}`;
}
