import { useEffect, useMemo, useRef, useState } from "react";
import type { SubsetSpread, Subsets } from "../../../model/subsets";
import type { PlotInput } from "../../../plots/forestInput";
import type { GoshProgress } from "../../../stats/index";
import type { GoshJob } from "../../../worker/gosh/client";
import { goshClient, keepCounts, keepOnly } from "./goshWork";
import { questionedSubsets } from "./subsetsQuestion";

const PATIENCE_MS = 300; // before progress is shown

export interface Counting {
  readonly job: GoshJob | null;
  /** The newest counts that are there, with the job that they are of; the last stay while the next are on their way. */
  readonly found: { readonly job: GoshJob; readonly input: PlotInput; readonly subsets: Subsets } | null;
  /** null unless it takes so long that the reader should know. */
  readonly progress: GoshProgress | null;
  /** True where the reader stopped the count of this job. */
  readonly isStopped: boolean;
  readonly hasFailed: boolean;
  readonly stop: () => void;
  readonly again: () => void;
}

/** True from the question until it is counted, stopped, or takes so long that its progress is shown. */
export function isCounting({ job, found, progress, isStopped, hasFailed }: Counting): boolean {
  return job !== null && found?.job !== job && progress === null && !isStopped && !hasFailed;
}

/** Counts the subsets of the studies that are pooled, anew with every answer; the newest wins. */
export function useSubsets(input: PlotInput | null, spread: SubsetSpread): Counting {
  const asked = useMemo(() => input && questionedSubsets(input, spread), [input, spread]);
  const latest = useRef(input);
  latest.current = input;
  const [found, setFound] = useState<Counting["found"]>(null);
  const [progress, setProgress] = useState<GoshProgress | null>(null);
  const [ended, setEnded] = useState<{ readonly job: GoshJob; readonly by: "reader" | "fault" } | null>(null);
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` is not read, its change asks once more
  useEffect(() => {
    const of = latest.current;
    if (!asked || !of) return;
    const { job } = asked;
    let isCurrent = true;
    const since = performance.now();
    markAsked(since);
    keepOnly(job);
    goshClient
      .count(job, (news) => {
        if (isCurrent && performance.now() - since > PATIENCE_MS) setProgress(news);
      })
      .then((counts) => {
        if (!isCurrent) return;
        setProgress(null);
        if (!counts) return;
        keepCounts(job, counts);
        setFound({ job, input: of, subsets: asked.subsets(counts) });
      })
      .catch(() => {
        if (!isCurrent) return;
        setProgress(null);
        setEnded({ job, by: "fault" });
      });
    return () => {
      isCurrent = false;
      setProgress(null);
      goshClient.stop();
    };
  }, [asked, attempt]);
  const job = asked?.job ?? null;

  return {
    ...{ job, progress, found: job ? found : null },
    isStopped: ended?.job === job && ended?.by === "reader",
    hasFailed: ended?.job === job && ended?.by === "fault",
    stop() {
      goshClient.stop();
      if (job) setEnded({ job, by: "reader" });
    },
    again() {
      setEnded(null);
      setAttempt((n) => n + 1);
    },
  };
}

let lastAsked = -1;

/** From the press that asked, where that is what brought this count. */
function markAsked(now: number): void {
  const asked = performance.getEntriesByName("understory:asked", "mark").at(-1)?.startTime ?? lastAsked;
  performance.clearMarks("understory:gosh-asked");
  performance.mark("understory:gosh-asked", { startTime: asked > lastAsked ? asked : now });
  lastAsked = asked;
}
