import type { Descriptor } from "../../model/descriptor";
import type { Influence, StudyInfluence } from "../../model/sensitivity";
import { formatNumber, formatPercent, formatSpread } from "../number";
import { counted, list, words } from "../phrase";
import type { NameOf } from "./doubt";

/** A case deletion diagnostic that has a column of its own. */
export type DiagnosticName = "rstudent" | "dffits" | "cooksDistance" | "hat" | "tau2Deleted" | "QDeleted";

/** The columns in their order, and what each is called. */
export const DIAGNOSTICS: Readonly<Record<DiagnosticName, string>> = {
  rstudent: "Residual",
  dffits: "DFFITS",
  cooksDistance: "Cook’s D",
  hat: "Weight",
  tau2Deleted: "τ² without",
  QDeleted: "Q without",
};

const RESIDUAL = 1.96; // one in twenty lies beyond
const MEDIAN_CHI_SQUARED = 0.45493642311957; // of one degree of freedom

/** Beyond which value a diagnostic of one of `k` studies stands out, either way where it has a sign; null: none. */
export function cutoffOf(name: DiagnosticName, k: number): number | null {
  switch (name) {
    case "rstudent":
      return RESIDUAL;
    case "dffits":
      return 3 * Math.sqrt(1 / (k - 1));
    case "cooksDistance":
      return MEDIAN_CHI_SQUARED;
    case "hat":
      return 3 / k;
    default:
      return null;
  }
}

/** A diagnostic's value for readers. */
export function diagnosticText(name: DiagnosticName, value: number): string {
  if (name === "hat") return formatPercent(100 * value, 1);
  if (name === "QDeleted") return formatNumber(value, 1);
  return name === "tau2Deleted" || name === "cooksDistance" ? formatSpread(value) : formatNumber(value);
}

/** What each column says, and from where on it stands out, for `k` studies. */
export function diagnosticRules(k: number, { studyNoun }: Descriptor): readonly (readonly [string, string])[] {
  const { one, many } = studyNoun;
  const limit = (name: DiagnosticName, digits = 2) => formatNumber(cutoffOf(name, k) ?? 0, digits);
  return [
    [
      "Residual",
      `How far the ${one} lies from the result of the others, in standard errors (externally studentised). Beyond ±${limit("rstudent")} lies one in twenty by chance; that alone marks no ${one}.`,
    ],
    [
      "DFFITS",
      `How far the result moves without the ${one}, in its standard errors. Marked beyond ±3√(1 / (k − 1)) = ±${limit("dffits")}.`,
    ],
    [
      "Cook’s D",
      `The squared change of the result over its variance. Marked above the median of χ² with 1 degree of freedom, ${limit("cooksDistance")}.`,
    ],
    [
      "Weight",
      `The share of the weight that the ${one} has (hat value). Marked above 3 / k = ${formatPercent(300 / k, 1)}.`,
    ],
    ["τ² without, Q without", `What is left of the disagreement between ${many} without this one; no cut-off.`],
    ["DFBETAS", "Not drawn: marked beyond ±1, a change of the result by one standard error."],
  ];
}

/** Where the rules come from. */
export const DIAGNOSTICS_SOURCE =
  "Viechtbauer & Cheung (2010), Research Synthesis Methods 1:112–125, doi:10.1002/jrsm.11. The cut-offs call for a closer look, not for leaving out.";

/** Which studies stand out, as a text alternative. */
export function influenceText({ studies }: Influence, { studyNoun }: Descriptor, nameOf: NameOf): string {
  const marked = studies.filter(({ diagnostics }) => diagnostics?.influential);
  if (studies.length < 2) return `With ${counted(studies.length, studyNoun)} there is no influence to measure.`;
  if (marked.length === 0) return `No ${studyNoun.one} of ${studies.length} is influential by any of the rules.`;
  const names = marked.slice(0, 5).map(({ rowId }) => nameOf(rowId));
  const more = marked.length > 5 ? [`${marked.length - 5} more`] : [];
  return words(
    `${counted(marked.length, studyNoun)} of ${studies.length} ${marked.length === 1 ? "is" : "are"} influential by at least one rule:`,
    `${list([...names, ...more])}.`,
  );
}

/** The numbers of one study, spoken. */
export function diagnosticsSpoken({ diagnostics }: StudyInfluence): string {
  if (!diagnostics) return "";
  const parts = DIAGNOSTIC_NAMES.map((name) => `${DIAGNOSTICS[name]} ${diagnosticText(name, diagnostics[name])}`);
  return `${parts.join(", ")}${diagnostics.influential ? ", influential" : ""}`;
}

export const DIAGNOSTIC_NAMES: readonly DiagnosticName[] = [
  ...(["rstudent", "dffits", "cooksDistance", "hat", "tau2Deleted", "QDeleted"] as const),
];
