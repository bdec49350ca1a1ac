import type { KeptEntry } from "./keepStore";

/** A list of kept data with one of them as it is now, by name. */
export function withEntry(kept: readonly KeptEntry[], entry: KeptEntry): readonly KeptEntry[] {
  return byName([...kept.filter(({ id }) => id !== entry.id), entry]);
}

/** In the order in which a reader looks for them. */
export function byName(kept: readonly KeptEntry[]): readonly KeptEntry[] {
  return kept.toSorted((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }) || a.id.localeCompare(b.id));
}
