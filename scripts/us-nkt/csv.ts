import type { SimulatedRow } from "./generate";
import { DOMAINS, judgements, overallJudgement } from "./riskOfBias";

type Cells = Readonly<Record<string, string | number>>;

/** The rows as CSV (RFC 4180 quoting, line feeds), in the project's tidy columns. */
export function toCsv(rows: readonly SimulatedRow[]): string {
  const records = rows.map(cells);
  const header = Object.keys(records[0] ?? {});
  const lines = [header, ...records.map((record) => header.map((column) => record[column] ?? ""))];
  return lines.map((line) => `${line.map(quoted).join(",")}\n`).join("");
}

function cells(row: SimulatedRow): Cells {
  const { trial, outcome, timepoint, instrument } = row;
  const domains = judgements(trial.riskOfBias);
  return {
    study: trial.study,
    year: trial.year,
    outcome,
    timepoint,
    comparator: trial.comparator,
    scale: instrument?.scale ?? "",
    better: instrument?.better ?? "",
    ...armCells(row.data),
    condition: trial.condition.name,
    degenerative: trial.condition.degenerative ? "Yes" : "No",
    level: trial.condition.level,
    country: trial.country,
    comparator_detail: trial.comparatorDetail,
    ...Object.fromEntries(DOMAINS.map((domain, i) => [`rob_${domain}`, domains[i]!])),
    rob_overall: overallJudgement(domains),
  };
}

function armCells(data: SimulatedRow["data"]): Cells {
  const { n1i, n2i } = data;
  if (data.kind === "counts") return { m1i: "", sd1i: "", n1i, m2i: "", sd2i: "", n2i, ai: data.ai, ci: data.ci };
  const [m1i, sd1i, m2i, sd2i] = [data.m1i, data.sd1i, data.m2i, data.sd2i].map((value) => value.toFixed(2));
  return { m1i: m1i!, sd1i: sd1i!, n1i, m2i: m2i!, sd2i: sd2i!, n2i, ai: "", ci: "" };
}

function quoted(value: string | number): string {
  const text = String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
