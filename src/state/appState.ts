import type { Reading } from "../data/readDataset";
import type { Answered, Overview } from "../model/analysis";
import type { Dataset } from "../model/descriptor";
import type { Lens } from "../model/lens";
import type { Look } from "../model/look";
import type { OwnData } from "../model/ownData";
import type { PoolingModel, Preset } from "../model/poolingModel";
import type { Selection } from "../model/selection";
import type { UserError } from "../model/userError";
import type { Inspected, Progress } from "../worker/import/protocol";
import type { PublishedResult } from "../worker/published";
import type { KeptEntry } from "./keep/keepStore";

export const VIEWS = ["forest", "funnel", "time", "bias", "bubble", "sensitivity", "data", "audit", "methods"] as const;
export type View = (typeof VIEWS)[number];

/** What the reader asks: all that an answer depends on. */
export interface Asked {
  readonly selection: Selection;
  readonly preset: Preset;
  /** The model behind the preset "custom"; kept while another preset is on. */
  readonly custom: PoolingModel;
}

/** What a link brings back, and undo and redo beside the reader's data: what is asked, how it is drawn and read. */
export interface Chosen extends Asked {
  readonly look: Look;
  readonly lens: Lens;
}

/** A dataset that the worker holds under `key`. */
export interface Held {
  readonly key: string;
  readonly dataset: Dataset;
  /** What the dataset was read from, where it is the reader's own. */
  readonly own?: OwnData;
  /** The address within this site that it was opened from by a link, relative as the link has it. */
  readonly link?: string;
}

/** Files of the reader's on their way to the page, which stays as it is until they are there. */
export type Pending = {
  /** Another one for each look at the files, so that no step is taken for the one before. */
  readonly id: number;
  readonly fileName: string;
} & PendingStep;

export type PendingStep =
  /** Takes long enough to be noticed; `progress` is null before the first word of it. */
  | { readonly step: "reading"; readonly progress: Progress | null }
  /** Which sheet of a workbook? */
  | { readonly step: "sheets"; readonly names: readonly string[] }
  /** What does each column hold? */
  | ({ readonly step: "map" } & Omit<Extract<Inspected, { readonly kind: "map" }>, "kind">)
  /** Read with faults; `own` is null where nothing can be used. */
  | { readonly step: "faults"; readonly own: OwnData | null; readonly reading: Reading };

/** Where the newest question stands. The last answer stays on the page while the next is on its way. */
export type AnswerStatus = "idle" | "running" | "done" | "failed";

export interface AppState extends Chosen {
  /** null until the first dataset is there. */
  readonly held: Held | null;
  /** Datasets that the reader opened in this visit, newest last. */
  readonly own: readonly Held[];
  /** Data of the reader's that this browser keeps, open or not, by name; empty until they are listed. */
  readonly kept: readonly KeptEntry[];
  /** What is being read now, by name. */
  readonly loading: string | null;
  readonly pending: Pending | null;
  readonly status: AnswerStatus;
  readonly answered: Answered | null;
  /** What surrounds the answer; drawn after it, so that it may be of the answer before for a moment. */
  readonly overview: Overview | null;
  /** What `answered` is the answer to, and of which data. */
  readonly answeredFor: (Asked & { readonly held: Held | null }) | null;
  /** The answer before the last change of the same question: its diamond stays as the ghost. */
  readonly previous: Answered | null;
  /** Columns that groups were made by in this visit of the dataset: the more are tried, the likelier one is by chance. */
  readonly comparedBy: readonly string[];
  readonly published: readonly PublishedResult[];
  readonly view: View;
  /** The study under the pointer or the focus, by `studyId`: it lights up in every view. */
  readonly lit: string | null;
  /** Studies picked for what comes next, to leave out or to keep only them, by `studyId`. */
  readonly picked: readonly string[];
  /** The answer that the reader holds on to, to compare every other with. */
  readonly pinned: Answered | null;
  /** The study whose panel is open, by `studyId`. */
  readonly openStudy: string | null;
  readonly notices: readonly UserError[];
}
