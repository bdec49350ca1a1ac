import { useEffect, useState } from "react";
import type { FoundOf } from "../../../model/exploration";
import { USUAL_FILL } from "../../../model/smallStudy";
import type { ForestInput } from "../../../plots/forestInput";
import { useApp, useServices } from "../../appContext";

/** What the verdict rests on but the subsets, with the answer that it is about. */
export interface Doubts {
  readonly input: ForestInput;
  readonly influence: FoundOf<"influence">;
  readonly multiverse: FoundOf<"multiverse">;
  readonly smallStudy: FoundOf<"smallStudy">;
}

/** The doubts about an answer, all at once so that they are drawn once; the last stay until the next are there. */
export function useDoubts(input: ForestInput | null): Doubts | null {
  const { explore } = useServices();
  const key = useApp((s) => s.held?.key);
  const [state, setState] = useState<{ readonly key: string; readonly doubts: Doubts } | null>(null);
  useEffect(() => {
    if (key === undefined || input === null) return;
    let isCurrent = true;
    const asked = { question: { selection: input.analysis.selection, model: input.analysis.model } };
    void Promise.all([
      explore(key, "influence", asked),
      explore(key, "multiverse", asked),
      explore(key, "smallStudy", { ...asked, fill: USUAL_FILL }),
    ]).then(([influence, multiverse, smallStudy]) => {
      if (!isCurrent || !influence || !multiverse || !smallStudy) return;
      setState({ key, doubts: { input, influence, multiverse, smallStudy } });
    });
    return () => {
      isCurrent = false;
    };
  }, [explore, key, input]);
  return state && state.key === key ? state.doubts : null;
}
