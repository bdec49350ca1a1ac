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

/** What was found, null until it is there; or that the checks failed, which is a fault of ours. */
type Looked = Checked | "failed" | null;

/** What was found in the dataset on the page. The former finding stays while an edit is looked at. */
export function useChecked(): Looked {
  const { check } = useServices();
  const held = useApp((s) => s.held);
  const [state, setState] = useState<{ readonly key: string; readonly checked: Looked } | null>(null);
  useEffect(() => {
    if (!held) return;
    let isCurrent = true;
    const take = (checked: Looked) => isCurrent && setState({ key: held.key, checked });
    checkedOf(held, check).then(take, () => take("failed"));
    return () => {
      isCurrent = false;
    };
  }, [held, check]);
  return state && state.key === held?.key ? state.checked : null;
}
