import { useSyncExternalStore } from "react";
import * as v from "valibot";
import { remembered } from "../../state/keep/browserStore";

const KEY = "dismissed-findings";
const MOST = 1000; // the oldest are forgotten

const Ids = v.array(v.string());

const listeners = new Set<() => void>();
let dismissed: ReadonlySet<string> | null = null;
let isAsked = false;

/** Findings that the reader has looked at and put aside, by id; kept from visit to visit. Null until they are known. */
export function useDismissed(): ReadonlySet<string> | null {
  return useSyncExternalStore(subscribe, () => dismissed);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (!isAsked) void remembered.read(KEY, Ids).then((ids) => tell(new Set(ids)));
  isAsked = true;
  return () => listeners.delete(listener);
}

/** Puts a finding aside, or takes it up again. */
export function setDismissed(id: string, isDismissed: boolean): void {
  const changed = (ids: Iterable<string>) => {
    const others = [...ids].filter((known) => known !== id);
    return (isDismissed ? [...others, id] : others).slice(-MOST);
  };
  tell(new Set(changed(dismissed ?? [])));
  void remembered.change(KEY, Ids, (ids) => changed(ids ?? []));
}

function tell(ids: ReadonlySet<string>): void {
  dismissed = ids;
  for (const listener of listeners) listener();
}
