import { beforeEach, describe, expect, it, vi } from "vitest";
import { startAutosave } from "./autosave";
import { createPage, edited, held, PAIN } from "./fixtures";
import { createManaging } from "./managing";
import { createMemoryStore } from "./memoryStore";
import { freeName } from "./names";
import { createOwnOpening } from "./opening";
import { openProject, projectOf } from "./projects";

beforeEach(() => {
  vi.useFakeTimers();
});

async function page() {
  const db = createMemoryStore();
  const needs = createPage(db);
  const openBundled = vi.spyOn(needs.loading, "openBundled").mockResolvedValue();
  const written = vi.fn();
  const deleted = vi.fn(async () => undefined);
  const autosave = startAutosave({ ...needs, written });
  const opening = createOwnOpening(needs, autosave);
  const managing = createManaging(needs, autosave, { written, deleted });
  await needs.loading.keep(held(PAIN));
  await autosave.flush();
  const names = async () => (await db.list()).map(({ name }) => name);
  const codes = () => needs.store.getState().notices.map(({ code }) => code);
  return { ...needs, needs, db, autosave, opening, managing, names, codes, openBundled, written, deleted };
}

describe("managing", () => {
  it("renames data where they are kept and where they are open", async () => {
    const { managing, store, db, names } = await page();
    await managing.rename("pain1", "Needles");
    expect(await names()).toEqual(["Needles"]);
    const { held: now, own } = store.getState();
    expect(now?.own?.name).toBe("Needles");
    expect(now?.dataset.descriptor.shortTitle).toBe("Needles");
    expect(own).toEqual([now]);
    // What follows is no conflict.
    store.setState({ view: "data" });
    await vi.advanceTimersByTimeAsync(300);
    expect(await db.get("pain1")).toMatchObject({ own: { name: "Needles" }, entry: { revision: 2 } });
  });

  it("renames what another page has changed, and leaves the change", async () => {
    const { managing, db, store } = await page();
    const kept = await db.get("pain1");
    if (kept) await db.save({ entry: kept.entry, own: edited(PAIN), expected: 1 });
    await managing.rename("pain1", "Needles");
    expect(await db.get("pain1")).toMatchObject({ own: { ...edited(PAIN), name: "Needles" }, entry: { revision: 3 } });
    expect(store.getState().held?.own).toBe(PAIN);
  });

  it("duplicates under a name of its own", async () => {
    const { managing, names, db } = await page();
    await managing.duplicate("pain1");
    await managing.duplicate("pain1");
    expect(await names()).toEqual(["pain", "pain (2)", "pain (3)"]);
    const [, copy] = await db.list();
    expect((await db.get(copy?.id ?? ""))?.own).toEqual({ ...PAIN, id: copy?.id, name: "pain (2)" });
  });

  it("deletes what is open, and puts it back", async () => {
    const { managing, store, names, openBundled } = await page();
    const deleted = await managing.remove("pain1");
    expect(await names()).toEqual([]);
    expect(store.getState().own).toEqual([]);
    expect(openBundled).toHaveBeenCalledWith("us-nkt");
    expect(deleted?.wasOpen).toBe(true);
    store.setState({ view: "data" });
    await vi.advanceTimersByTimeAsync(300);
    expect(await names()).toEqual([]);
    if (deleted) await managing.putBack(deleted);
    expect(await names()).toEqual(["pain"]);
  });

  it("deletes everything, of which nothing comes back", async () => {
    const stored = new Map([
      ["understory.theme", "dark"],
      ["other", "stays"],
    ]);
    vi.stubGlobal("localStorage", {
      get length() {
        return stored.size;
      },
      key: (i: number) => [...stored.keys()][i] ?? null,
      removeItem: (key: string) => stored.delete(key),
    });
    const { managing, store, db, names, deleted } = await page();
    await managing.duplicate("pain1");
    await db.change("figure", () => ({ theme: "bmj" }));
    await managing.removeAll();
    expect(await names()).toEqual([]);
    expect(await db.recall("figure")).toBeUndefined();
    expect([...stored.keys()]).toEqual(["other"]);
    expect(store.getState().own).toEqual([]);
    expect(deleted).toHaveBeenCalled();
    store.setState({ view: "data" });
    await vi.advanceTimersByTimeAsync(300);
    expect(await names()).toEqual([]);
    vi.unstubAllGlobals();
  });

  it("says what the storage refuses", async () => {
    const { managing, db, codes } = await page();
    db.fail(new Error("denied"));
    expect(await managing.remove("pain1")).toBeNull();
    expect(codes()).toEqual(["storage-denied"]);
  });
});

