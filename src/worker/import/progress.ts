import type { Progress } from "./protocol";

const INTERVAL = 100; // ms: ten times a second is as often as a reader can follow

/** Reports no more often than a reader can follow, but each new phase at once. */
export function paced(report: (progress: Progress) => void): (progress: Progress) => void {
  let phase: Progress["phase"] | null = null;
  let next = 0;
  return (progress) => {
    const now = performance.now();
    if (progress.phase === phase && now < next) return;
    phase = progress.phase;
    next = now + INTERVAL;
    report(progress);
  };
}
