import type { Pooled } from "../../model/analysis";
import type { MeasureInfo } from "../../model/measure";
import type { StudyInfluence } from "../../model/sensitivity";
import { estimateText } from "../effectText";
import { formatInteger, formatNumber, formatPercent, formatSpread } from "../number";
import { levelPercent } from "../phrase";
import { DIAGNOSTIC_NAMES, DIAGNOSTICS, diagnosticText } from "./influence";

/** A column of a table of numbers: as the reader sees them, and at full precision for a file. */
export interface NumberColumn<Of> {
  readonly head: string;
  readonly text: (of: Of) => string;
  readonly value: (of: Of) => number | null;
}

const NONE = "none";

/** A pooled result; ratios are back-transformed. */
export function pooledColumns(measure: MeasureInfo, level: number): readonly NumberColumn<Pooled>[] {
  const onScale = (x: number) => (measure.scale === "log" ? Math.exp(x) : x);
  const effect = (head: string, of: (pooled: Pooled) => number): NumberColumn<Pooled> => ({
    head,
    text: (pooled) => estimateText(of(pooled), measure),
    value: (pooled) => onScale(of(pooled)),
  });
  const percent = levelPercent(level);
  return [
    effect(measure.short, ({ mu }) => mu),
    effect(`${percent} CI from`, ({ ciLb }) => ciLb),
    effect(`${percent} CI to`, ({ ciUb }) => ciUb),
    {
      head: "I²",
      text: ({ heterogeneity }) => (heterogeneity ? formatPercent(heterogeneity.I2) : NONE),
      value: ({ heterogeneity }) => heterogeneity?.I2 ?? null,
    },
    { head: "τ²", text: ({ tau2 }) => formatSpread(tau2), value: ({ tau2 }) => tau2 },
    { head: "k", text: ({ k }) => formatInteger(k), value: ({ k }) => k },
  ];
}

/** The case deletion diagnostics of a study. */
export const DIAGNOSTIC_COLUMNS: readonly NumberColumn<StudyInfluence>[] = DIAGNOSTIC_NAMES.map((name) => ({
  head: DIAGNOSTICS[name],
  text: ({ diagnostics }) => (diagnostics ? diagnosticText(name, diagnostics[name]) : NONE),
  value: ({ diagnostics }) => diagnostics?.[name] ?? null,
}));

/** A study's point in Baujat's plot. */
export const BAUJAT_COLUMNS: readonly NumberColumn<StudyInfluence>[] = [
  column("Contribution to heterogeneity", ({ baujat }) => baujat?.heterogeneity ?? null, 2),
  column("Influence on the pooled result", ({ baujat }) => baujat?.influence ?? null, 3),
];

/** A study's point in the radial plot. */
export const RADIAL_COLUMNS: readonly NumberColumn<StudyInfluence>[] = [
  column("Precision", ({ radial }) => radial.x, 2),
  column("Effect in standard errors", ({ radial }) => radial.z, 2),
];

/** A study's observed risks, in percent for the reader and as proportions in a file. */
export function riskColumns(intervention: string, control: string): readonly NumberColumn<StudyInfluence>[] {
  const risk = (arm: string, of: (study: StudyInfluence) => number | undefined): NumberColumn<StudyInfluence> => ({
    head: `Risk with ${arm}`,
    text: (study) => formatPercent(100 * (of(study) ?? Number.NaN), 1),
    value: (study) => of(study) ?? null,
  });
  return [risk(intervention, ({ risks }) => risks?.y), risk(control, ({ risks }) => risks?.x)];
}

function column(
  head: string,
  value: (study: StudyInfluence) => number | null,
  digits: number,
): NumberColumn<StudyInfluence> {
  return {
    head,
    value,
    text: (study) => {
      const x = value(study);
      return x === null ? NONE : formatNumber(x, digits);
    },
  };
}
