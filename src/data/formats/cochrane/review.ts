import type { ExportedAnalysis, ExportedEstimate, ExportedSettings } from "../../../model/exportedAnalysis";
import type { Better } from "../../../model/study";
import type { UserError } from "../../../model/userError";
import type { TidyColumn } from "../../tidy";
import type { NamedMeasure } from "./measureNames";

/** What the rows of an analysis give: events, means, an effect with its SE, or log-rank O−E with its variance. */
export type ReviewData = "counts" | "means" | "effect" | "observed-expected";

/** The columns that hold numbers, and O−E with its variance, from which yi and vi come. */
export type NumberName =
  | Exclude<TidyColumn, "study" | "year" | "outcome" | "timepoint" | "comparator" | "better" | "ciLb" | "ciUb">
  | "oe"
  | "variance";
export type Numbers = Readonly<Partial<Record<NumberName, number | null>>>;

/** One line of an analysis. */
export interface ReviewRow {
  /** In the file, as a spreadsheet counts. */
  readonly row: number;
  readonly study: string;
  readonly year: string;
  /** "" where the analysis has no subgroups. */
  readonly subgroup: string;
  /** Which results the line is part of. */
  readonly partOf: "overall" | "subgroup" | "both";
  readonly numbers: Numbers;
  /** The effect as the program displays it, ratios as ratios; null where it shows none. */
  readonly shown: number | null;
  /** Further columns by name. */
  readonly further: ReadonlyMap<string, string>;
}

export interface ReviewArms {
  readonly intervention: string;
  readonly control: string;
}

/** One analysis of a review as its program wrote it; names are plain text. */
export interface ReviewAnalysis {
  /** "1.2": group and number; "" for results that are not arranged in analyses. */
  readonly id: string;
  readonly name: string;
  /** The group's name: "Exercise versus usual care". */
  readonly group: string;
  readonly data: ReviewData;
  readonly measure: NamedMeasure;
  /** "" where nothing is said. */
  readonly arms: ReviewArms;
  /** What the control arms got, where the review says so in a field of its own; else "". */
  readonly comparator: string;
  readonly better: Better | null;
  readonly rows: readonly ReviewRow[];
  /** null where the file holds data alone. */
  readonly exported: {
    readonly settings: ExportedSettings;
    readonly overall: ExportedEstimate | null;
    readonly subgroups: ExportedAnalysis["subgroups"];
    readonly difference: ExportedAnalysis["difference"];
  } | null;
}

/** A further column of a review's rows. */
export interface ReviewColumn {
  readonly name: string;
  /** The domain of risk of bias that it judges, "overall" for the overall judgement; null for any other column. */
  readonly riskOfBias: string | null;
}

export interface Review {
  /** How the file was understood: "Cochrane data package 2.3". */
  readonly format: string;
  /** "RevMan Web". */
  readonly program: string;
  readonly analyses: readonly ReviewAnalysis[];
  /** The further columns that rows may fill. */
  readonly columns: readonly ReviewColumn[];
  readonly title: string | null;
  readonly citation: string | null;
  readonly doi: string | null;
  /** "CD016297", where the file names say so. */
  readonly code: string | null;
  readonly notes: readonly UserError[];
}
