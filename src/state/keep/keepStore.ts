import type { OwnData } from "../../model/ownData";

/** What is known of kept data without reading them. */
export interface KeptEntry {
  /** That of the data. */
  readonly id: string;
  readonly name: string;
  readonly fileName: string;
  readonly format: string;
  readonly rows: number;
  /** About as many bytes as it takes. */
  readonly bytes: number;
  /** What is asked and how it is drawn: the search part of a link. */
  readonly search: string;
  /** The question whose answer is held on to, in the same form; null for none. */
  readonly pinned: string | null;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
  /** Grows with every change of the data, not of what is asked: by it two pages see that both have changed them. */
  readonly revision: number;
}

export interface Kept {
  readonly entry: KeptEntry;
  readonly own: OwnData;
}

export interface Saving {
  readonly entry: Omit<KeptEntry, "revision">;
  /** The data where they have changed; null leaves those that are kept. */
  readonly own: OwnData | null;
  /** The revision that the change was made of; 0 for data that were never kept. */
  readonly expected: number;
}

export type Saved =
  | { readonly kind: "saved"; readonly entry: KeptEntry }
  /** Another page has changed the data since; nothing was written. */
  | { readonly kind: "newer" }
  /** They were deleted since; nothing was written. */
  | { readonly kind: "gone" };

/**
 * Where readers' data are kept, and what the page remembers of their choices. Everything may reject: storage can be
 * denied, full or taken away at any moment.
 */
export interface KeepStore {
  list(): Promise<readonly KeptEntry[]>;
  get(id: string): Promise<Kept | null>;
  /** Looks at the revision and writes in one transaction. */
  save(saving: Saving): Promise<Saved>;
  remove(id: string): Promise<void>;
  /** What is remembered under a key, whatever a former version or another program put there; undefined for nothing. */
  recall(key: string): Promise<unknown>;
  /** Puts what `next` makes of it in its place, in one transaction. */
  change(key: string, next: (now: unknown) => unknown): Promise<void>;
  /** Deletes all data, and all that is remembered. */
  clear(): Promise<void>;
}

/** What comes of a saving, given what is kept: the one rule for every store. */
export function outcomeOf({ entry, own, expected }: Saving, kept: KeptEntry | undefined): Saved {
  if (!kept && expected > 0) return { kind: "gone" };
  if (own === null) return kept ? { kind: "saved", entry: { ...kept, ...viewOf(entry) } } : { kind: "gone" };
  if (kept && kept.revision !== expected) return { kind: "newer" };
  return { kind: "saved", entry: { ...entry, revision: expected + 1 } };
}

/** What changes without the data. */
function viewOf({ search, pinned, updatedAt }: Omit<KeptEntry, "revision">) {
  return { search, pinned, updatedAt };
}
