import type { Reading, Source } from "../data/readDataset";
import type { Overview } from "../model/analysis";
import type { Dataset } from "../model/descriptor";
import type { AskedOf, ExplorationKind, FoundOf } from "../model/exploration";
import type { Question } from "../model/selection";
import type { PackedAnalysis } from "./pack";
import type { PublishedResult } from "./published";

/** What the pooling worker does. Datasets live there once, under a key; a change sends a question, not rows. */
export interface PoolApi {
  /** Reads a source and, if anything in it is usable, keeps it under `key`. */
  open(key: string, source: Source): Reading;
  /** Keeps a dataset that was read before: how a restarted worker gets back what it held. */
  restore(key: string, dataset: Dataset): void;
  /** @throws RangeError if no dataset is kept under `key`. */
  answer(key: string, question: Question): PackedAnalysis;
  /** What surrounds that answer: map, counts and facets. @throws RangeError if no dataset is kept under `key`. */
  overview(key: string, question: Question): Overview;
  /** What a single view needs beside the answer. @throws RangeError if no dataset is kept under `key`. */
  explore<Kind extends ExplorationKind>(key: string, kind: Kind, asked: AskedOf<Kind>): FoundOf<Kind>;
  /** The dataset's published figures beside ours. @throws RangeError if no dataset is kept under `key`. */
  published(key: string): PublishedResult[];
}
