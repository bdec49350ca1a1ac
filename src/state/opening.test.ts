import { describe, expect, it, vi } from "vitest";
import { NO_LENS } from "../model/lens";
import type { Mapping } from "../model/mapping";
import type { OwnData } from "../model/ownData";
import { bundled } from "../worker/bundledDataset";
import type { PoolClient } from "../worker/client";
import type { ImportClient } from "../worker/import/client";
import type { Inspected } from "../worker/import/protocol";
import { createMemoryStore } from "./keep/memoryStore";
import { createRemembered } from "./keep/remembered";
import { createLoading } from "./loading";
import { type ChosenFiles, createOpening } from "./opening";
import { createAppStore } from "./store";

const dataset = bundled("bcg-tuberculosis");
const OWN: OwnData = {
  ...{ id: "a1", name: "bcg", fileName: "bcg.csv", format: "tidy table", described: {}, remedies: [], exported: [] },
  table: { header: [], rows: [] },
};
const READING = { dataset, errors: [], errorCount: 0, rejectedRows: 0, notes: [] };
const FAULT = { code: "x", message: "Row 2 is wrong.", remedy: "Mend it.", where: { row: 2 } };
const READ: Inspected = { kind: "read", own: OWN, reading: READING };
const FAULTY: Inspected = {
  kind: "read",
  own: OWN,
  reading: { ...READING, errors: [FAULT], errorCount: 1, rejectedRows: 1 },
};

const file = (name: string): ChosenFiles => ({ name, read: async () => [{ name, bytes: new Uint8Array() }] });

/** A page whose import worker finds what it is told. */
function page(inspect: ImportClient["inspect"]) {
  const store = createAppStore();
  const client = { keep: vi.fn(async () => undefined), published: async () => [] } as Partial<PoolClient> as PoolClient;
  const imports = { inspect, read: async () => READING } as Partial<ImportClient> as ImportClient;
  const loading = createLoading(store, client, async () => ({ csv: "", fileName: "" }));
  const remembered = createRemembered(createMemoryStore());
  return { store, client, opening: createOpening(store, imports, loading, remembered) };
}

