import { describe, expect, it } from "vitest";
import { readOwn } from "../data/readDataset";
import type { Finding, Remedy } from "../model/finding";
import type { OwnData } from "../model/ownData";
import { createPoolClient } from "../worker/client";
import { createPool } from "../worker/run";
import type { RemotePool } from "../worker/service";
import type { Held } from "./appState";
import { keepAnswered } from "./asking";
import { createLoading } from "./loading";
import { createOwnEdits } from "./ownEdits";
import { beforeRemedy } from "./remedies";
import { createAppStore } from "./store";

const HEADER = "study,outcome,timepoint,comparator,m1i,sd1i,n1i,m2i,sd2i,n2i";
const ROWS = [
  "Ahn 2011,Pain,1 month,Sham,3.1,1.5,30,4.0,1.6,31",
  "Bae 2012,Pain,1 month,Sham,2.8,1.3,24,3.9,1.5,25",
  "Choi 2013,Pain,1 month,Sham,3.4,1.7,40,4.1,1.8,38",
  "Doh 2014,Sleep,1 month,Sham,2.9,1.4,52,3.6,1.3,50",
];
const OWN: OwnData = {
  ...{ id: "mine", name: "Mine", fileName: "mine.csv", format: "", described: {}, remedies: [], exported: [] },
  table: { header: HEADER.split(","), rows: ROWS.map((row) => row.split(",")) },
};
const FINDING: Finding = {
  ...{ id: "f", check: "se-as-sd", message: "m", why: "w", rows: [0], columns: ["sd1i"], remedies: [] },
  severity: "doubtful",
};
const REMEDY: Remedy = {
  ...{ id: "r", label: "l", derivation: ["d"], sentence: "The SD was computed." },
  changes: [{ kind: "cell", row: 0, column: "sd1i", value: "2.5" }],
};

/** The page with the data open, over the real pool in this thread; each promise of it settles before `settled` does. */
async function page() {
  const pool = createPool();
  const api = Object.fromEntries(
    Object.entries(pool).map(([name, run]) => [name, async (...args: unknown[]) => Reflect.apply(run, pool, args)]),
  ) as unknown as RemotePool;
  const client = createPoolClient(() => ({ api, death: new Promise(() => {}), stop: () => {} }));
  const store = createAppStore();
  keepAnswered(store, client, async () => {});
  const loading = createLoading(store, client, () => Promise.reject(new Error("no site")));
  const edits = createOwnEdits(store, client, async (own) => readOwn(own));
  const held: Held = { key: "own-mine", own: OWN, dataset: readOwn(OWN).dataset!, link: "mine.csv" };
  await loading.keep(held);
  const settled = () => new Promise((resolve) => setTimeout(resolve, 20));
  await settled();
  return {
    ...{ store, edits, settled, held },
    mu: () => store.getState().answered?.analysis.overall?.mu,
    undo: async () => {
      store.temporal.getState().undo();
      await settled();
    },
  };
}

describe("an edit", () => {
  it("changes the answer, and undo brings back the very number and the very data", async () => {
    const { store, edits, mu, undo, settled, held } = await page();
    const before = mu();
    const edited = await edits.edit([{ kind: "cell", row: 0, column: "m1i", value: "9" }]);
    await settled();
    expect(edited.kind).toBe("done");
    const after = mu();
    expect(after).toBeGreaterThan(before!);
    expect(store.getState().own[0]?.own?.table.rows[0]?.[4]).toBe("9");
    await undo();
    expect(mu()).toBe(before);
    expect(store.getState().held).toBe(held);
    expect(store.getState().own[0]).toBe(held);
    store.temporal.getState().redo();
    await settled();
    expect(mu()).toBe(after);
  });

  it("keeps what is asked, and steps of selection stay steps of their own", async () => {
    const { store, edits, settled, undo } = await page();
    store.setState((s) => ({ selection: { ...s.selection, excluded: ["Bae 2012"] } }));
    await edits.edit([{ kind: "cell", row: 0, column: "m1i", value: "9" }]);
    await settled();
    expect(store.getState().selection.excluded).toEqual(["Bae 2012"]);
    await undo();
    expect(store.getState().selection.excluded).toEqual(["Bae 2012"]);
    await undo();
    expect(store.getState().selection.excluded).toEqual([]);
  });

  it("that takes away what is asked moves on, says so, and comes back whole by undo", async () => {
    const { store, edits, settled, undo } = await page();
    store.setState((s) => ({ selection: { ...s.selection, outcome: "Sleep" } }));
    await edits.edit([{ kind: "remove-row", row: 3 }]);
    await settled();
    expect(store.getState().selection.outcome).toBe("Pain");
    expect(store.getState().notices.at(-1)?.message).toContain("“Sleep”");
    expect(store.getState().answered?.analysis.studies).toHaveLength(3);
    await undo();
    expect(store.getState().answered?.analysis.studies).toHaveLength(1);
    expect(store.getState().selection.outcome).toBe("Sleep");
  });

  it("that leaves nothing to read is refused, and changes nothing", async () => {
    const { store, edits, mu, settled, held } = await page();
    const before = mu();
    const edited = await edits.edit(OWN.table.rows.map((_, row) => ({ kind: "remove-row", row }) as const));
    await settled();
    expect(edited.kind).toBe("refused");
    expect(store.getState().held).toBe(held);
    expect(mu()).toBe(before);
    expect(store.temporal.getState().pastStates).toHaveLength(0);
  });

  it("waits for the one before, so that none is lost", async () => {
    const { store, edits } = await page();
    await Promise.all([
      edits.edit([{ kind: "cell", row: 0, column: "m1i", value: "9" }]),
      edits.edit([{ kind: "cell", row: 1, column: "m1i", value: "8" }]),
    ]);
    expect(store.getState().held?.own?.table.rows.map((row) => row[4])).toEqual(["9", "8", "3.4", "2.9"]);
  });

  it("makes data of a link the reader’s own", async () => {
    const { store, edits } = await page();
    await edits.edit([{ kind: "cell", row: 0, column: "m1i", value: "9" }]);
    expect(store.getState().held).not.toHaveProperty("link");
  });
});

describe("a remedy", () => {
  it("is listed with the data and said in their description", async () => {
    const { store, edits } = await page();
    await edits.remedy(FINDING, REMEDY);
    const { held } = store.getState();
    expect(held?.own?.remedies).toEqual([
      { findingId: "f", check: "se-as-sd", message: "m", derivation: ["d"], sentence: "The SD was computed." },
    ]);
    expect(held?.dataset.descriptor.corrections).toEqual(["The SD was computed."]);
  });

  it("can be taken back until something else is edited, also after other changes of the page", async () => {
    const { store, edits, mu, settled } = await page();
    const before = mu();
    expect(beforeRemedy(store)).toBeNull();
    await edits.remedy(FINDING, REMEDY);
    store.setState((s) => ({ look: { ...s.look } }));
    await settled();
    expect(mu()).not.toBe(before);
    expect(beforeRemedy(store)?.table).toBe(OWN.table);
    await edits.takeBack();
    await settled();
    expect(mu()).toBe(before);
    expect(store.getState().held?.own?.remedies).toEqual([]);
    await edits.remedy(FINDING, REMEDY);
    await edits.edit([{ kind: "cell", row: 0, column: "m1i", value: "9" }]);
    expect(beforeRemedy(store)).toBeNull();
  });
});
