import * as v from "valibot";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createMemoryStore } from "./memoryStore";
import { createRemembered } from "./remembered";

const Names = v.array(v.string());

/** The storage of a browser that former versions wrote to. */
function stubStorage(entries: readonly (readonly [string, string])[]) {
  const stored = new Map(entries);
  vi.stubGlobal("localStorage", {
    get length() {
      return stored.size;
    },
    key: (at: number) => [...stored.keys()][at] ?? null,
    getItem: (key: string) => stored.get(key) ?? null,
    removeItem: (key: string) => stored.delete(key),
  });
  return stored;
}

beforeEach(() => void stubStorage([]));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("what is remembered", () => {
  it("is there for the next page, and nothing where it was never said or is of another kind", async () => {
    const db = createMemoryStore();
    await createRemembered(db).change("names", Names, () => ["a"]);
    const next = createRemembered(db);
    expect(await next.read("names", Names)).toEqual(["a"]);
    expect(await next.read("others", Names)).toBeNull();
    expect(await next.read("names", v.number())).toBeNull();
  });

  it("hears each of several changes at once, of one page or two", async () => {
    const db = createMemoryStore();
    const [one, two] = [createRemembered(db), createRemembered(db)];
    const add = (to: typeof one, name: string) => to.change("names", Names, (now) => [...(now ?? []), name]);
    await Promise.all([add(one, "a"), add(two, "b"), add(one, "c")]);
    expect((await one.read("names", Names))?.toSorted()).toEqual(["a", "b", "c"]);
  });

  it("goes with everything else", async () => {
    const db = createMemoryStore();
    const remembered = createRemembered(db);
    await remembered.change("names", Names, () => ["a"]);
    await db.clear();
    expect(await remembered.read("names", Names)).toBeNull();
  });

  it("is nothing, and no fault, where storage is denied", async () => {
    const db = createMemoryStore();
    db.fail(new DOMException("denied", "SecurityError"));
    const remembered = createRemembered(db);
    await remembered.change("names", Names, () => ["a"]);
    expect(await remembered.read("names", Names)).toBeNull();
    db.fail(null);
    expect(await remembered.read("names", Names)).toBeNull();
  });

  it("is not waited for where the database does not answer", async () => {
    vi.useFakeTimers();
    const remembered = createRemembered({ ...createMemoryStore(), recall: () => new Promise(() => {}) });
    const read = remembered.read("names", Names);
    await vi.advanceTimersByTimeAsync(2000);
    expect(await read).toBeNull();
  });
});

describe("what former versions remembered", () => {
  const FORMER = [
    ["understory.names", '["a"]'],
    ["understory.broken", "{"],
    ["understory.theme", "dark"],
    ["understory.lens", "on"],
    ["other", '["x"]'],
  ] as const;

  it("is taken over once, but for what is drawn before a database answers", async () => {
    const stored = stubStorage(FORMER);
    const db = createMemoryStore();
    expect(await createRemembered(db).read("names", Names)).toEqual(["a"]);
    expect([...stored.keys()]).toEqual(["understory.theme", "understory.lens", "other"]);
    expect(await db.recall("theme")).toBeUndefined();
    expect(await db.recall("broken")).toBeUndefined();
  });

  it("gives way to what was said since", async () => {
    const db = createMemoryStore();
    await db.change("names", () => ["b"]);
    stubStorage(FORMER);
    expect(await createRemembered(db).read("names", Names)).toEqual(["b"]);
  });

  it("stays where it is while the database is denied", async () => {
    const stored = stubStorage(FORMER);
    const db = createMemoryStore();
    db.fail(new Error("denied"));
    expect(await createRemembered(db).read("names", Names)).toBeNull();
    expect(stored.get("understory.names")).toBe('["a"]');
    db.fail(null);
    expect(await createRemembered(db).read("names", Names)).toEqual(["a"]);
  });
});
