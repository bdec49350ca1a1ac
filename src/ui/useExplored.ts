import { useEffect, useState } from "react";
import type { AskedOf, ExplorationKind, FoundOf } from "../model/exploration";
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
  const key = useApp((s) => s.held?.key);
  const [state, setState] = useState<{ key: string; found: FoundOf<Kind> } | null>(null);
  useEffect(() => {
    if (key === undefined || asked === null) return;
    let isCurrent = true;
    void explore(key, kind, asked).then((found) => {
      if (isCurrent && found) setState({ key, found });
    });
    return () => {
      isCurrent = false;
    };
  }, [explore, key, kind, asked]);
  return state && state.key === key ? state.found : null;
}
