import type { Reading, Source } from "../data/readDataset";
import type { Answered } from "../model/analysis";
import type { Dataset } from "../model/descriptor";
import type { Question } from "../model/selection";
import { unpackAnswer } from "./pack";
import type { PublishedResult } from "./published";
import type { Service } from "./service";

/** The page's side of the pooling worker. */
export interface PoolClient {
  /** Reads a source in the worker and keeps it there under `key`, if anything in it is usable. */
  open(key: string, source: Source): Promise<Reading>;
  /** The answer, or null when a newer question took this one's place. */
  answer(key: string, question: Question): Promise<Answered | null>;
  /** The dataset's published figures beside ours. */
  published(key: string): Promise<PublishedResult[]>;
}

/** How often a request is tried again on a fresh worker before it is given up as a fault of ours. */
const RESTARTS = 2;

/** A client that starts its worker at once, restarts it when it dies and then gives it back every dataset it held. */
export function createPoolClient(start: () => Service): PoolClient {
  const datasets = new Map<string, Dataset>();
  let service = start();
  let newest = 0;

  async function restart(dead: Service): Promise<void> {
    if (dead !== service) return; // another request has restarted it already
    dead.stop();
    service = start();
    await Promise.all([...datasets].map(([key, dataset]) => service.api.restore(key, dataset)));
  }

  /** Settles with the worker's answer, whatever happens to the worker on the way. */
  async function ask<T>(request: (api: Service["api"]) => Promise<T>): Promise<T> {
    for (let attempt = 0; ; attempt++) {
      const asked = service;
      const outcome = await Promise.race([
        request(asked.api).then((value) => ({ value })),
        asked.death.then(() => "died" as const),
      ]);
      if (outcome !== "died") return outcome.value;
      if (attempt === RESTARTS) throw new Error("the pooling worker died again and again");
      await restart(asked);
    }
  }

  // One question is in the worker at a time; of those that wait, only the newest is sent.
  let busy: Promise<unknown> = Promise.resolve();
  return {
    async open(key, source) {
      const reading = await ask((api) => api.open(key, source));
      if (reading.dataset) datasets.set(key, reading.dataset);
      return reading;
    },
    async answer(key, question) {
      const id = ++newest;
      await busy;
      if (id !== newest) return null;
      const answered = ask((api) => api.answer(key, question));
      busy = answered.catch(() => undefined);
      const packed = await answered;
      return id === newest ? unpackAnswer(packed) : null;
    },
    published: (key) => ask((api) => api.published(key)),
  };
}
