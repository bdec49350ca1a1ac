import type { Measure } from "./measure";

/** An estimate as another program exported it, on the reader's scale (ratios as ratios). */
export interface ExportedEstimate {
  readonly estimate: number | null;
  readonly ciLb: number | null;
  readonly ciUb: number | null;
  readonly piLb: number | null;
  readonly piUb: number | null;
  readonly tau2: number | null;
  /** Cochran's Q, which Cochrane writes Chi². */
  readonly Q: number | null;
  readonly df: number | null;
  readonly QPval: number | null;
  /** Percent. */
  readonly I2: number | null;
  /** Test of the overall effect: z or t with its exported p. */
  readonly statistic: number | null;
  readonly pval: number | null;
}

/** What an analysis was exported under. */
export interface ExportedSettings {
  /** null for a measure that is none of ours; `measureName` then names it. */
  readonly measure: Measure | null;
  readonly measureName: string;
  readonly weighting: "MH" | "IV" | "Peto";
  readonly model: "common" | "random";
  /** null where the file does not say (older programs: DerSimonian-Laird). */
  readonly estimator: "DL" | "REML" | null;
  readonly ciMethod: "Wald" | "HKSJ";
  /** Proportion: 0.95. */
  readonly level: number;
  /** True where events and non-events were swapped before the analysis. */
  readonly swapEvents: boolean;
  readonly hasOverall: boolean;
  readonly hasSubgroups: boolean;
}

/** One analysis of a file that carries results: what it was asked, and what its program answered. */
export interface ExportedAnalysis {
  /** "1.2": group and number. Rows of the table that belong to it hold this in the column `EXPORTED_ANALYSIS`. */
  readonly id: string;
  readonly name: string;
  /** The program, as the reader knows it: "RevMan Web", "RevMan 5". */
  readonly program: string;
  readonly settings: ExportedSettings;
  /** null where no overall result was exported. */
  readonly overall: ExportedEstimate | null;
  /** `name` is what the rows hold in the column `EXPORTED_SUBGROUP`. */
  readonly subgroups: readonly { readonly name: string; readonly result: ExportedEstimate }[];
  /** The test for subgroup differences. */
  readonly difference: {
    readonly Q: number | null;
    readonly df: number | null;
    readonly pval: number | null;
    readonly I2: number | null;
  } | null;
}

export const EXPORTED_ANALYSIS = "Analysis";
export const EXPORTED_SUBGROUP = "Subgroup";
