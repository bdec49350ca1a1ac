import { readOwn } from "../../data/readDataset";
import type { OwnData } from "../../model/ownData";
import { unpackAnalysis } from "../../worker/pack";
import { createPool } from "../../worker/run";
import type { Held } from "../appState";
import { createLoading } from "../loading";
import { createAppStore } from "../store";
import { keyOf } from "./heldAs";
import { createMemoryStore } from "./memoryStore";
import type { Needs } from "./needs";

/** Two trials of pain, for tests. */
export const PAIN: OwnData = {
  id: "pain1",
  name: "pain",
  fileName: "pain.csv",
  format: "tidy table",
  table: {
    header: ["study", "outcome", "timepoint", "comparator", "yi", "sei"],
    rows: [
      ["Lee 2019", "Pain", "1 week", "Sham", "-0.5", "0.2"],
      ["Kim 2020", "Pain", "1 week", "Sham", "-0.3", "0.1"],
      ["Kim 2020", "Function", "1 week", "Sham", "0.3", "0.1"],
    ],
  },
  described: {},
  remedies: [],
  exported: [],
};

/** One more trial. */
export const edited = (own: OwnData): OwnData => ({
  ...own,
  table: { ...own.table, rows: [...own.table.rows, ["Cho 2021", "Pain", "1 week", "Sham", "-0.1", "0.3"]] },
});

export function held(own: OwnData): Held {
  const { dataset } = readOwn(own);
  if (!dataset) throw new Error("the fixture cannot be read");
  return { key: keyOf(own.id), dataset, own };
}

/** A page as far as keeping sees it, over a store that several pages may share. */
export function createPage(db: Needs["db"] = createMemoryStore()): Needs {
  const store = createAppStore();
  const worker = createPool();
  const pool = {
    keep: async (key: string, dataset: Held["dataset"]) => worker.restore(key, dataset),
    recall: async (...asked: Parameters<typeof worker.answer>) => unpackAnalysis(worker.answer(...asked)),
  };
  const client = { ...pool, published: async () => [] } as unknown as Parameters<typeof createLoading>[1];
  return {
    store,
    loading: createLoading(store, client, () => Promise.reject(new Error("no site"))),
    pool,
    db,
    read: async (own) => readOwn(own),
    digest: async ({ rows }) => JSON.stringify(rows).length.toString(16).padStart(64, "0"),
    defaultData: "us-nkt",
    version: "1.0.0",
  };
}
