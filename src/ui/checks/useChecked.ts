import { useEffect, useState } from "react";
import type { Checked } from "../../model/finding";
import { createChecksClient } from "../../worker/checks/client";
import { startChecksService } from "../../worker/checks/service";
import { useApp } from "../appContext";

const { check } = createChecksClient(startChecksService);

/** What was found, null until it is there; or that the checks failed, which is a fault of ours. */
type Looked = Checked | "failed" | null;

/** What was found in the dataset on the page. The former finding stays while an edit is looked at. */
export function useChecked(): Looked {
  const held = useApp((s) => s.held);
  const [state, setState] = useState<{ readonly key: string; readonly checked: Looked } | null>(null);
  useEffect(() => {
    if (!held) return;
    let isCurrent = true;
    const take = (checked: Looked) => isCurrent && checked && setState({ key: held.key, checked });
    check(held).then(take, () => take("failed"));
    return () => {
      isCurrent = false;
    };
  }, [held]);
  return state && state.key === held?.key ? state.checked : null;
}
