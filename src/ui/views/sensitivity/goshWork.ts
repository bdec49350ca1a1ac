import type { GoshCounts } from "../../../stats/index";
import { createGoshClient, type GoshJob } from "../../../worker/gosh/client";
import { withoutStudy } from "../../../worker/gosh/job";
import { startGoshWorker } from "../../../worker/gosh/service";

const THREADS = Math.min(2, navigator.hardwareConcurrency);

/** Counts what the figure shows. */
export const goshClient = createGoshClient(startGoshWorker, THREADS);

// Apart from the first, so that a question about one study never takes the place of the figure's own job.
const side = createGoshClient(startGoshWorker, THREADS);

// And for files, whose counts nobody sees on the page.
const files = createGoshClient(startGoshWorker, THREADS);

/** The last job of the page or of a file, as text, with its counts or their promise: figure and numbers ask alike. */
let latest: { readonly job: string; readonly counts: Promise<GoshCounts | null> } | null = null;

export function keepCounts(job: GoshJob, counts: GoshCounts): void {
  latest = { job: JSON.stringify(job), counts: Promise.resolve(counts) };
}

/** The counts of a job: those that were counted last where it is the same one, else counted anew. */
export function countOnce(job: GoshJob): Promise<GoshCounts | null> {
  const text = JSON.stringify(job);
  if (latest?.job !== text) latest = { job: text, counts: counted(job) };
  return latest.counts;
}

/** Counts for a file; what came to nothing is not kept. */
async function counted(job: GoshJob): Promise<GoshCounts | null> {
  let counts: GoshCounts | null = null;
  try {
    counts = await files.count(job);
    return counts;
  } finally {
    if (counts === null) latest = null;
  }
}

interface Wanted {
  readonly job: GoshJob;
  readonly place: number;
  readonly resolve: (joint: Uint32Array | null) => void;
}

const known = new WeakMap<GoshJob, Map<number, Uint32Array>>();
let waiting: Wanted[] = [];
let atWork: Wanted | null = null;

/** What is already counted of a job without one of its studies. */
export function knownLacking(job: GoshJob, place: number): Uint32Array | null {
  return known.get(job)?.get(place) ?? null;
}

/**
 * The joint counts of a job's subsets that lack a study, on the job's axes; null where the job has been given up.
 * One is counted at a time, and kept.
 *
 * @param isUrgent true for the study under the pointer: it goes before all that wait.
 */
export function countLacking(job: GoshJob, place: number, isUrgent: boolean): Promise<Uint32Array | null> {
  const found = knownLacking(job, place);
  if (found) return Promise.resolve(found);
  return new Promise((resolve) => {
    const wanted = { job, place, resolve };
    if (isUrgent) waiting.unshift(wanted);
    else waiting.push(wanted);
    void next();
  });
}

/** Gives up whatever is asked of other jobs than this one. */
export function keepOnly(job: GoshJob): void {
  const dropped = waiting.filter((wanted) => wanted.job !== job);
  waiting = waiting.filter((wanted) => wanted.job === job);
  for (const { resolve } of dropped) resolve(null);
  if (atWork && atWork.job !== job) side.stop();
}

async function next(): Promise<void> {
  const wanted = atWork ? undefined : waiting.shift();
  if (!wanted) return;
  atWork = wanted;
  const { job, place, resolve } = wanted;
  try {
    const joint = knownLacking(job, place) ?? (await side.count(withoutStudy(job, place)))?.joint ?? null;
    if (joint) known.set(job, (known.get(job) ?? new Map<number, Uint32Array>()).set(place, joint));
    resolve(joint);
  } catch {
    resolve(null); // a worker died: the figure stays as it is, and the next question starts another
  }
  atWork = null;
  void next();
}