describe("createOpening", () => {
  it("shows what is read without faults, as the reader's own", async () => {
    const { store, client, opening } = page(async () => READ);
    await opening.open(file("bcg.csv"));
    const { held, own, pending, loading } = store.getState();
    expect(held).toEqual({ key: "own-a1", dataset, own: OWN });
    expect(own).toEqual([held]);
    expect([pending, loading]).toEqual([null, null]);
    expect(client.keep).toHaveBeenCalledWith("own-a1", dataset);
  });

  it("waits with what has faults, and lets go of it without a trace", async () => {
    const { store, opening } = page(async () => FAULTY);
    await opening.open(file("bcg.csv"));
    expect(store.getState().pending).toMatchObject({ step: "faults", fileName: "bcg.csv", own: OWN });
    expect(store.getState().held).toBeNull();
    opening.discard();
    expect(store.getState()).toMatchObject({ pending: null, loading: null, held: null, own: [] });
  });

  it("tells why files are refused", async () => {
    const { store, opening } = page(async () => ({ kind: "refused", errors: [FAULT] }));
    await opening.open(file("x.bin"));
    expect(store.getState().pending).toMatchObject({ step: "faults", own: null, reading: { errors: [FAULT] } });
  });

  it("tells of files that the browser cannot read", async () => {
    const { store, opening } = page(async () => READ);
    const gone = () => Promise.reject(new DOMException("gone", "NotReadableError"));
    await opening.open({ name: "gone.csv", read: gone });
    expect(store.getState().notices[0]?.message).toContain("could not read “gone.csv”");
    expect(store.getState().loading).toBeNull();
  });

  it("drops a slow file for one that was chosen after it", async () => {
    let answer: (found: Inspected) => void = () => {};
    const slow = new Promise<Inspected>((resolve) => {
      answer = resolve;
    });
    const { store, opening } = page((files) => (files[0]?.name === "slow.csv" ? slow : Promise.resolve(READ)));
    const first = opening.open(file("slow.csv"));
    await opening.open(file("quick.csv"));
    answer({ ...READ, own: { ...OWN, id: "slow" } });
    await first;
    expect(store.getState().own.map(({ key }) => key)).toEqual(["own-a1"]);
  });

  it("says so when reading takes a while, and stops it on request", async () => {
    vi.useFakeTimers();
    const { store, opening } = page((_, __, { signal, onProgress } = {}) => {
      setTimeout(() => onProgress?.({ phase: "reading", done: 0.5 }), 400);
      return new Promise((resolve) => signal?.addEventListener("abort", () => resolve(null)));
    });
    const opened = opening.open(file("big.csv"));
    await vi.advanceTimersByTimeAsync(350);
    expect(store.getState().pending).toMatchObject({ step: "reading", progress: null });
    await vi.advanceTimersByTimeAsync(100);
    expect(store.getState().pending).toMatchObject({ step: "reading", progress: { phase: "reading", done: 0.5 } });
    opening.discard();
    await opened;
    expect(store.getState()).toMatchObject({ pending: null, loading: null, held: null, notices: [] });
    vi.useRealTimers();
  });

  it("lets go of a slow file when another dataset is chosen meanwhile", async () => {
    vi.useFakeTimers();
    const { store, opening } = page(() => new Promise((resolve) => setTimeout(() => resolve(READ), 1000)));
    const opened = opening.open(file("slow.csv"));
    await vi.advanceTimersByTimeAsync(400);
    store.setState({ held: { key: "bcg-tuberculosis", dataset }, loading: null });
    await vi.advanceTimersByTimeAsync(1000);
    await opened;
    expect(store.getState()).toMatchObject({ pending: null, held: { key: "bcg-tuberculosis" }, own: [] });
    vi.useRealTimers();
  });

  it("begins the mapping with what was said of such headers before", async () => {
    const column = { header: "a", role: "study", outcome: null, timepoint: null, comparator: null } as const;
    const mapping: Mapping = {
      ...{ columns: [column], constants: { outcome: "", timepoint: "", comparator: "" }, reference: null },
      ...{ splitOutcome: false, givenAre: "ratios" },
    };
    const table = { name: "t", header: ["a"], rows: [], count: 0 };
    const guess: Mapping = { ...mapping, columns: [{ ...column, role: "ignore" }] };
    const { store, opening } = page(async () => ({
      ...{ kind: "map", tables: [table], table: "t", mapping: guess, format: null, notes: [] },
    }));
    await opening.open(file("t.csv"));
    expect(store.getState().pending).toMatchObject({ step: "map", mapping: guess, notes: [] });
    await opening.remember(table, mapping);
    await opening.open(file("t.csv"));
    const notes = [{ code: "mapping-remembered" }];
    expect(store.getState().pending).toMatchObject({ step: "map", mapping, notes });
    expect(await opening.guess(table)).toEqual(mapping);
  });

  it("asks for one's own data before judgements can be laid over them", async () => {
    const { store, opening } = page(async () => ({
      ...{ kind: "judgements", format: "robvis", domains: [], studies: [], notes: [] },
    }));
    store.setState({ held: { key: "bcg-tuberculosis", dataset } });
    await opening.open(file("rob.csv"));
    expect(store.getState().notices[0]?.code).toBe("judgements-need-data");
    expect(store.getState().held?.key).toBe("bcg-tuberculosis");
  });

  it("opens a file of this site by its link, and keeps the link", async () => {
    vi.stubGlobal("fetch", async () => new Response("study"));
    const { store, opening } = page(async () => READ);
    const view = "funnel" as const;
    await opening.openLinked("data/bcg.csv", "https://site.example/", (state) => ({
      ...{ state: { ...state, view, lens: NO_LENS }, notices: [FAULT] },
    }));
    expect(store.getState()).toMatchObject({ held: { link: "data/bcg.csv" }, view, notices: [FAULT] });
    vi.unstubAllGlobals();
  });

  it("says what a link asks for that is elsewhere or not there", async () => {
    vi.stubGlobal("fetch", async () => new Response("", { status: 404 }));
    const { store, opening } = page(async () => READ);
    const correct = vi.fn();
    await opening.openLinked("https://elsewhere.example/a.csv", "https://site.example/", correct);
    await opening.openLinked("gone.csv", "https://site.example/", correct);
    expect(store.getState().notices.map(({ code }) => code)).toEqual(["link-elsewhere", "link-not-fetched"]);
    expect(correct).not.toHaveBeenCalled();
    vi.unstubAllGlobals();
  });
});
