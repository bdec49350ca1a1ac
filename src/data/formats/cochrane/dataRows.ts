import { analysisId } from "./csvResults";
import { judgement } from "./judgements";
import type { NamedTable } from "./named";
import { plainText } from "./plainText";
import type { ReviewColumn, ReviewRow } from "./review";
import { domainColumns, type StudyData } from "./studyData";

/** The lines of one analysis, in the file's order. */
export interface AnalysisRows {
  readonly name: string;
  readonly rows: ReviewRow[];
}

const LONGEST_FOOTNOTE = 200;
const FOOTNOTES = "Footnotes";

/** The rows of a package's analyses by the analysis's id; judgements beside a row stand above those of its study. */
export function readDataRows(
  table: NamedTable,
  study: StudyData,
  outcomesOf: (id: string) => readonly string[],
): Map<string, AnalysisRows> {
  const analyses = new Map<string, AnalysisRows>();
  const domains = rowDomains(table.header);
  for (const record of table.records) {
    const text = (...names: string[]) => plainText(table.text(record, ...names));
    const number = (name: string) => table.number(record, name);
    const id = analysisId(table, record);
    const analysis = analyses.get(id) ?? { name: text("Analysis name"), rows: [] };
    analyses.set(id, analysis);
    const label = text("Study");
    const further = new Map(study.valuesOf(label, [...outcomesOf(id), analysis.name]));
    for (const { title, domain } of domains) {
      const judged = judgement(table.text(record, title));
      if (judged !== "") further.set(domain, judged);
    }
    const footnote = text("Footnotes");
    if (footnote.length <= LONGEST_FOOTNOTE) further.set(FOOTNOTES, footnote);
    analysis.rows.push({
      row: record.row,
      study: label,
      year: yearFrom(text("Study year")) || yearFrom(study.yearOf(label)),
      subgroup: text("Subgroup"),
      partOf: appliesTo(text("Applicability")),
      numbers: {
        m1i: number("Experimental mean"),
        sd1i: number("Experimental SD"),
        ai: number("Experimental cases"),
        n1i: number("Experimental N"),
        m2i: number("Control mean"),
        sd2i: number("Control SD"),
        ci: number("Control cases"),
        n2i: number("Control N"),
        yi: number("GIV Mean"),
        sei: number("GIV SE"),
        oe: number("O-E"),
        variance: number("Variance"),
      },
      shown: number("Mean"),
      further,
    });
  }
  return analyses;
}

/** The columns that the header of data rows adds. */
export function rowColumns(header: readonly string[]): ReviewColumn[] {
  return [...domainColumns(rowDomains(header).map(({ domain }) => domain)), { name: FOOTNOTES, riskOfBias: null }];
}

function rowDomains(header: readonly string[]): { readonly title: string; readonly domain: string }[] {
  return header.flatMap((title) => {
    const domain = plainText(/^(.+) \(judgement\)$/i.exec(title)?.[1] ?? "");
    return domain === "" ? [] : [{ title, domain }];
  });
}

/** "SUBGROUP_AND_OVERALL", "OVERALL" or "SUBGROUP". */
function appliesTo(word: string): ReviewRow["partOf"] {
  const overall = /overall/i.test(word);
  if (/subgroup/i.test(word)) return overall ? "both" : "subgroup";
  return overall ? "overall" : "both";
}

/** A year, or "" for the 0 that stands for none. */
export function yearFrom(text: string): string {
  return /^0+(\.0*)?$/.test(text) ? "" : text.replace(/\.0+$/, "");
}
