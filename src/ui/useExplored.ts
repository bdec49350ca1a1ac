import { useEffect, useState } from "react";
import type { AskedOf, ExplorationKind, FoundOf } from "../model/exploration";
import type { Held } from "../state/appState";
import { useApp, useServices } from "./appContext";

/**
 * What the worker finds for a view; the last finding of the same dataset stays until the next is there, null before.
 * @param asked the same object for the same request; null asks nothing.
 */
export function useExplored<Kind extends ExplorationKind>(
  kind: Kind,
  asked: AskedOf<Kind> | null,
): FoundOf<Kind> | null {
  const { explore } = useServices();
  const held = useApp((s) => s.held);
  const [state, setState] = useState<{ held: Held; found: FoundOf<Kind> } | null>(null);
  useEffect(() => {
    if (held === null || asked === null) return;
    let isCurrent = true;
    void explore(held.key, kind, asked).then((found) => {
      if (isCurrent && found) setState({ held, found });
    });
    return () => {
      isCurrent = false;
    };
  }, [explore, held, kind, asked]);
  return state && state.held === held ? state.found : null;
}
