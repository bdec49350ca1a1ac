import * as Comlink from "comlink";
import { deathOf, type Lifeline } from "./lifeline";
import workerUrl from "./pool.worker.ts?worker&url";
import type { PoolApi } from "./protocol";
import { scriptUrl } from "./scriptUrl";

/** `PoolApi` as seen from the other thread. Plain promises, so that the linter sees one that is dropped. */
export type RemotePool = {
  readonly [Name in keyof PoolApi]: (...args: Parameters<PoolApi[Name]>) => Promise<ReturnType<PoolApi[Name]>>;
};

/** A running pooling service: its calls, the promise of its death, and the way to end it. */
export interface Service {
  readonly api: RemotePool;
  /** Resolves when the worker is gone, however it went; never rejects. */
  readonly death: Promise<void>;
  stop(): void;
}

type WorkerApi = RemotePool & Lifeline;

/** Starts the pooling worker; where the browser refuses one, the same code runs in the page. */
export function startService(): Service {
  try {
    return startWorker();
  } catch {
    return startInPage();
  }
}

function startWorker(): Service {
  const worker = new Worker(scriptUrl(workerUrl), { type: "module", name: "pool" });
  const api = Comlink.wrap<WorkerApi>(worker) as unknown as WorkerApi;
  return { api, death: deathOf(worker, api), stop: () => worker.terminate() };
}

function startInPage(): Service {
  const pool = import("./run").then(({ createPool }) => createPool());
  return {
    api: {
      open: async (...args) => (await pool).open(...args),
      restore: async (...args) => (await pool).restore(...args),
      answer: async (...args) => (await pool).answer(...args),
      overview: async (...args) => (await pool).overview(...args),
      explore: async (...args) => (await pool).explore(...args),
      published: async (...args) => (await pool).published(...args),
    },
    death: new Promise(() => {}),
    stop: () => {},
  };
}
