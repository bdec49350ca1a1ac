import type { CsvRecord } from "../../csv";
import { dataOf } from "./dataKind";
import { type NamedMeasure, namedMeasure } from "./measureNames";
import type { NamedTable } from "./named";
import { plainText } from "./plainText";
import type { ReviewData } from "./review";

/** Half a 95% interval in standard errors. */
const Z95 = 1.959963984540054;

/** One line of study results: an arm's numbers, or the contrast of an arm with its reference. */
export interface ArmResult {
  readonly row: number;
  readonly study: string;
  readonly outcome: string;
  readonly data: ReviewData;
  readonly measure: NamedMeasure;
  readonly arm: string;
  /** "" where the line does not say. */
  readonly reference: string;
  /** What an arm got, by the file on arms; else the arm's own name. */
  readonly interventionOf: (arm: string) => string;
  readonly n: number | null;
  readonly events: number | null;
  readonly mean: number | null;
  readonly sd: number | null;
  /** Of a contrast, on the analysis scale. */
  readonly yi: number | null;
  readonly sei: number | null;
}

/** The lines of a study-results table; `arms` tells what the arms of studies got. */
export function readResults(table: NamedTable, arms: NamedTable | null): ArmResult[] {
  const interventions = new Map<string, string>();
  for (const record of arms?.records ?? []) {
    const text = (name: string) => plainText(arms?.text(record, name) ?? "");
    if (text("Intervention") !== "") interventions.set(`${text("Study")}\u0000${text("Arm")}`, text("Intervention"));
  }
  return table.records.map((record) => {
    const text = (name: string) => plainText(table.text(record, name));
    const study = text("Study");
    const data = dataOf(text("Data type"));
    const named = namedMeasure(text("Effect measure"));
    const isLog = data === "effect" && (named.scale === "log" || table.number(record, "Exp mean") !== null);
    const measure: NamedMeasure = isLog ? { ...named, scale: "log" } : named;
    return {
      row: record.row,
      study,
      outcome: text("Outcome"),
      data,
      measure,
      arm: text("Arm"),
      reference: text("Reference arm"),
      interventionOf: (arm) => interventions.get(`${study}\u0000${arm}`) ?? arm,
      ...numbersOf(table, record, data),
    };
  });
}

function numbersOf(table: NamedTable, record: CsvRecord, data: ReviewData) {
  const number = (name: string) => table.number(record, name);
  const n = number("Sample size");
  const se = number("SE");
  const sd = number("SD") ?? (se !== null && n !== null ? se * Math.sqrt(n) : null);
  const none = { yi: null, sei: null };
  const isEffect = data === "effect" || data === "observed-expected";
  return { n, events: number("Cases"), mean: number("Mean"), sd, ...(isEffect ? contrast(number) : none) };
}

/** A contrast's effect and SE, from whichever of the columns are filled; limits only where they are 95% limits. */
function contrast(number: (name: string) => number | null): Pick<ArmResult, "yi" | "sei"> {
  const log = (name: string) => {
    const value = number(name);
    return value !== null && value > 0 ? Math.log(value) : null;
  };
  const yi = number("Mean") ?? log("Exp mean");
  const variance = number("Variance");
  const lb = number("CI start") ?? log("Exp CI start");
  const ub = number("CI end") ?? log("Exp CI end");
  const level = number("CI level");
  const is95 = level === null || level === 95 || level === 0.95;
  const fromLimits = lb !== null && ub !== null && is95 ? (ub - lb) / (2 * Z95) : null;
  const z = number("z-test");
  const fromTest = yi !== null && z !== null && z !== 0 ? Math.abs(yi / z) : null;
  const fromVariance = variance !== null && variance > 0 ? Math.sqrt(variance) : null;
  return { yi, sei: number("SE") ?? fromVariance ?? fromLimits ?? fromTest };
}
