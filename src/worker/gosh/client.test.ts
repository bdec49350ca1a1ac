import { describe, expect, it } from "vitest";
import { type GoshCounts, type GoshProgress, type GoshRequest, goshAxes, goshExhaustive } from "../../stats/index";
import { createGoshClient } from "./client";
import type { GoshOrder } from "./protocol";
import { createGoshRun } from "./run";
import type { GoshListener } from "./service";

function requestOf(k: number): GoshRequest {
  const yi = Array.from({ length: k }, (_, i) => Math.sin(i * i));
  return { yi, vi: yi.map(() => 0.1), model: { method: "DL", spread: "I2" }, ...goshAxes(yi, "I2") };
}

function countedAtOnce(request: GoshRequest): GoshCounts {
  const steps = goshExhaustive(request);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** Workers over the real run, each with the orders that it was sent and a way to kill it. */
function workers() {
  const started: { orders: GoshOrder[]; stopped: boolean; die: () => void }[] = [];
  const start = (listener: GoshListener) => {
    const run = createGoshRun({
      report: (report) => void Promise.resolve().then(() => listener.report(report)),
      breathe: () => new Promise((resolve) => setTimeout(resolve)),
      now: () => performance.now(),
    });
    const worker = { orders: [] as GoshOrder[], stopped: false, die: listener.died };
    started.push(worker);
    return {
      send(order: GoshOrder) {
        worker.orders.push(order);
        void Promise.resolve().then(() => run(order));
      },
      stop: () => {
        worker.stopped = true;
      },
    };
  };
  return { start, started };
}

describe("createGoshClient", () => {
  it("counts on two workers where it pays, and reports how far both are", async () => {
    const { start, started } = workers();
    const heard: GoshProgress[] = [];
    const request = requestOf(18);
    const counts = await createGoshClient(start, 2).count({ request, draw: null }, (progress) => heard.push(progress));
    expect(started).toHaveLength(2);
    expect(counts).toEqual(countedAtOnce(request));
    for (const { done, total } of heard) {
      expect(total).toBe(2 ** 18);
      expect(done).toBeLessThanOrEqual(total);
    }
  });

  it("counts few studies, and random subsets, on one", async () => {
    const { start, started } = workers();
    const client = createGoshClient(start, 2);
    expect(await client.count({ request: requestOf(10), draw: null })).toMatchObject({ subsets: 1023 });
    const draw = { subsets: 4096, seed: 1 };
    expect(await client.count({ request: requestOf(30), draw })).toMatchObject({ subsets: 4096 });
    expect(started).toHaveLength(1);
  });

  it("lets the newest job win, and a stop end it", async () => {
    const { start, started } = workers();
    const client = createGoshClient(start, 2);
    const older = client.count({ request: requestOf(18), draw: null });
    const newer = client.count({ request: requestOf(9), draw: null });
    expect(await older).toBeNull();
    expect(await newer).toMatchObject({ subsets: 511 });
    expect(started[1]?.orders.at(-1)).toEqual({ kind: "stop" });
    const stopped = client.count({ request: requestOf(9), draw: null });
    client.stop();
    expect(await stopped).toBeNull();
  });

  it("rejects a job that is none, and goes on", async () => {
    const client = createGoshClient(workers().start, 1);
    await expect(client.count({ request: requestOf(26), draw: null })).rejects.toThrow("26 studies");
    expect(await client.count({ request: requestOf(4), draw: null })).toMatchObject({ subsets: 15 });
  });

  it("rejects when a worker dies, ends the other, and starts fresh ones for the next job", async () => {
    const { start, started } = workers();
    const client = createGoshClient(start, 2);
    const lost = client.count({ request: requestOf(18), draw: null });
    started[1]?.die();
    await expect(lost).rejects.toThrow("died");
    expect(started.map(({ stopped }) => stopped)).toEqual([true, true]);
    const next = client.count({ request: requestOf(6), draw: null });
    started[0]?.die(); // late news of one that is gone
    expect(await next).toMatchObject({ subsets: 63 });
    expect(started).toHaveLength(3);
  });
});
