import { type GoshCounts, type GoshProgress, goshExhaustive, goshRandom } from "../../stats/index";
import type { GoshOrder, GoshReport, GoshTask } from "./protocol";

const STRETCH_MS = 16; // work between two breaths: a newer order waits no longer than this and one step

/** What a run needs of the thread that it is in. */
export interface GoshPort {
  report(report: GoshReport): void;
  /** Resolves after the orders that have come meanwhile have been taken. */
  breathe(): Promise<void>;
  /** Milliseconds of a clock that never goes back. */
  now(): number;
}

/**
 * Takes orders, and counts the newest: run by the worker, by the page where there is none, and by tests. Its promise
 * resolves when the order is counted, has failed, or has given way.
 */
export function createGoshRun(port: GoshPort): (order: GoshOrder) => Promise<void> {
  let atWork: GoshOrder | null = null;

  return async (order) => {
    atWork = order;
    if (order.kind === "stop") return;
    const { id, task } = order;
    try {
      const steps = stepsOf(task);
      let since = port.now();
      let step = steps.next();
      while (!step.done) {
        if (port.now() - since >= STRETCH_MS) {
          port.report({ kind: "progress", id, progress: step.value });
          await port.breathe();
          if (atWork !== order) return;
          since = port.now();
        }
        step = steps.next();
      }
      port.report({ kind: "counted", id, counts: step.value });
    } catch (error) {
      port.report({ kind: "failed", id, message: error instanceof Error ? error.message : String(error) });
    }
  };
}

function stepsOf(task: GoshTask): Generator<GoshProgress, GoshCounts, void> {
  return task.kind === "exhaustive" ? goshExhaustive(task.request, task.part) : goshRandom(task.request, task.draw);
}
