import type { Reading } from "../../data/readDataset";
import type { Mapping } from "../../model/mapping";
import type { OwnData } from "../../model/ownData";
import type { UserError } from "../../model/userError";
import type { InspectChoice, Inspected, Mapped, Progress, SourceFile } from "./protocol";
import type { ImportService, RemoteImport } from "./service";

/** What goes with an inspection beside its files. */
export interface InspectOptions {
  /** Hears of the work about ten times a second. */
  readonly onProgress?: (progress: Progress) => void;
  /** Ends the work at once, whatever it is at. */
  readonly signal?: AbortSignal;
}

/** The page's side of the worker that opens files. Nothing rejects: a worker that dies is told as a message. */
export interface ImportClient {
  /** What the files turn out to be; null when it was cancelled. A newer inspection ends an older one. */
  inspect(files: readonly SourceFile[], choice?: InspectChoice, options?: InspectOptions): Promise<Inspected | null>;
  /** @param table the name of one of the tables of the last inspection. */
  mapped(mapping: Mapping, table: string): Promise<Mapped>;
  /** A first guess for another of the tables of the last inspection; null if the worker died over it. */
  guess(table: string): Promise<Mapping | null>;
  read(own: OwnData): Promise<Reading>;
}

const ENDED = Symbol("ended");

/** A service with the promise of its end, by death or by our own hand. */
interface Running {
  readonly service: ImportService;
  readonly ended: Promise<typeof ENDED>;
  end(): void;
}

/** A client that starts its worker when it is first needed, and a fresh one after a death or a cancelled inspection. */
export function createImportClient(start: () => ImportService): ImportClient {
  let running: Running | null = null;
  /** The inspection whose tables the reader may be mapping; a fresh worker has to make it again. */
  let last: { readonly files: readonly SourceFile[]; readonly choice: InspectChoice } | null = null;
  let cancelPrevious = () => {};

  function begin(): Running {
    const service = start();
    const begun: Running = {
      service,
      ...untilEnd((ended) => {
        service.stop();
        if (running === begun) running = null;
        ended();
      }),
    };
    void service.death.then(() => begun.end());
    return begun;
  }

  /** The worker's answer, or ENDED when the worker is gone before. */
  async function ask<T>(request: (api: RemoteImport) => Promise<T>): Promise<T | typeof ENDED> {
    running ??= begin();
    const { service, ended, end } = running;
    try {
      return await Promise.race([request(service.api), ended]);
    } catch {
      end(); // what a worker throws when memory runs out, or a fault of ours: no more use is made of it
      return ENDED;
    }
  }

  /** Asks of the tables of the last inspection, which a fresh worker does not have yet. */
  async function askOfTables<T>(request: (api: RemoteImport) => Promise<T>): Promise<T | typeof ENDED> {
    const again = running ? null : last;
    if (again && (await ask((api) => api.inspect(again.files, again.choice))) === ENDED) return ENDED;
    return ask(request);
  }

  return {
    async inspect(files, choice = {}, { onProgress, signal } = {}) {
      cancelPrevious();
      if (signal?.aborted) return null;
      let state: "running" | "cancelled" | "done" = "running";
      const cancel = () => {
        if (state !== "running") return;
        state = "cancelled";
        running?.end();
      };
      cancelPrevious = cancel;
      signal?.addEventListener("abort", cancel, { once: true });
      const found = await ask((api) => api.inspect(files, choice, onProgress));
      signal?.removeEventListener("abort", cancel);
      if (isCancelled()) return null;
      state = "done";
      if (found === ENDED) return { kind: "refused", errors: [workerDied()] };
      last = found.kind === "map" ? { files, choice } : null;
      return found;

      function isCancelled(): boolean {
        return state === "cancelled";
      }
    },
    async mapped(mapping, table) {
      const mapped = await askOfTables((api) => api.mapped(mapping, table));
      return mapped === ENDED
        ? { own: null, reading: nothingRead(), preview: { studies: [], count: 0, analysis: null } }
        : mapped;
    },
    async guess(table) {
      const mapping = await askOfTables((api) => api.guess(table));
      return mapping === ENDED ? null : mapping;
    },
    async read(own) {
      const reading = await ask((api) => api.read(own));
      return reading === ENDED ? nothingRead() : reading;
    },
  };
}

function untilEnd(end: (ended: () => void) => void): Pick<Running, "ended" | "end"> {
  let tell = () => {};
  const ended = new Promise<typeof ENDED>((resolve) => {
    tell = () => resolve(ENDED);
  });
  return { ended, end: () => end(tell) };
}

function nothingRead(): Reading {
  return { dataset: null, errors: [workerDied()], errorCount: 1, rejectedRows: 0, notes: [] };
}

const workerDied = (): UserError => ({
  code: "import-died",
  message: "Reading the file took more memory than the browser gives, so it was stopped. What was open is untouched.",
  remedy: "Open a smaller file: one table with the columns that are needed, saved as CSV.",
  where: {},
});