describe("project files", () => {
  it("carry several datasets, open or only kept, to another browser", async () => {
    const here = await page();
    await here.managing.duplicate("pain1");
    const ids = (await here.db.list()).map(({ id }) => id);
    here.store.setState((s) => ({ selection: { ...s.selection, outcome: "Function" } }));
    const text = await projectOf(here.needs, ids);

    const there = await page();
    await there.managing.removeAll();
    await openProject(there.needs, there, text);
    expect(await there.names()).toEqual(["pain", "pain (2)"]);
    expect(there.store.getState()).toMatchObject({ held: { key: "own-pain1" }, selection: { outcome: "Function" } });
    expect(there.codes()).toEqual(["project-opened"]);
  });

  it("leave what is kept as it is", async () => {
    const here = await page();
    const text = (await projectOf(here.needs, ["pain1"])).replace('"-0.5"', '"-0.75"');
    await openProject(here.needs, here, text);
    expect(await here.names()).toEqual(["pain", "pain (2)"]);
    expect((await here.db.get("pain1"))?.own).toEqual(PAIN);
    expect(here.store.getState().held?.own?.name).toBe("pain (2)");
    // The file says which rows it was saved with.
    expect(here.codes()).toEqual(["opened-beside", "rows-read-otherwise"]);
  });

  it("of data that are kept open those, and keep them once", async () => {
    const here = await page();
    const text = await projectOf(here.needs, ["pain1"]);
    const there = createPage(here.db);
    const autosave = startAutosave({ ...there, written: here.written });
    await openProject(there, { opening: createOwnOpening(there, autosave), autosave, written: here.written }, text);
    await vi.advanceTimersByTimeAsync(300);
    there.store.setState({ view: "data" });
    await vi.advanceTimersByTimeAsync(300);
    expect(await here.names()).toEqual(["pain"]);
    expect(there.store.getState().notices.map(({ code }) => code)).toEqual(["data-known"]);
  });

  it("that are cut change nothing", async () => {
    const here = await page();
    const before = here.store.getState().held;
    const text = await projectOf(here.needs, ["pain1"]);
    await openProject(here.needs, here, text.slice(0, 300));
    expect(here.codes()).toEqual(["project-not-json"]);
    expect(here.store.getState().held).toBe(before);
    expect(await here.names()).toEqual(["pain"]);
  });

  it("open where nothing can be kept", async () => {
    const here = await page();
    const other = { ...edited(PAIN), id: "b", name: "migraine" };
    await here.loading.keep(held(other));
    const text = await projectOf(here.needs, ["b", "pain1"]);
    const there = createPage(here.db);
    here.db.fail(new Error("denied"));
    const opening = createOwnOpening(there, here.autosave);
    await openProject(there, { ...here, opening }, text);
    expect(there.store.getState().own.map(({ key }) => key)).toEqual(["own-b", "own-pain1"]);
    expect(there.store.getState().held?.key).toBe("own-b");
  });
});

describe("freeName", () => {
  it.each([
    ["a", [], "a"],
    ["a", ["a"], "a (2)"],
    ["a (2)", ["a", "a (2)"], "a (3)"],
    ["(2)", ["(2)"], "(2) (2)"],
  ])("of %s beside %j is %s", (name, taken, free) => expect(freeName(name, taken)).toBe(free));
});
