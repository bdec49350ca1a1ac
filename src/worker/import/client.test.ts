import { describe, expect, it } from "vitest";
import { createImportClient } from "./client";
import type { Inspected, SourceFile } from "./protocol";
import { createImport } from "./run";
import type { ImportService, RemoteImport } from "./service";

const FILES: SourceFile[] = [
  { name: "mine.csv", bytes: new TextEncoder().encode("who,events t,n t,events c,n c\nLee,4,50,9,51\n") },
];

/** Services that run the real code here, each of which can be killed; the n-th may never answer an inspection. */
function services({ mute = -1 }: { readonly mute?: number } = {}) {
  const kill: (() => void)[] = [];
  const stopped: number[] = [];
  const start = (): ImportService => {
    const place = kill.length;
    const service = createImport();
    const never = new Promise<Inspected>(() => {});
    const api: RemoteImport = {
      inspect: (...args) => (place === mute ? never : service.inspect(...args)),
      mapped: (...args) => service.mapped(...args),
      guess: async (table) => service.guess(table),
      read: async (own) => service.read(own),
    };
    const death = new Promise<void>((died) => kill.push(died));
    return { api, death, stop: () => stopped.push(place) };
  };
  return { start, kill, stopped };
}

const mapOf = (found: Inspected | null) => {
  if (found?.kind !== "map") throw new Error(found?.kind);
  return found;
};

describe("the client of the import worker", () => {
  it("starts a worker when it is first needed, and keeps it", async () => {
    const { start, kill } = services();
    const client = createImportClient(start);
    expect(kill).toHaveLength(0);
    const { mapping, table } = mapOf(await client.inspect(FILES));
    expect((await client.mapped(mapping, table)).reading.dataset?.rows).toHaveLength(1);
    expect(kill).toHaveLength(1);
  });

  it("ends the worker of an inspection that is cancelled, and starts another one next", async () => {
    const { start, stopped } = services({ mute: 0 });
    const client = createImportClient(start);
    const control = new AbortController();
    const found = client.inspect(FILES, {}, { signal: control.signal });
    control.abort();
    expect(await found).toBeNull();
    expect(stopped).toEqual([0]);
    expect((await client.inspect(FILES))?.kind).toBe("map");
    expect(await client.inspect(FILES, {}, { signal: AbortSignal.abort() })).toBeNull();
  });

  it("ends an inspection when a newer one is asked for", async () => {
    const { start } = services({ mute: 0 });
    const client = createImportClient(start);
    const [older, newer] = [client.inspect(FILES), client.inspect(FILES)];
    expect(await older).toBeNull();
    expect((await newer)?.kind).toBe("map");
  });

  it("says that a worker died, and goes on with another one", async () => {
    const { start, kill } = services({ mute: 0 });
    const client = createImportClient(start);
    const found = client.inspect(FILES);
    kill[0]!();
    expect(await found).toMatchObject({ kind: "refused", errors: [{ code: "import-died" }] });
    expect((await client.inspect(FILES))?.kind).toBe("map");
  });

  it("makes the last inspection again before it asks a fresh worker for its tables", async () => {
    const { start, kill } = services();
    const client = createImportClient(start);
    const { mapping, table } = mapOf(await client.inspect(FILES));
    kill[0]!();
    await Promise.resolve();
    expect((await client.mapped(mapping, table)).reading.dataset?.rows).toHaveLength(1);
    expect(await client.guess(table)).toEqual(mapping);
    expect(kill).toHaveLength(2);
  });

  it("gives a message for what a worker throws", async () => {
    const client = createImportClient(services().start);
    expect(await client.guess("no such table")).toBeNull();
  });
});
