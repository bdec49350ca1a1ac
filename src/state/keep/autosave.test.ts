import { beforeEach, describe, expect, it, vi } from "vitest";
import { startAutosave } from "./autosave";
import { createPage, edited, held, PAIN } from "./fixtures";
import { withHeld } from "./heldAs";
import { createMemoryStore } from "./memoryStore";

beforeEach(() => {
  vi.useFakeTimers();
});

function page(db = createMemoryStore()) {
  const needs = createPage(db);
  const written = vi.fn();
  const autosave = startAutosave({ ...needs, written });
  const edit = (change: typeof edited) =>
    needs.store.setState((s) => (s.held?.own ? withHeld(s, s.held, held(change(s.held.own))) : {}));
  return { ...needs, db, written, autosave, edit, codes: () => needs.store.getState().notices.map(({ code }) => code) };
}

const rest = () => vi.advanceTimersByTimeAsync(300);

describe("autosave", () => {
  it("keeps data once they are open, 300 ms after the last change", async () => {
    const { loading, store, db } = page();
    await loading.keep(held(PAIN));
    await vi.advanceTimersByTimeAsync(200);
    store.setState({ view: "funnel" });
    await vi.advanceTimersByTimeAsync(200);
    expect(await db.list()).toEqual([]);
    await vi.advanceTimersByTimeAsync(100);
    expect(await db.get("pain1")).toMatchObject({
      own: PAIN,
      entry: { name: "pain", rows: 3, revision: 1, search: "?data=own-pain1&view=funnel", pinned: null },
    });
  });

  it("writes what is asked without the data, and the data only when they change", async () => {
    const { loading, store, db, edit } = page();
    await loading.keep(held(PAIN));
    await rest();
    const save = vi.spyOn(db, "save");
    store.setState({ view: "data" });
    await rest();
    expect(save).toHaveBeenLastCalledWith(expect.objectContaining({ own: null }));
    edit(edited);
    await rest();
    expect((await db.get("pain1"))?.own.table.rows).toHaveLength(4);
    expect((await db.get("pain1"))?.entry).toMatchObject({ revision: 2, search: expect.stringContaining("view=data") });
    save.mockClear();
    store.setState({ lit: "Lee 2019" });
    await rest();
    expect(save).not.toHaveBeenCalled();
  });

  it("writes at once when it is told to", async () => {
    const { loading, db, autosave } = page();
    await loading.keep(held(PAIN));
    await autosave.flush();
    expect(await db.list()).toHaveLength(1);
  });

  it("keeps neither the site's data nor what one of its links opens anew", async () => {
    const { loading, db } = page();
    await loading.keep({ ...held(PAIN), link: "data/mine.csv" });
    await rest();
    const { own: _own, ...site } = held(PAIN);
    loading.reopen({ ...site, key: "us-nkt" });
    await rest();
    expect(await db.list()).toEqual([]);
  });

  it("keeps the question whose answer is held on to", async () => {
    const { loading, store, db, pool } = page();
    const now = held(PAIN);
    await loading.keep(now);
    const { selection, custom } = store.getState();
    const analysis = await pool.recall(now.key, { selection: { ...selection, outcome: "Function" }, model: custom });
    store.setState({ pinned: { analysis } });
    await rest();
    const pinned = new URLSearchParams((await db.get("pain1"))?.entry.pinned ?? "");
    expect(pinned.get("outcome")).toBe("Function");
    expect(pinned.get("model")).toBe("custom");
  });

  it("keeps two states where two pages have changed the same data", async () => {
    const db = createMemoryStore();
    const here = page(db);
    const there = page(db);
    await here.loading.keep(held(PAIN));
    await rest();
    const kept = await db.get("pain1");
    if (kept) there.autosave.learn(kept);
    await there.loading.keep(held(kept?.own ?? PAIN));
    there.edit(edited);
    await rest();
    here.edit((own) => edited(edited(own)));
    await rest();
    expect((await db.get("pain1"))?.own.table.rows).toHaveLength(4);
    const copy = (await db.list()).find(({ name }) => name === "pain (2)");
    expect((await db.get(copy?.id ?? ""))?.own.table.rows).toHaveLength(5);
    expect(here.codes()).toEqual(["saved-as-copy"]);
    expect(there.codes()).toEqual([]);
    const { held: now, own } = here.store.getState();
    expect(now?.key).toBe(`own-${copy?.id}`);
    expect(now?.dataset.descriptor.shortTitle).toBe("pain (2)");
    expect(own).toEqual([now]);

    here.edit(edited);
    await rest();
    expect((await db.get(copy?.id ?? ""))?.own.table.rows).toHaveLength(6);
    expect(await db.list()).toHaveLength(2);
  });

  it("lets two pages look at the same data in two ways", async () => {
    const db = createMemoryStore();
    const here = page(db);
    const there = page(db);
    await here.loading.keep(held(PAIN));
    await rest();
    const kept = await db.get("pain1");
    if (kept) there.autosave.learn(kept);
    await there.loading.keep(held(kept?.own ?? PAIN));
    there.edit(edited);
    await rest();
    here.store.setState({ view: "funnel" });
    await rest();
    expect(await db.list()).toMatchObject([{ revision: 2, search: "?data=own-pain1&view=funnel" }]);
    expect(here.codes()).toEqual([]);
    // The change of view has not made the other page's edit ours.
    here.edit(edited);
    await rest();
    expect(here.codes()).toEqual(["saved-as-copy"]);
  });

  it("does not bring back what another page has deleted, and says so once", async () => {
    const { loading, store, db, codes } = page();
    await loading.keep(held(PAIN));
    await rest();
    await db.remove("pain1");
    for (const view of ["funnel", "data"] as const) {
      store.setState({ view });
      await rest();
    }
    expect(await db.list()).toEqual([]);
    expect(codes()).toEqual(["deleted-elsewhere"]);
  });

  it.each([
    ["QuotaExceededError", "storage-full"],
    ["InvalidStateError", "storage-denied"],
    ["VersionError", "storage-newer"],
  ])("says %s once, and goes on when the storage does", async (name, code) => {
    const { loading, store, db, codes } = page();
    db.fail(Object.assign(new Error("storage"), { name }));
    await loading.keep(held(PAIN));
    for (const view of ["funnel", "data"] as const) {
      store.setState({ view });
      await rest();
    }
    expect(codes()).toEqual([code]);
    expect(store.getState().held?.own).toBe(PAIN);
    db.fail(null);
    store.setState({ view: "forest" });
    await rest();
    expect(await db.list()).toHaveLength(1);
  });
});
