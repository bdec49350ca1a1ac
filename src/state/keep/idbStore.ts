import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { OwnData } from "../../model/ownData";
import { type KeepStore, type KeptEntry, outcomeOf } from "./keepStore";

const NAME = "understory";
/** It grows with the shape of what is kept; `upgrade` then brings what there is to it. */
const VERSION = 2;

/** The data lie apart from what is known of them: a list of what is kept reads none, a change of view writes none. */
interface Schema extends DBSchema {
  readonly entries: { readonly key: string; readonly value: KeptEntry };
  /** As text: browsers copy a million short texts in seconds, and one long text at once. */
  readonly data: { readonly key: string; readonly value: { readonly id: string; readonly json: string } };
  /** Since version 2. What it is lies with whoever remembers it. */
  readonly remembered: { readonly key: string; readonly value: unknown };
}

/** The browser's own database. A connection that the browser or a newer page takes away is opened again when needed. */
export function createIdbStore(): KeepStore {
  let connection: Promise<IDBPDatabase<Schema>> | null = null;

  function forget(): void {
    void connection?.then((db) => db.close()).catch(() => undefined);
    connection = null;
  }

  function opened(): Promise<IDBPDatabase<Schema>> {
    connection ??= openDB<Schema>(NAME, VERSION, {
      upgrade(db, before) {
        if (before < 1) {
          db.createObjectStore("entries", { keyPath: "id" });
          db.createObjectStore("data", { keyPath: "id" });
        }
        if (before < 2) db.createObjectStore("remembered");
      },
      blocking: forget, // a newer page wants to bring the database to its own shape
      terminated: forget,
    });
    connection.catch(forget);
    return connection;
  }

  return {
    list: async () => (await opened()).getAll("entries"),

    async get(id) {
      const tx = (await opened()).transaction(["entries", "data"]);
      const [entry, data] = await Promise.all([tx.objectStore("entries").get(id), tx.objectStore("data").get(id)]);
      return entry && data ? { entry, own: JSON.parse(data.json) as OwnData } : null;
    },

    async save(saving) {
      const { id } = saving.entry;
      const json = saving.own && JSON.stringify(saving.own);
      const tx = (await opened()).transaction(["entries", "data"], "readwrite");
      // Where a write fails the transaction does, and `done` says so once for all.
      const { done } = tx;
      done.catch(() => undefined);
      const outcome = outcomeOf(saving, await tx.objectStore("entries").get(id));
      if (outcome.kind === "saved") {
        const data = json !== null && tx.objectStore("data").put({ id, json });
        await Promise.all([data, tx.objectStore("entries").put(outcome.entry)]);
      }
      await done;
      return outcome;
    },

    async remove(id) {
      const tx = (await opened()).transaction(["entries", "data"], "readwrite");
      await Promise.all([tx.objectStore("entries").delete(id), tx.objectStore("data").delete(id), tx.done]);
    },

    recall: async (key) => (await opened()).get("remembered", key),

    async change(key, next) {
      const tx = (await opened()).transaction("remembered", "readwrite");
      const { done } = tx;
      done.catch(() => undefined);
      await tx.store.put(next(await tx.store.get(key)), key);
      await done;
    },

    async clear() {
      const tx = (await opened()).transaction(["entries", "data", "remembered"], "readwrite");
      await Promise.all([...Array.from(tx.objectStoreNames, (name) => tx.objectStore(name).clear()), tx.done]);
    },
  };
}
