import { describe, expect, it, vi } from "vitest";
import type { Autosave } from "./autosave";
import { entryOf } from "./draft";
import { createPage, edited, held, PAIN } from "./fixtures";
import { createMemoryStore } from "./memoryStore";
import { createOwnOpening } from "./opening";
import { place } from "./placing";

const AS_IT_IS = (state: object) => ({ state, notices: [] }) as never;

async function page() {
  const db = createMemoryStore();
  const needs = createPage(db);
  const learn = vi.fn();
  const autosave: Autosave = {
    learn,
    revisionOf: () => 1,
    flush: async () => undefined,
    drop: vi.fn(),
    pickUp: vi.fn(),
  };
  const view = { search: "?data=own-pain1&outcome=Function&view=data", pinned: "?outcome=Pain&model=custom&method=EE" };
  await db.save({ entry: entryOf({ own: PAIN, ...view }), own: PAIN, expected: 0 });
  return { ...needs, db, learn, opening: createOwnOpening(needs, autosave) };
}

describe("kept data", () => {
  it("open as a link asks, with what the reader held on to", async () => {
    const { opening, store, learn } = await page();
    expect(await opening.openKept("own-pain1", AS_IT_IS)).toBe(true);
    const { held: now, own, selection } = store.getState();
    expect(now?.own).toEqual(PAIN);
    expect(own).toEqual([now]);
    expect(selection.outcome).toBe("Pain");
    expect(learn).toHaveBeenCalledWith(expect.objectContaining({ own: now?.own }));
    store.setState({ answered: { analysis: { groups: [] } as never } });
    await vi.waitFor(() => expect(store.getState().pinned?.analysis.model.method).toBe("EE"));
  });

  it("open where the reader left them", async () => {
    const { opening, store } = await page();
    await opening.reopen("own-pain1");
    expect(store.getState()).toMatchObject({ view: "data", selection: { outcome: "Function" } });
  });

  it("are those that are open already where they are, edits that wait included", async () => {
    const { opening, store, loading } = await page();
    const now = held(edited(PAIN));
    await loading.keep(now);
    await opening.reopen("own-pain1");
    expect(store.getState().held).toBe(now);
    expect(store.getState().view).toBe("data");
  });

  it("that are not here are told from those that are", async () => {
    const { opening, db } = await page();
    expect(await opening.openKept("own-other", AS_IT_IS)).toBe(false);
    db.fail(new Error("denied"));
    expect(await opening.openKept("own-pain1", AS_IT_IS)).toBe(false);
  });

  it("give way to what the reader chooses while they are read", async () => {
    const { store, db, ...needs } = await page();
    const read: typeof needs.read = async (own) => {
      store.setState({ loading: "us-nkt" });
      return needs.read(own);
    };
    const autosave: Autosave = {
      learn: vi.fn(),
      revisionOf: () => 1,
      flush: async () => undefined,
      drop: vi.fn(),
      pickUp: vi.fn(),
    };
    const opening = createOwnOpening({ ...needs, store, db, read }, autosave);
    expect(await opening.openKept("own-pain1", AS_IT_IS)).toBe(false);
    expect(store.getState().held).toBeNull();
  });

  it("that cannot be read any more are said, and change nothing", async () => {
    const { opening, store, db } = await page();
    const entry = entryOf({ own: { ...PAIN, id: "bad" }, search: "", pinned: null });
    await db.save({ entry, own: { ...PAIN, id: "bad", table: { header: ["x"], rows: [["1"]] } }, expected: 0 });
    await opening.reopen("own-bad");
    expect(store.getState()).toMatchObject({ held: null, loading: null, notices: [{ code: "kept-not-readable" }] });
  });
});

describe("data from elsewhere", () => {
  it("take the place of none that are here", async () => {
    const needs = await page();
    const placed = await place(needs, edited({ ...PAIN, described: { title: "Pain in the neck" } }));
    expect(placed).toMatchObject({
      isHere: false,
      own: { name: "pain (2)", described: { title: "Pain in the neck" } },
    });
    expect(placed.own.id).not.toBe("pain1");
    expect(placed.notices[0]?.code).toBe("opened-beside");
  });

  it("that are here already are not doubled", async () => {
    const needs = await page();
    expect(await place(needs, { ...PAIN, name: "other" })).toMatchObject({ isHere: true, own: PAIN });
  });

  it("keep their id, and their name where it is free", async () => {
    const needs = await page();
    expect(await place(needs, { ...PAIN, id: "b", name: "migraine" })).toMatchObject({
      own: { id: "b", name: "migraine" },
      notices: [],
    });
    expect((await place(needs, { ...PAIN, id: "b" })).own).toMatchObject({ id: "b", name: "pain (2)" });
  });
});
