import "../lockdown";
import type { GoshOrder, GoshReport } from "./protocol";
import { createGoshRun } from "./run";

const breath = new MessageChannel();

const take = createGoshRun({
  report: (report) => self.postMessage(report, { transfer: buffersOf(report) }),
  breathe: () =>
    new Promise((resolve) => {
      breath.port1.onmessage = () => resolve();
      breath.port2.postMessage(null);
    }),
  now: () => performance.now(),
});

/** Counts cross the boundary without being copied. */
function buffersOf(report: GoshReport): Transferable[] {
  if (report.kind !== "counted") return [];
  const { joint, estimateByStudy, spreadByStudy } = report.counts;
  return [joint.buffer, estimateByStudy.buffer, spreadByStudy.buffer];
}

self.addEventListener("message", ({ data }: MessageEvent<GoshOrder>) => void take(data));
