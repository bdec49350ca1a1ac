import type { Reading, Source } from "../data/readDataset";
import type { Analysis, Overview } from "../model/analysis";
import type { Dataset } from "../model/descriptor";
import type { AskedOf, ExplorationKind, FoundOf } from "../model/exploration";
import type { Question } from "../model/selection";
import { unpackAnalysis } from "./pack";
import type { PublishedResult } from "./published";
import type { Service } from "./service";

/** The page's side of the pooling worker. */
export interface PoolClient {
  /** Reads a source in the worker and keeps it there under `key`, if anything in it is usable. */
  open(key: string, source: Source): Promise<Reading>;
  /** Keeps a dataset that was read elsewhere, in the place of what `key` held; the same one again is not sent. */
  keep(key: string, dataset: Dataset): Promise<void>;
  /** The answer, or null when a newer question took this one's place. */
  answer(key: string, question: Question): Promise<Analysis | null>;
  /** The answer to a question beside the page's own: neither takes the other's place. */
  recall(key: string, question: Question): Promise<Analysis>;
  /** What surrounds that answer, or null as above. */
  overview(key: string, question: Question): Promise<Overview | null>;
  /** What a single view needs beside the answer, or null when a newer request of its kind took this one's place. */
  explore<Kind extends ExplorationKind>(key: string, kind: Kind, asked: AskedOf<Kind>): Promise<FoundOf<Kind> | null>;
  /** The dataset's published figures beside ours. */
  published(key: string): Promise<PublishedResult[]>;
}

/** How often a request is tried again on a fresh worker before it is given up as a fault of ours. */
const RESTARTS = 2;

/** A client that starts its worker at once, restarts it when it dies and then gives it back every dataset it held. */
export function createPoolClient(start: () => Service): PoolClient {
  const datasets = new Map<string, Dataset>();
  const waiting = new Set<() => void>(); // what to tell each open request when the worker dies
  let isDead = false;
  let service: Service = begin();

  function begin(): Service {
    const started = start();
    isDead = false;
    void started.death.then(() => {
      if (started !== service) return; // stopped by us, and replaced already
      isDead = true;
      for (const died of waiting) died();
    });
    return started;
  }

  /** A fresh worker; what it is asked next waits behind the datasets that it is given back. */
  function restart(): void {
    service.stop();
    service = begin();
    for (const [key, dataset] of datasets) void service.api.restore(key, dataset);
  }

  /** Settles with the worker's answer, whatever happens to the worker on the way. */
  async function ask<T>(request: (api: Service["api"]) => Promise<T>): Promise<T> {
    for (let attempt = 0; attempt <= RESTARTS; attempt++) {
      if (isDead) restart();
      const outcome = await untilDeath(request(service.api), waiting);
      if (outcome !== "died") return outcome.value;
    }
    throw new Error("the pooling worker died again and again");
  }

  const answer = newestWins((key: string, question: Question) => ask((api) => api.answer(key, question)));
  const overview = newestWins((key: string, question: Question) => ask((api) => api.overview(key, question)));
  type Explore = (key: string, asked: AskedOf<ExplorationKind>) => Promise<FoundOf<ExplorationKind> | null>;
  const lanes = new Map<ExplorationKind, Explore>();
  const laneOf = (kind: ExplorationKind): Explore => {
    const lane = lanes.get(kind) ?? lastShared(newestWins((key, asked) => ask((api) => api.explore(key, kind, asked))));
    lanes.set(kind, lane);
    return lane;
  };
  return {
    async open(key, source) {
      const reading = await ask((api) => api.open(key, source));
      if (reading.dataset) datasets.set(key, reading.dataset);
      return reading;
    },
    async keep(key, dataset) {
      if (datasets.get(key) === dataset) return;
      datasets.set(key, dataset);
      lanes.clear(); // their last answers may be of what the key held before
      await ask((api) => api.restore(key, dataset));
    },
    async answer(key, question) {
      const packed = await answer(key, question);
      return packed && unpackAnalysis(packed);
    },
    recall: async (key, question) => unpackAnalysis(await ask((api) => api.answer(key, question))),
    overview,
    explore<Kind extends ExplorationKind>(key: string, kind: Kind, asked: AskedOf<Kind>) {
      return laneOf(kind)(key, asked) as Promise<FoundOf<Kind> | null>;
    },
    published: (key) => ask((api) => api.published(key)),
  };
}

/** One request is in the worker at a time; of those that wait, only the newest is sent. Null for all the others. */
function newestWins<Args extends readonly unknown[], T>(
  request: (...args: Args) => Promise<T>,
): (...args: Args) => Promise<T | null> {
  let busy: Promise<unknown> | null = null;
  let newest = 0;
  return async (...args) => {
    const id = ++newest;
    while (busy !== null) await busy;
    if (id !== newest) return null;
    const answered = request(...args);
    // Whoever asked is told of a failure; those that wait only need to know that it is over.
    const over = answered.then(
      () => undefined,
      () => undefined,
    );
    busy = over;
    try {
      const answer = await answered;
      return id === newest ? answer : null;
    } finally {
      if (busy === over) busy = null;
    }
  };
}

/** The same request again, by another part of the page or a moment later, gets the answer to the last one. */
function lastShared<Args extends readonly unknown[], T>(
  request: (...args: Args) => Promise<T>,
): (...args: Args) => Promise<T> {
  let last: { readonly asked: string; readonly answer: Promise<T> } | null = null;
  return (...args) => {
    const asked = JSON.stringify(args);
    if (last?.asked === asked) return last.answer;
    const answer = request(...args);
    last = { asked, answer };
    // A fault is not kept: the next one who asks may have more luck.
    answer.catch(() => {
      if (last?.answer === answer) last = null;
    });
    return answer;
  };
}

/** The answer, or "died" once what is added to `waiting` is called. Nothing is left in `waiting` afterwards. */
function untilDeath<T>(answer: Promise<T>, waiting: Set<() => void>): Promise<{ readonly value: T } | "died"> {
  return new Promise((resolve, reject) => {
    const died = () => {
      waiting.delete(died);
      resolve("died");
    };
    waiting.add(died);
    answer.then((value) => resolve({ value }), reject).finally(() => waiting.delete(died));
  });
}
