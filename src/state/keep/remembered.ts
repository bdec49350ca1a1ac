import * as v from "valibot";
import type { KeepStore } from "./keepStore";
import { takeOver } from "./takeOver";

/** It takes milliseconds: a database that has not answered by then is not waited for. */
const PATIENCE_MS = 2000;

/** What a value must be like to be used. */
type Schema<T> = v.GenericSchema<unknown, T>;

/** The reader's choices from visit to visit, each under a key. Nothing rejects: what cannot be kept lasts for a visit. */
export interface Remembered {
  /** What was last remembered; null where nothing is, where it is not what `schema` asks for, or storage is denied. */
  read<T>(key: string, schema: Schema<T>): Promise<T | null>;
  /** Remembers what `next` makes of that; of two pages that do so, both are heard. */
  change<T>(key: string, schema: Schema<T>, next: (now: T | null) => T): Promise<void>;
}

/** Remembers in a store, beginning with what former versions kept elsewhere. */
export function createRemembered(db: Pick<KeepStore, "recall" | "change">): Remembered {
  let taken: Promise<void> | null = null;
  const ready = () => (taken ??= takeOver(db));

  async function read<T>(key: string, schema: Schema<T>): Promise<T | null> {
    await ready();
    return valid(schema, await db.recall(key));
  }

  return {
    read: (key, schema) => inTime(read(key, schema)).catch(() => null),

    async change(key, schema, next) {
      try {
        await ready();
        await db.change(key, (now) => next(valid(schema, now)));
      } catch {
        // Storage may be denied or full: the choice then lasts for this visit.
      }
    },
  };
}

function valid<T>(schema: Schema<T>, value: unknown): T | null {
  const read = v.safeParse(schema, value);
  return read.success ? read.output : null;
}

function inTime<T>(found: Promise<T | null>): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => resolve(null), PATIENCE_MS);
    found.then(resolve, reject).finally(() => clearTimeout(late));
  });
}
