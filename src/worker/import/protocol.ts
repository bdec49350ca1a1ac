import type { ReadJudgements } from "../../data/formats/format";
import type { Reading } from "../../data/readDataset";
import type { Analysis } from "../../model/analysis";
import type { Mapping } from "../../model/mapping";
import type { OwnData } from "../../model/ownData";
import type { UserError } from "../../model/userError";

/** A file as the reader gave it; its name without folders. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What the reader chose of a file before; nothing at first. */
export interface InspectChoice {
  /** A sheet of a workbook, by name. */
  readonly sheet?: string;
  /** "map": the columns are mapped by the reader, whatever format they look like. */
  readonly format?: "map";
}

/** A table that waits for its mapping. */
export interface MappableTable {
  readonly name: string;
  readonly header: readonly string[];
  /** The first 200 rows of cells, as many as the header has. */
  readonly rows: readonly (readonly string[])[];
  /** All rows of the table. */
  readonly count: number;
}

/** What files turned out to be. */
export type Inspected =
  | { readonly kind: "read"; readonly own: OwnData; readonly reading: Reading }
  /** A workbook of several sheets that hold something, none of which is known by its columns. */
  | { readonly kind: "sheets"; readonly names: readonly string[] }
  | {
      readonly kind: "map";
      readonly tables: readonly MappableTable[];
      /** The table to begin with, by name. */
      readonly table: string;
      /** A first guess for that table. */
      readonly mapping: Mapping;
      /** What the file was recognised as, where it was: "Covidence extraction". */
      readonly format: string | null;
      readonly notes: readonly UserError[];
    }
  | ReadJudgements
  /** Nothing in the files could be used; at least one message says why. */
  | { readonly kind: "refused"; readonly errors: readonly UserError[] };

/** A row of the tidy table as it was understood; its effect on the analysis scale (log for ratios). */
export interface PreviewStudy {
  readonly slab: string;
  readonly outcome: string;
  readonly timepoint: string;
  readonly comparator: string;
  /** On the measure that its outcome shows first; null where it cannot be estimated. */
  readonly effect: { readonly yi: number; readonly ciLb: number; readonly ciUb: number } | null;
}

/** What a mapping comes to, before anything is confirmed. */
export interface Preview {
  /** The first 50 rows. */
  readonly studies: readonly PreviewStudy[];
  /** All rows that can be used. */
  readonly count: number;
  /** The outcome at the timepoint that most rows report, pooled by the Cochrane 2024 model; null without a dataset. */
  readonly analysis: Analysis | null;
}

/** Data by a mapping; where the mapping cannot be carried out, `own` is null and the reading's errors say why. */
export interface Mapped {
  readonly own: OwnData | null;
  readonly reading: Reading;
  readonly preview: Preview;
}

export interface Progress {
  readonly phase: "unpacking" | "reading" | "checking";
  /** 0 to 1 within the phase. */
  readonly done: number;
}

/** What the import worker does. It keeps the tables of the last inspection until the next. Nothing is thrown. */
export interface ImportApi {
  inspect(
    files: readonly SourceFile[],
    choice: InspectChoice,
    onProgress?: (progress: Progress) => void,
  ): Promise<Inspected>;
  /** @param table the name of one of the tables of the last inspection. */
  mapped(mapping: Mapping, table: string): Promise<Mapped>;
  /** A first guess for another of the tables of the last inspection. */
  guess(table: string): Mapping;
  read(own: OwnData): Reading;
}
