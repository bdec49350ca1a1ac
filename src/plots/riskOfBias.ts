import type { ColumnInfo, Descriptor } from "../model/descriptor";
import type { Row } from "../model/study";
import type { Mark, Theme } from "../scene/scene";

type Judgement = keyof Theme["judgement"];

/** A risk-of-bias column of the figure: its short head and what the head stands for. */
export interface BiasColumn {
  readonly column: string;
  readonly head: string;
  readonly domain: string;
}

const OVERALL = "overall";
const RADIUS = 7;
const SIGN = 3; // px from the centre to the end of a sign's stroke

/** The overall judgement's column alone, or every domain's before it; empty where the data judge nothing. */
export function biasColumns({ columns }: Descriptor, which: "all" | "overall"): readonly BiasColumn[] {
  const judged = columns.filter((c): c is ColumnInfo & { riskOfBias: string } => c.riskOfBias !== null);
  const isOverall = (c: { readonly riskOfBias: string }) => c.riskOfBias.toLowerCase() === OVERALL;
  const overall = judged.filter(isOverall).map((c) => ({ column: c.name, head: "RoB", domain: OVERALL }));
  if (which === "overall") return overall;
  const domains = judged.filter((c) => !isOverall(c));
  return [
    ...domains.map((c, i) => ({ column: c.name, head: `D${i + 1}`, domain: c.riskOfBias })),
    ...overall.map((c) => ({ ...c, head: domains.length > 0 ? "All" : "RoB" })),
  ];
}

/** Those of the columns that are chosen, in order; a domain keeps its number. */
export function chosenBias(descriptor: Descriptor, keys: readonly string[]): readonly BiasColumn[] {
  const all = biasColumns(descriptor, "all");
  const chosen = keys.flatMap((key) => all.find(({ column }) => column === key) ?? []);
  return chosen.length === 1 ? chosen.map((c) => (c.domain === OVERALL ? { ...c, head: "RoB" } : c)) : chosen;
}

/** A study's judgement in a column; null where the cell is empty. */
export function judgementOf(row: Row, column: string): Judgement | null {
  const value = row.columns[column];
  if (value === null || value === undefined || value === "") return null;
  const text = String(value).toLowerCase();
  if (text.startsWith("low")) return "low";
  if (text.startsWith("high") || text.startsWith("serious") || text.startsWith("critical")) return "high";
  if (text.startsWith("some") || text.startsWith("moderate") || text.startsWith("unclear")) return "some";
  return "none";
}

/** The judgement as a disc with a sign, so that it is not told by colour alone: +, ?, −, or empty. */
export function biasMarks(judgement: Judgement, [x, y]: readonly [number, number], theme: Theme): readonly Mark[] {
  const ink = theme.judgementInk[judgement];
  const disc: Mark = { kind: "circle", at: [x, y], r: RADIUS, fill: theme.judgement[judgement] };
  const across: Mark = { kind: "rule", from: [x - SIGN, y], to: [x + SIGN, y], stroke: ink, strokeWidth: 1.6 };
  const upright: Mark = { kind: "rule", from: [x, y - SIGN], to: [x, y + SIGN], stroke: ink, strokeWidth: 1.6 };
  if (judgement === "low") return [disc, across, upright];
  if (judgement === "high") return [disc, across];
  if (judgement === "none") return [disc];
  const sign: Mark = { kind: "text", at: [x, y + 4], text: "?", size: 11, anchor: "middle", weight: "bold", fill: ink };
  return [disc, sign];
}

/** "Risk of bias: D1 randomisation, D2 ...; + low, ? some concerns, − high"; null without such columns. */
export function biasKey(columns: readonly BiasColumn[]): string | null {
  if (columns.length === 0) return null;
  const named = columns.map(({ head, domain }) => `${head} ${domain.toLowerCase()}`);
  const what = columns.every((c) => c.domain === OVERALL) ? "overall judgement" : named.join(", ");
  return `Risk of bias (RoB): ${what}; + low, ? some concerns, − high.`;
}
