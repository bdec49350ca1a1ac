import type { OpenedTable } from "../format";
import { domainName, judgement } from "./judgements";
import { namedTable } from "./named";
import { plainText } from "./plainText";
import type { ReviewColumn } from "./review";

/** What a package says of studies and their results beside the numbers, ready to be added to rows. */
export interface StudyData {
  readonly columns: readonly ReviewColumn[];
  /** Values by column for a study's result; `outcomes` are the names that its analysis goes by. */
  readonly valuesOf: (study: string, outcomes: readonly string[]) => ReadonlyMap<string, string>;
  readonly yearOf: (study: string) => string;
}

/** A characteristic with a longer text is prose, and no column of the page. */
const LONGEST = 40;
const MOST_CHARACTERISTICS = 12;

/** Gathers the characteristics that are short, and the judgements by study, or by study and outcome. */
export function studyData(information: readonly OpenedTable[], riskOfBias: readonly OpenedTable[]): StudyData {
  const characteristics = readCharacteristics(information);
  const judged = readJudgements(riskOfBias);
  return {
    columns: [...characteristics.columns, ...judged.columns],
    valuesOf: (study, outcomes) => {
      const values = new Map(characteristics.byStudy.get(study));
      const keys = [study, ...outcomes.map((outcome) => resultKey(study, outcome))];
      for (const key of keys) for (const [name, value] of judged.byKey.get(key) ?? []) values.set(name, value);
      return values;
    },
    yearOf: (study) => characteristics.years.get(study) ?? "",
  };
}

function readCharacteristics(tables: readonly OpenedTable[]) {
  const byStudy = new Map<string, Map<string, string>>();
  const years = new Map<string, string>();
  const long = new Set<string>();
  const names = new Set<string>();
  for (const file of tables) {
    const table = namedTable(file);
    const headers = file.header.flatMap((title) => {
      const name = /^char:\s*(.+)$/i.exec(title)?.[1];
      return name === undefined ? [] : [{ title, name }];
    });
    for (const record of table.records) {
      const study = plainText(table.text(record, "Study"));
      const values = byStudy.get(study) ?? new Map<string, string>();
      byStudy.set(study, values);
      years.set(study, table.text(record, "Year"));
      for (const { title, name } of headers) {
        const text = plainText(table.text(record, title));
        if (text.length > LONGEST) long.add(name);
        if (text === "") continue;
        names.add(name);
        values.set(name, text);
      }
    }
  }
  const columns = [...names].filter((name) => !long.has(name)).slice(0, MOST_CHARACTERISTICS);
  return { byStudy, years, columns: columns.map((name): ReviewColumn => ({ name, riskOfBias: null })) };
}

function readJudgements(tables: readonly OpenedTable[]) {
  const byKey = new Map<string, Map<string, string>>();
  const domains = new Set<string>();
  for (const file of tables) {
    const table = namedTable(file);
    const headers = file.header.flatMap((title) => {
      const domain = plainText(/^domain \(judgement\):(.*)$/i.exec(title)?.[1] ?? "");
      return domain === "" ? [] : [{ title, domain }];
    });
    for (const { domain } of headers) domains.add(domain);
    for (const record of table.records) {
      const study = plainText(table.text(record, "Study"));
      const outcome = plainText(table.text(record, "Outcome"));
      const key = outcome === "" ? study : resultKey(study, outcome);
      const values = byKey.get(key) ?? new Map<string, string>();
      byKey.set(key, values);
      for (const { title, domain } of headers) values.set(domain, judgement(table.text(record, title)));
    }
  }
  return { byKey, columns: domainColumns([...domains]) };
}

/** Columns of domains in their order, the overall judgement last. */
export function domainColumns(domains: readonly string[]): ReviewColumn[] {
  const columns = domains.map((name): ReviewColumn => ({ name, riskOfBias: domainName(name) }));
  const isOverall = ({ riskOfBias }: ReviewColumn) => riskOfBias === "overall";
  return [...columns.filter((column) => !isOverall(column)), ...columns.filter(isOverall)];
}

function resultKey(study: string, outcome: string): string {
  return `${study}\u0000${outcome.toLowerCase()}`;
}
