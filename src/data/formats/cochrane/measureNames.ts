import type { Measure, Scale } from "../../../model/measure";

/** What an effect measure's name in a review stands for. */
export interface NamedMeasure {
  /** null where arms cannot give it here. */
  readonly measure: Exclude<Measure, "GEN"> | null;
  /** In full, for the reader. */
  readonly name: string;
  readonly short: string;
  readonly scale: Scale;
}

type Known = readonly [key: string, measure: NamedMeasure["measure"], name: string, short: string, scale: Scale];

/** By the letters of their names: "Std. Mean Difference" is `stdmeandifference`. */
const KNOWN: readonly Known[] = [
  ["or", "OR", "odds ratio", "OR", "log"],
  ["oddsratio", "OR", "odds ratio", "OR", "log"],
  ["petoor", "PETO", "Peto odds ratio", "Peto OR", "log"],
  ["orpeto", "PETO", "Peto odds ratio", "Peto OR", "log"],
  ["petooddsratio", "PETO", "Peto odds ratio", "Peto OR", "log"],
  ["rr", "RR", "risk ratio", "RR", "log"],
  ["riskratio", "RR", "risk ratio", "RR", "log"],
  ["relativerisk", "RR", "risk ratio", "RR", "log"],
  ["rd", "RD", "risk difference", "RD", "identity"],
  ["riskdifference", "RD", "risk difference", "RD", "identity"],
  ["md", "MD", "mean difference", "MD", "identity"],
  ["wmd", "MD", "mean difference", "MD", "identity"],
  ["meandifference", "MD", "mean difference", "MD", "identity"],
  ["weightedmeandifference", "MD", "mean difference", "MD", "identity"],
  ["smd", "SMD", "standardised mean difference", "SMD", "identity"],
  ["stdmeandifference", "SMD", "standardised mean difference", "SMD", "identity"],
  ["standardizedmeandifference", "SMD", "standardised mean difference", "SMD", "identity"],
  ["standardisedmeandifference", "SMD", "standardised mean difference", "SMD", "identity"],
  ["hr", null, "hazard ratio", "HR", "log"],
  ["hazardratio", null, "hazard ratio", "HR", "log"],
  ["rateratio", null, "rate ratio", "Rate ratio", "log"],
  ["incidencerateratio", null, "rate ratio", "Rate ratio", "log"],
  ["ratiorate", null, "rate ratio", "Rate ratio", "log"],
  ["rom", "ROM", "ratio of means", "RoM", "log"],
  ["ratioofmeans", "ROM", "ratio of means", "RoM", "log"],
  ["geometricmeanratio", null, "ratio of geometric means", "GMR", "log"],
  ["expoevar", null, "exp[(O−E)/V]", "Exp[(O−E)/V]", "log"],
  ["expoevariance", null, "exp[(O−E)/V]", "Exp[(O−E)/V]", "log"],
];
const BY_KEY: ReadonlyMap<string, NamedMeasure> = new Map(
  KNOWN.map(([key, measure, name, short, scale]) => [key, { measure, name, short, scale }]),
);
const LONGEST_SHORT = 14;

/** The measure that a program calls "Risk Ratio", "LOG_RR", "PETO_OR", "Std. Mean Difference" ... or an unknown one. */
export function namedMeasure(written: string): NamedMeasure {
  const key = written.toLowerCase().replace(/[^a-z]/g, "");
  const known = BY_KEY.get(key) ?? BY_KEY.get(key.replace(/^log/, "")) ?? BY_KEY.get(key.replace(/nonevents?$/, ""));
  if (known) return known;
  const name = written.trim();
  const short = name !== "" && name.length <= LONGEST_SHORT ? name : "Effect";
  return { measure: null, name: name || "given effect", short, scale: "identity" };
}
