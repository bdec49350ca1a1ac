import type { OutcomeInfo } from "./descriptor";

/** A change of a tidy table; rows by their index in `TidyTable.rows` before the change, columns by their header. */
export type TableChange =
  | { readonly kind: "cell"; readonly row: number; readonly column: string; readonly value: string }
  /** A new last row; cells that are not given are empty. */
  | { readonly kind: "add-row"; readonly cells: Readonly<Record<string, string>> }
  | { readonly kind: "remove-row"; readonly row: number }
  /** A new last column with empty cells; a cell change of a column that is not there adds it too. */
  | { readonly kind: "add-column"; readonly column: string };

/** One way to deal with a finding. */
export interface Remedy {
  /** Unique within its finding. */
  readonly id: string;
  /** On a button: "Divide by the square root of n". */
  readonly label: string;
  readonly changes: readonly TableChange[];
  /** How each changed cell came about, for the reader: "SD = SE × √n = 0.31 × √24 = 1.52". */
  readonly derivation: readonly string[];
  /** For the Methods text, in the past tense: "The SD of Lee 2019 was computed from its standard error." */
  readonly sentence: string;
  /** What the given effects of an outcome are after the changes, where these make something else of them. */
  readonly given?: { readonly outcome: string; readonly is: NonNullable<OutcomeInfo["given"]> };
}

/** Something in the data that looks like a slip; nothing is changed until the reader says so. */
export interface Finding {
  /** Stable while the rows it is about stay the same, so that a dismissal holds. */
  readonly id: string;
  /** The rule that found it: "se-as-sd". */
  readonly check: string;
  /** `wrong` cannot be, `doubtful` seldom is, `note` is worth knowing. */
  readonly severity: "wrong" | "doubtful" | "note";
  /** What was found, with the study and the figures. */
  readonly message: string;
  /** Why it matters to the result. */
  readonly why: string;
  /** Indices in `TidyTable.rows`. */
  readonly rows: readonly number[];
  /** Headers of the columns concerned. */
  readonly columns: readonly string[];
  /** One-press ways out, the likeliest first; empty where only the reader can know. */
  readonly remedies: readonly Remedy[];
}

/** What was found in a dataset. */
export interface Checked {
  /** The gravest first. */
  readonly findings: readonly Finding[];
  /** The row of the dataset, by its id, that each row of the table became; null where it is in no result. */
  readonly rowIds: readonly (number | null)[];
}

/** A remedy that was carried out: listed for as long as the data are, and said in the Methods text. */
export interface AppliedRemedy {
  readonly findingId: string;
  readonly check: string;
  readonly message: string;
  readonly derivation: readonly string[];
  readonly sentence: string;
}
