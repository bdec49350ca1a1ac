/** Two arms measured as means: arm 1 is the intervention, arm 2 the comparator; SD > 0, n >= 1. */
export interface MeansData {
  readonly kind: "means";
  readonly m1i: number;
  readonly sd1i: number;
  readonly n1i: number;
  readonly m2i: number;
  readonly sd2i: number;
  readonly n2i: number;
}

/** Events among participants: `ai` of `n1i` in arm 1, `ci` of `n2i` in arm 2. */
export interface CountsData {
  readonly kind: "counts";
  readonly ai: number;
  readonly n1i: number;
  readonly ci: number;
  readonly n2i: number;
}

/** An effect given ready made on the analysis scale (log for ratios), with its sampling variance > 0. */
export interface GivenData {
  readonly kind: "given";
  readonly yi: number;
  readonly vi: number;
  readonly n1i: number | null;
  readonly n2i: number | null;
}

export type ArmData = MeansData | CountsData | GivenData;
export type ArmDataKind = ArmData["kind"];

/** Which way is better for the patient on the instrument that a row was measured with. */
export type Better = "lower" | "higher";

/** One line of a dataset: one study's result for one outcome, timepoint and comparator. */
export interface Row {
  /** Its place in the dataset as loaded, from 0; the key of everything computed about it. */
  readonly id: number;
  /** Stable, readable key of the study: what a link or an exclusion names. */
  readonly studyId: string;
  /** The study's label in every view, unique within a cell ("Moolchan 2005, gum"). */
  readonly slab: string;
  readonly year: number | null;
  readonly outcome: string;
  readonly timepoint: string;
  readonly comparator: string;
  readonly data: ArmData;
  /** Which way is better on this row's instrument; null where the outcome's own direction holds. */
  readonly better: Better | null;
  /** Every further column, by column name; null where the cell is empty. */
  readonly columns: Readonly<Record<string, string | number | null>>;
}

/** True where a row's instrument runs against its outcome, so that its sign is turned. Counts have no direction. */
export function runsAgainst({ data, better }: Row, outcome: { readonly better: Better }): boolean {
  return data.kind !== "counts" && better !== null && better !== outcome.better;
}

/** Participants in both arms, or null where a given effect came without them. */
export function participants({ data }: Row): number | null {
  return data.n1i === null || data.n2i === null ? null : data.n1i + data.n2i;
}
