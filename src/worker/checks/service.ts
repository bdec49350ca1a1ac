import * as Comlink from "comlink";
import type { Dataset } from "../../model/descriptor";
import type { Checked } from "../../model/finding";
import type { OwnData } from "../../model/ownData";
import { deathOf, type Lifeline } from "../lifeline";
import { scriptUrl } from "../scriptUrl";
import workerUrl from "./checksWorker.ts?worker&url";

/** What looks for slips (`findSlips.ts`), as seen from the other thread. */
interface RemoteChecks {
  checkOwn(own: OwnData): Promise<Checked>;
  checkDataset(dataset: Dataset): Promise<Checked>;
}

/** The running checks, and the promise of their death. */
export interface ChecksService {
  readonly api: RemoteChecks;
  /** Resolves when the worker is gone, however it went; never rejects. */
  readonly death: Promise<void>;
}

type WorkerApi = RemoteChecks & Lifeline;

/** Starts the worker that looks for slips; where the browser refuses one, the same code runs in the page. */
export function startChecksService(): ChecksService {
  try {
    return startWorker();
  } catch {
    return startInPage();
  }
}

function startWorker(): ChecksService {
  const worker = new Worker(scriptUrl(workerUrl), { type: "module", name: "checks" });
  const api = Comlink.wrap<WorkerApi>(worker) as unknown as WorkerApi;
  return { api, death: deathOf(worker, api) };
}

function startInPage(): ChecksService {
  const slips = import("./findSlips");
  return {
    api: {
      checkOwn: async (own) => (await slips).checkOwn(own),
      checkDataset: async (dataset) => (await slips).checkDataset(dataset),
    },
    death: new Promise(() => {}),
  };
}
