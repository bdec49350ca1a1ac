import * as Comlink from "comlink";
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

type WorkerApi = RemotePool & { holdLock(name: string): Promise<void> };

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
  const death = new Promise<void>((died) => {
    worker.addEventListener("error", () => died());
    worker.addEventListener("messageerror", () => died());
    void watch(api, died);
  });
  return { api, death, stop: () => worker.terminate() };
}

/** A worker that is closed or killed fires no event, but it lets go of its lock. */
async function watch(api: WorkerApi, died: () => void): Promise<void> {
  if (!navigator.locks) return; // pages served over plain http from another machine: error events alone
  const name = `understory-pool-${crypto.randomUUID()}`;
  await api.holdLock(name);
  await navigator.locks.request(name, died);
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
