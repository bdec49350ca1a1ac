import * as Comlink from "comlink";
import { deathOf, type Lifeline } from "../lifeline";
import { scriptUrl } from "../scriptUrl";
import workerUrl from "./importWorker.ts?worker&url";
import type { ImportApi } from "./protocol";

/** `ImportApi` as seen from the other thread. */
export type RemoteImport = {
  readonly [Name in keyof ImportApi]: (
    ...args: Parameters<ImportApi[Name]>
  ) => Promise<Awaited<ReturnType<ImportApi[Name]>>>;
};

/** A running import service: its calls, the promise of its death, and the way to end it. */
export interface ImportService {
  readonly api: RemoteImport;
  /** Resolves when the worker is gone, however it went; never rejects. */
  readonly death: Promise<void>;
  stop(): void;
}

type WorkerApi = RemoteImport & Lifeline;

/** Starts the worker that opens files; where the browser refuses one, the same code runs in the page. */
export function startImportService(): ImportService {
  try {
    return startWorker();
  } catch {
    return startInPage();
  }
}

function startWorker(): ImportService {
  const worker = new Worker(scriptUrl(workerUrl), { type: "module", name: "import" });
  const remote = Comlink.wrap<WorkerApi>(worker) as unknown as WorkerApi;
  const api: RemoteImport = {
    inspect: (files, choice, onProgress) => remote.inspect(files, choice, onProgress && Comlink.proxy(onProgress)),
    mapped: (mapping, table) => remote.mapped(mapping, table),
    guess: (table) => remote.guess(table),
    read: (own) => remote.read(own),
  };
  return { api, death: deathOf(worker, remote), stop: () => worker.terminate() };
}

function startInPage(): ImportService {
  const service = import("./run").then(({ createImport }) => createImport());
  return {
    api: {
      inspect: async (...args) => (await service).inspect(...args),
      mapped: async (...args) => (await service).mapped(...args),
      guess: async (...args) => (await service).guess(...args),
      read: async (...args) => (await service).read(...args),
    },
    death: new Promise(() => {}),
    stop: () => {},
  };
}
