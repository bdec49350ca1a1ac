import { useEffect, useMemo, useRef, useState } from "react";
import type { Analysis } from "../../../model/analysis";
import type { SubsetSpread, Subsets } from "../../../model/subsets";
import type { PlotInput } from "../../../plots/forestInput";
import type { GoshProgress } from "../../../stats/index";
import type { GoshJob } from "../../../worker/gosh/client";
import { type SubsetStudy, subsetsJob, subsetsOf } from "../../../worker/gosh/job";
import { goshClient, keepOnly } from "./goshWork";

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

/** Counts the subsets of the studies that are pooled, anew with every answer; the newest wins. */
export function useSubsets(input: PlotInput | null, spread: SubsetSpread): Counting {
  const { analysis = null, rows = null } = input ?? {};
  const studies = useMemo(() => (analysis && rows ? pooledStudies(analysis, rows) : []), [analysis, rows]);
  const method = analysis?.model.method ?? "DL";
  const overall = analysis?.overall ?? null;
  const job = useMemo(
    () => (studies.length > 1 ? subsetsJob(studies, method, spread, overall) : null),
    [studies, method, spread, overall],
  );
  const latest = useRef({ input, studies });
  latest.current = { input, studies };
  const [found, setFound] = useState<Counting["found"]>(null);
  const [progress, setProgress] = useState<GoshProgress | null>(null);
  const [ended, setEnded] = useState<{ readonly job: GoshJob; readonly by: "reader" | "fault" } | null>(null);
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` is not read, its change asks once more
  useEffect(() => {
    const { input: of, studies: known } = latest.current;
    if (!job || !of) return;
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
        if (counts) setFound({ job, input: of, subsets: subsetsOf(job, counts, of.analysis.measure, known) });
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
  }, [job, attempt]);

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

/** The studies of one cell that enter the result: timepoints share patients, so that only the chosen one counts. */
function pooledStudies({ studies, selection }: Analysis, rows: PlotInput["rows"]): readonly SubsetStudy[] {
  return studies.flatMap(({ rowId, state, effect }) =>
    effect && state === "included" && rows(rowId).timepoint === selection.timepoint
      ? [{ rowId, yi: effect.yi, vi: effect.vi }]
      : [],
  );
}

let lastAsked = -1;

/** From the press that asked, where that is what brought this count. */
function markAsked(now: number): void {
  const asked = performance.getEntriesByName("understory:asked", "mark").at(-1)?.startTime ?? lastAsked;
  performance.clearMarks("understory:gosh-asked");
  performance.mark("understory:gosh-asked", { startTime: asked > lastAsked ? asked : now });
  lastAsked = asked;
}
