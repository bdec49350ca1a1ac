import { useEffect, useState } from "react";
import type { FoundOf } from "../../../model/exploration";
import type { ForestInput } from "../../../plots/forestInput";
import type { AppState } from "../../../state/appState";
import { questionOf } from "../../../state/selectors";
import { useApp, useServices } from "../../appContext";

/** What the verdict rests on but the subsets, with the answer that it is about. */
export interface Doubts {
  readonly input: ForestInput;
  readonly verdict: FoundOf<"verdict">;
}

/** What was asked when a verdict was. */
type Asked = Pick<AppState, "held" | "selection" | "preset" | "custom">;

/** The doubts about an answer; the last of the same data stay until the next are there. */
export function useDoubts(input: ForestInput | null): Doubts | null {
  const found = useVerdict();
  const answeredFor = useApp((s) => s.answeredFor);
  const key = useApp((s) => s.held?.key);
  const [doubts, setDoubts] = useState<(Doubts & { readonly key: string | undefined }) | null>(null);
  const isOfInput = input && found && answeredFor && isSame(found.asked, answeredFor);
  if (isOfInput && (doubts?.input !== input || doubts.verdict !== found.verdict)) {
    setDoubts({ input, verdict: found.verdict, key });
  }
  return doubts?.key === key ? doubts : null;
}

/** Asked for in the same moment as the answer, not once that is drawn: the worker is at it while the page draws. */
function useVerdict(): { readonly asked: Asked; readonly verdict: FoundOf<"verdict"> } | null {
  const { explore, store } = useServices();
  const [found, setFound] = useState<{ readonly asked: Asked; readonly verdict: FoundOf<"verdict"> } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    async function ask(asked: Asked): Promise<void> {
      if (!asked.held) return;
      const question = questionOf(asked, asked.held.dataset.descriptor);
      const verdict = await explore(asked.held.key, "verdict", { question });
      if (isCurrent && verdict) setFound({ asked, verdict });
    }
    void ask(store.getState());
    const stop = store.subscribe((state, before) => {
      if (!isSame(state, before)) void ask(state);
    });
    return () => {
      isCurrent = false;
      stop();
    };
  }, [explore, store]);
  return found;
}

function isSame(a: Asked, b: Asked): boolean {
  return a.held === b.held && a.selection === b.selection && a.preset === b.preset && a.custom === b.custom;
}
