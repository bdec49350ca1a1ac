import type { Format, OpenedFile } from "../format";
import { csvAnalyses } from "./csvAnalyses";
import { rowColumns } from "./dataRows";
import { analysisJson, jsonAnalyses } from "./jsonAnalyses";
import { namedTable } from "./named";
import { packageInfo } from "./packageInfo";
import { packageTables } from "./packageTables";
import type { Review, ReviewColumn } from "./review";
import { settingsMissing } from "./reviewNotes";
import { studyData } from "./studyData";
import { tidyReview } from "./tidyReview";

/** A Cochrane (RevMan Web) data package of specification 1 or 2: its CSV files, or its JSON where they are absent. */
export const COCHRANE: Format = {
  name: "Cochrane data package",
  recognises: (files) => {
    const { rows, settings } = packageTables(files);
    return (rows !== null && settings !== null) || (rows === null && analysisJson(files) !== null);
  },
  read: (files) => tidyReview(packageReview(files)),
};

/** The review in a package's files; with data rows alone, what can be said without their settings. */
export function packageReview(files: readonly OpenedFile[]): Review {
  const tables = packageTables(files);
  const json = tables.rows ? null : analysisJson(files);
  const study = studyData(tables.information, tables.riskOfBias);
  const fromJson = json ? jsonAnalyses(json) : null;
  const analyses = fromJson?.analyses ?? csvAnalyses(tables, study);
  const columns = [
    ...study.columns,
    ...(fromJson?.columns ?? []),
    ...(tables.rows ? rowColumns(tables.rows.header) : []),
  ];
  const { version, ...info } = packageInfo(files);
  const settings = tables.settings ? namedTable(tables.settings) : null;
  const known = version ?? (settings && !settings.has("CI method") ? "1" : settings ? "2" : null);
  return {
    format: ["Cochrane data package", known].filter((part) => part !== null).join(" "),
    program: "RevMan Web",
    analyses,
    columns: uniqueColumns(columns),
    ...info,
    notes: json || settings ? [] : [settingsMissing()],
  };
}

/** Columns once each: a domain may stand both beside the rows and in a file of its own. */
function uniqueColumns(columns: readonly ReviewColumn[]): ReviewColumn[] {
  return [...new Map(columns.map((column) => [column.name, column])).values()];
}
