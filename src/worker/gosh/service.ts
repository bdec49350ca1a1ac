import { scriptUrl } from "../scriptUrl";
import workerUrl from "./goshWorker.ts?worker&url";
import type { GoshOrder, GoshReport } from "./protocol";

/** A worker that counts subsets. */
export interface GoshWorker {
  send(order: GoshOrder): void;
  stop(): void;
}

/** What the page wants to hear of a worker: its reports, and its death, after which it is of no more use. */
export interface GoshListener {
  report(report: GoshReport): void;
  died(): void;
}

/** Starts a worker that counts subsets; where the browser refuses one, the same code runs in the page. */
export function startGoshWorker(listener: GoshListener): GoshWorker {
  try {
    return startWorker(listener);
  } catch {
    return startInPage(listener);
  }
}

function startWorker({ report, died }: GoshListener): GoshWorker {
  const worker = new Worker(scriptUrl(workerUrl), { type: "module", name: "gosh" });
  worker.addEventListener("message", ({ data }: MessageEvent<GoshReport>) => report(data));
  worker.addEventListener("error", died);
  worker.addEventListener("messageerror", died);
  return { send: (order) => worker.postMessage(order), stop: () => worker.terminate() };
}

function startInPage({ report }: GoshListener): GoshWorker {
  const run = import("./run").then(({ createGoshRun }) =>
    createGoshRun({
      report,
      breathe: () => new Promise((resolve) => setTimeout(resolve)),
      now: () => performance.now(),
    }),
  );
  return { send: (order) => void run.then((take) => take(order)), stop: () => {} };
}
