import type { Reading } from "../data/readDataset";
import type { Answered, Overview } from "../model/analysis";
import type { Dataset } from "../model/descriptor";
import type { Lens } from "../model/lens";
import type { Look } from "../model/look";
import type { OwnData } from "../model/ownData";
import type { PoolingModel, Preset } from "../model/poolingModel";
import type { Selection } from "../model/selection";
import type { UserError } from "../model/userError";
import type { PublishedResult } from "../worker/published";

export const VIEWS = ["forest", "funnel", "time", "bias", "bubble", "sensitivity", "data", "methods"] as const;
export type View = (typeof VIEWS)[number];

/** What the reader asks: all that an answer depends on. */
export interface Asked {
  readonly selection: Selection;
  readonly preset: Preset;
  /** The model behind the preset "custom"; kept while another preset is on. */
  readonly custom: PoolingModel;
}

/** What undo, redo and a link bring back: what is asked, how it is drawn, and what it is read by. */
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
}

/** A reader's file that was read with faults and waits for a decision. */
export interface Pending {
  readonly key: string;
  readonly fileName: string;
  readonly reading: Reading;
}

/** Where the newest question stands. The last answer stays on the page while the next is on its way. */
export type AnswerStatus = "idle" | "running" | "done" | "failed";

export interface AppState extends Chosen {
  /** null until the first dataset is there. */
  readonly held: Held | null;
  /** Datasets that the reader opened in this visit, newest last. */
  readonly own: readonly Held[];
  /** What is being read now, by name. */
  readonly loading: string | null;
  readonly pending: Pending | null;
  readonly status: AnswerStatus;
  readonly answered: Answered | null;
  /** What surrounds the answer; drawn after it, so that it may be of the answer before for a moment. */
  readonly overview: Overview | null;
  /** What `answered` is the answer to. */
  readonly answeredFor: Asked | null;
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
