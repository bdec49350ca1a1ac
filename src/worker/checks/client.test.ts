import { describe, expect, it } from "vitest";
import { readOwn } from "../../data/readDataset";
import { bundled } from "../bundledDataset";
import { type Checkable, createChecksClient } from "./client";
import { checkDataset, checkOwn } from "./findSlips";
import { MEANS, ownOf, PAIN } from "./fixtures";
import type { ChecksService } from "./service";

/** Trials of pain without the last few, as the page holds them. */
function pain(without: number): Checkable {
  const own = ownOf(MEANS, PAIN.slice(0, PAIN.length - without));
  const { dataset } = readOwn(own);
  if (!dataset) throw new Error("the fixture cannot be read");
  return { dataset, own };
}

/** Services that run the real checks here, each of which can be killed; what each was sent, by the count of rows. */
function services() {
  const sent: number[] = [];
  const kill: (() => void)[] = [];
  let isDeaf = false;
  const start = (): ChecksService => {
    const death = new Promise<void>((died) => kill.push(died));
    const call = async <T>(rows: number, run: () => T): Promise<T> => {
      sent.push(rows);
      await Promise.resolve();
      return isDeaf ? new Promise<T>(() => {}) : run();
    };
    const api: ChecksService["api"] = {
      checkOwn: (own) => call(own.table.rows.length, () => checkOwn(own)),
      checkDataset: (dataset) => call(dataset.rows.length, () => checkDataset(dataset)),
    };
    return { api, death };
  };
  const deafen = (next: boolean) => {
    isDeaf = next;
  };
  return { start, sent, kill, deafen };
}

describe("the client of the checks", () => {
  it("starts its worker for the first data and keeps it, and finds what the checks find", async () => {
    const { start, kill } = services();
    const { check } = createChecksClient(start);
    expect(kill).toHaveLength(0);
    const mine = pain(0);
    expect(await check(mine)).toEqual(mine.own && checkOwn(mine.own));
    const dataset = bundled("nrt-smoking");
    const found = await check({ dataset });
    expect(found).toEqual(checkDataset(dataset));
    expect(found?.findings.length).toBeGreaterThan(0);
    expect(kill).toHaveLength(1);
  });

  it("sends the same data once, under whatever they are shown", async () => {
    const { start, sent } = services();
    const { check } = createChecksClient(start);
    const mine = pain(0);
    const [one, two] = await Promise.all([check(mine), check({ ...mine })]);
    expect(two).toBe(one);
    expect(await check(mine)).toBe(one);
    expect(sent).toEqual([6]);
  });

  it("looks at the newest of those that wait, and at another when it is asked for again", async () => {
    const { start, sent } = services();
    const { check } = createChecksClient(start);
    const [first, second, third] = [pain(0), pain(1), pain(2)];
    const [one, two, three, again] = await Promise.all([check(first), check(second), check(third), check(first)]);
    expect([one?.rowIds.length, two, three?.rowIds.length]).toEqual([6, null, 4]);
    expect(again).toBe(one);
    expect((await check(second))?.rowIds).toHaveLength(5);
    expect(sent).toEqual([6, 4, 5]);
  });

  it("rejects when the worker dies over the data, and looks at them anew with a fresh one", async () => {
    const { start, kill, deafen } = services();
    const { check } = createChecksClient(start);
    const [first, second] = [pain(0), pain(1)];
    deafen(true);
    const [lost, waits] = [check(first), check(second)];
    await Promise.resolve();
    deafen(false);
    kill[0]?.();
    await expect(lost).rejects.toThrow("died");
    expect((await waits)?.rowIds).toHaveLength(5);
    expect((await check(first))?.rowIds).toHaveLength(6);
    expect(kill).toHaveLength(2);
  });
});
