import { type Draw, type GoshCounts, type GoshProgress, type GoshRequest, mergeCounts } from "../../stats/index";
import type { GoshReport, GoshTask } from "./protocol";
import type { GoshListener, GoshWorker } from "./service";

/** Below this many studies a second worker costs more than it gains. */
const PAYS_FROM = 18;

/** What is to be counted: all subsets of the request's studies (up to 25), or, with a draw, random ones. */
export interface GoshJob {
  readonly request: GoshRequest;
  readonly draw: Draw | null;
}

/** The page's side of the workers that count subsets. */
export interface GoshClient {
  /**
   * The counts, or null when a newer job took this one's place or it was stopped. `onProgress` hears of the subsets done
   * about sixty times a second. Rejects for a job that is none, and when a worker dies; the next job has fresh workers.
   */
  count(job: GoshJob, onProgress?: (progress: GoshProgress) => void): Promise<GoshCounts | null>;
  /** Ends the job at work, whose promise then gives null. */
  stop(): void;
}

/** The job at work. */
interface Running {
  readonly id: number;
  readonly progress: GoshProgress[];
  readonly counts: GoshCounts[];
  readonly onProgress: (progress: GoshProgress) => void;
  readonly resolve: (counts: GoshCounts | null) => void;
  readonly reject: (error: Error) => void;
}

/**
 * A client that starts its workers when they are first needed and keeps them warm.
 *
 * @param threads how many workers an exhaustive job may take; two, where the machine has as many processors.
 */
export function createGoshClient(start: (listener: GoshListener) => GoshWorker, threads: number): GoshClient {
  const workers: GoshWorker[] = [];
  let running: Running | null = null;
  let newest = 0;

  function settle(how: (job: Running) => void): void {
    const job = running;
    running = null;
    if (job) how(job);
  }

  /** Settles the job at work before it is done. */
  function abandon(how: (job: Running) => void): void {
    if (!running) return;
    for (const worker of workers) worker.send({ kind: "stop" });
    settle(how);
  }

  function workerAt(place: number): GoshWorker {
    const worker = start({
      report: (report) => hear(place, report),
      died: () => {
        if (workers[place] !== worker) return; // replaced already
        for (const each of workers.splice(0)) each.stop();
        settle(({ reject }) => reject(new Error("a worker that counted subsets died")));
      },
    });
    return worker;
  }

  function hear(place: number, report: GoshReport): void {
    if (report.id !== running?.id) return;
    const { progress, counts, onProgress } = running;
    switch (report.kind) {
      case "progress":
        progress[place] = report.progress;
        onProgress(sumOf(progress));
        return;
      case "counted":
        counts.push(report.counts);
        if (counts.length === progress.length) settle(({ resolve }) => resolve(merged(counts)));
        return;
      case "failed":
        abandon(({ reject }) => reject(new Error(report.message)));
    }
  }

  const stop = () => abandon(({ resolve }) => resolve(null));

  return {
    stop,
    count(job, onProgress = () => {}) {
      stop();
      const tasks = tasksOf(job, threads);
      const id = ++newest;
      return new Promise((resolve, reject) => {
        const progress = tasks.map(() => ({ done: 0, total: subsetsOf(job) / tasks.length }));
        running = { id, progress, counts: [], onProgress, resolve, reject };
        tasks.forEach((task, place) => {
          workers[place] ??= workerAt(place);
          workers[place].send({ kind: "count", id, task });
        });
      });
    },
  };
}

function tasksOf({ request, draw }: GoshJob, threads: number): readonly GoshTask[] {
  if (draw) return [{ kind: "random", request, draw }];
  const of = request.yi.length < PAYS_FROM ? 1 : Math.max(1, threads);
  return Array.from({ length: of }, (_, index) => ({ kind: "exhaustive", request, part: { index, of } }));
}

function subsetsOf({ request, draw }: GoshJob): number {
  return draw ? draw.subsets : 2 ** request.yi.length;
}

function sumOf(parts: readonly GoshProgress[]): GoshProgress {
  let done = 0;
  let total = 0;
  for (const part of parts) {
    done += part.done;
    total += part.total;
  }
  return { done, total };
}

function merged([whole, ...others]: readonly GoshCounts[]): GoshCounts | null {
  if (!whole) return null;
  for (const other of others) mergeCounts(whole, other);
  return whole;
}
