import { describe, expect, it } from "vitest";
import { COCHRANE_2024 } from "../model/poolingModel";
import type { Question } from "../model/selection";
import { createPoolClient } from "./client";
import { createPool } from "./run";
import type { RemotePool, Service } from "./service";

const CSV = "study,outcome,timepoint,comparator,yi,vi\nA,Pain,1 week,Sham,-1,0.1\nB,Pain,1 week,Sham,-2,0.1\n";
const SOURCE = { csv: CSV, fileName: "a.csv" };

function ask(excluded: string[] = []): Question {
  const selection = {
    outcome: "Pain",
    timepoint: "1 week",
    hiddenComparators: [],
    compareBy: null,
    thenBy: null,
    filters: {},
    excluded,
    measure: null,
  };
  return { selection, model: COCHRANE_2024 };
}

/** Services over the real pool, each with a way to kill it and a count of the questions it was asked. */
function workers() {
  const started: { asked: number; explored: number; kill: () => void; deaf: boolean }[] = [];
  const start = (): Service => {
    const pool = createPool();
    const worker = { asked: 0, explored: 0, kill: () => {}, deaf: false };
    const death = new Promise<void>((died) => {
      worker.kill = () => died();
    });
    started.push(worker);
    const call =
      <A extends unknown[], R>(run: (...args: A) => R) =>
      async (...args: A): Promise<R> => {
        await Promise.resolve();
        if (worker.deaf) return new Promise(() => {});
        return run(...args);
      };
    const api: RemotePool = {
      open: call(pool.open),
      restore: call(pool.restore),
      answer: call((...args) => {
        worker.asked += 1;
        return pool.answer(...args);
      }),
      overview: call(pool.overview),
      explore: call((...args: Parameters<RemotePool["explore"]>) => {
        worker.explored += 1;
        return pool.explore(...args);
      }),
      published: call(pool.published),
    };
    return { api, death, stop: () => {} };
  };
  return { start, started };
}

describe("createPoolClient", () => {
  it("answers, and lets the newest of several questions win", async () => {
    const { start, started } = workers();
    const client = createPoolClient(start);
    await client.open("own", SOURCE);
    const answers = await Promise.all([
      client.answer("own", ask()),
      client.answer("own", ask(["a"])),
      client.answer("own", ask(["b"])),
    ]);
    expect(answers[1]).toBeNull();
    expect(answers[2]?.selection.excluded).toEqual(["b"]);
    expect(started[0]?.asked).toBeLessThan(3);
  });

  it("gives all who explore the same the same, and what is explored next to itself", async () => {
    const { start, started } = workers();
    const client = createPoolClient(start);
    await client.open("own", SOURCE);
    const explore = (excluded: string[]) => client.explore("own", "influence", { question: ask(excluded) });
    const [first, again] = await Promise.all([explore([]), explore([])]);
    expect(first?.studies.length).toBe(2);
    expect(again).toBe(first);
    const [older, newer, same] = await Promise.all([explore(["B"]), explore(["A"]), explore(["A"])]);
    expect(older).toBeNull();
    expect(newer?.studies.map(({ studyId }) => studyId)).toEqual(["B"]);
    expect(same).toBe(newer);
    expect(started[0]?.explored).toBeLessThanOrEqual(3);
  });

  it("restarts a worker that dies, gives it back its datasets and asks again", async () => {
    const { start, started } = workers();
    const client = createPoolClient(start);
    await client.open("own", SOURCE);
    const [first] = started;
    if (first) first.deaf = true;
    const answer = client.answer("own", ask());
    first?.kill();
    expect((await answer)?.overall?.k).toBe(2);
    expect(started.length).toBe(2);
  });

  it("gives up on workers that die again and again, and says so", async () => {
    const { start, started } = workers();
    const client = createPoolClient(() => {
      const service = start();
      const worker = started.at(-1);
      if (worker) worker.deaf = true;
      worker?.kill();
      return service;
    });
    await expect(client.open("own", SOURCE)).rejects.toThrow("again and again");
  });
});
