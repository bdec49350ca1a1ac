import { useEffect, useState } from "react";
import type { Checked } from "../../model/finding";
import type { Held } from "../../state/appState";
import type { PoolClient } from "../../worker/client";
import { useApp, useServices } from "../appContext";

const known = new WeakMap<Held, Promise<Checked>>();

/** What was found in a dataset; looked for once. */
function checkedOf(held: Held, check: PoolClient["check"]): Promise<Checked> {
  const found = known.get(held) ?? check(held.key, held.own ?? null);
  known.set(held, found);
  // A fault is not kept: the next one who asks may have more luck.
  found.catch(() => known.delete(held));
  return found;
}

/** What was found in the dataset on the page; null until it is there. The former stays while an edit is looked at. */
export function useChecked(): Checked | null {
  const { check } = useServices();
  const held = useApp((s) => s.held);
  // What is on the page comes first.
  const isDrawn = useApp((s) => s.overview !== null);
  const [state, setState] = useState<{ readonly key: string; readonly checked: Checked } | null>(null);
  useEffect(() => {
    if (!held || !isDrawn) return;
    let isCurrent = true;
    void checkedOf(held, check).then((checked) => isCurrent && setState({ key: held.key, checked }));
    return () => {
      isCurrent = false;
    };
  }, [held, isDrawn, check]);
  return state && state.key === held?.key ? state.checked : null;
}
