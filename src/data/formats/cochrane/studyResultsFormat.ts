import type { Format, OpenedTable } from "../format";
import { contrastsOf } from "./armContrasts";
import { INTERVENTION } from "./interventions";
import { hasColumns, namedTable } from "./named";
import { packageTables, tablesOf } from "./packageTables";
import { type ArmResult, readResults } from "./resultRows";
import type { Review, ReviewAnalysis } from "./review";
import { referenceChosen } from "./reviewNotes";
import { studyData } from "./studyData";
import { tidyReview } from "./tidyReview";

const NEEDED = ["Study", "Outcome", "Data type", "Arm"];
const ARMS = ["Study", "Arm", "Intervention"];

/**
 * Results by study and arm: the `study-results.csv` of a Cochrane data package, of RevMan's import template and of
 * Covidence's export, alone or with the files on studies, arms and risk of bias beside it.
 */
export const STUDY_RESULTS: Format = {
  name: "RevMan study results",
  recognises: (files) => tablesOf(files).some(isStudyResults),
  read: (files) => {
    const tables = tablesOf(files);
    const results = tables.find(isStudyResults);
    const arms = tables.find(({ header }) => hasColumns(header, ARMS));
    return tidyReview(
      resultsReview(results ? readResults(namedTable(results), arms ? namedTable(arms) : null) : [], tables),
    );
  },
};

function isStudyResults({ header }: OpenedTable): boolean {
  return hasColumns(header, NEEDED) && ["Sample size", "Cases", "Mean"].some((name) => hasColumns(header, [name]));
}

function resultsReview(results: readonly ArmResult[], tables: readonly OpenedTable[]): Review {
  const { information, riskOfBias } = packageTables(tables);
  const study = studyData(information, riskOfBias);
  const { contrasts, chosen } = contrastsOf(results);
  const analyses = new Map<string, ReviewAnalysis & { readonly rows: ReviewAnalysis["rows"][number][] }>();
  for (const { outcome, data, measure, intervention, control, row } of contrasts) {
    const key = [outcome, data, measure.name, measure.scale, control].join("\u0000");
    const analysis = analyses.get(key) ?? {
      id: "",
      name: outcome,
      group: "",
      data,
      measure,
      arms: { intervention, control },
      comparator: control,
      better: null,
      rows: [],
      exported: null,
    };
    analyses.set(key, analysis);
    const further = new Map([[INTERVENTION, intervention], ...study.valuesOf(row.study, [outcome])]);
    analysis.rows.push({ ...row, year: study.yearOf(row.study), further });
  }
  return {
    format: "RevMan study results",
    program: "RevMan Web",
    analyses: [...analyses.values()],
    columns: [{ name: INTERVENTION, riskOfBias: null }, ...study.columns],
    title: null,
    citation: null,
    doi: null,
    code: null,
    notes: chosen.length > 0 ? [referenceChosen(chosen)] : [],
  };
}
