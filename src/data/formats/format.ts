import type { ExportedAnalysis } from "../../model/exportedAnalysis";
import type { Described } from "../../model/ownData";
import type { UserError } from "../../model/userError";
import type { Csv } from "../csv";

/** A file as opened, by what it turned out to be. */
export type OpenedFile =
  | (Csv & { readonly kind: "table" /** The file's name without folders, or the sheet's. */; readonly name: string })
  | { readonly kind: "json"; readonly name: string; readonly value: unknown }
  | { readonly kind: "xml"; readonly name: string; readonly text: string }
  /** A text of no table: an RIS or HTML file in a package. */
  | { readonly kind: "text"; readonly name: string; readonly text: string };

export type OpenedTable = Extract<OpenedFile, { kind: "table" }>;

/** A file of a known format as a tidy table; `table.records` keep the rows of the file, so that faults name them. */
export interface ReadTidy {
  readonly kind: "tidy";
  /** How the file was understood, for the reader: "Cochrane data package 2.3". */
  readonly format: string;
  /** What the file calls its data, in short; without it they have the file's own name. */
  readonly name?: string;
  readonly table: Csv;
  readonly described: Described;
  readonly exported: readonly ExportedAnalysis[];
  /** What was understood with some latitude, or left out, and why. */
  readonly notes: readonly UserError[];
}

/** Judgements to lay over studies that are open. */
export interface ReadJudgements {
  readonly kind: "judgements";
  readonly format: string;
  /** Column names of the domains with "overall" last where there is one; judgements in Cochrane's words. */
  readonly domains: readonly { readonly column: string; readonly title: string; readonly riskOfBias: string }[];
  readonly studies: readonly { readonly study: string; readonly judgements: Readonly<Record<string, string>> }[];
  readonly notes: readonly UserError[];
}

/** Columns were recognised, but only the reader can say what each means: the mapping step begins with these hints. */
export interface NeedsMapping {
  readonly kind: "map";
  readonly format: string;
  readonly table: OpenedTable;
  readonly notes: readonly UserError[];
}

export type FormatReading =
  | ReadTidy
  | ReadJudgements
  | NeedsMapping
  | { readonly kind: "refused"; readonly errors: readonly UserError[] };

/** A kind of file that reviewers have. */
export interface Format {
  /** For the reader and for tests: "Cochrane data package". */
  readonly name: string;
  /** By header names and keys, never by position or file name alone. */
  readonly recognises: (files: readonly OpenedFile[]) => boolean;
  readonly read: (files: readonly OpenedFile[]) => FormatReading;
}
