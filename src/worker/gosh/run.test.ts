import { describe, expect, it } from "vitest";
import { type GoshRequest, goshAxes } from "../../stats/index";
import type { GoshOrder, GoshReport, GoshTask } from "./protocol";
import { createGoshRun } from "./run";

function requestOf(k: number): GoshRequest {
  const yi = Array.from({ length: k }, (_, i) => Math.sin(i * i));
  return { yi, vi: yi.map(() => 0.1), model: { method: "EE", spread: "I2" }, ...goshAxes(yi, "I2") };
}

function whole(k: number): GoshTask {
  return { kind: "exhaustive", request: requestOf(k), part: { index: 0, of: 1 } };
}

/** A port whose clock goes on by a second at every look, so that a run breathes after every step. */
function portOf(whenBreathing: () => void = () => {}) {
  const reports: GoshReport[] = [];
  let seconds = 0;
  return {
    reports,
    report: (report: GoshReport) => void reports.push(report),
    breathe: async () => whenBreathing(),
    now: () => 1000 * seconds++,
  };
}

describe("createGoshRun", () => {
  it("reports its progress, and then the counts of every subset", async () => {
    const port = portOf();
    await createGoshRun(port)({ kind: "count", id: 7, task: whole(17) });
    expect(port.reports.map(({ kind, id }) => [kind, id])).toEqual([
      ["progress", 7],
      ["progress", 7],
      ["counted", 7],
    ]);
    expect(port.reports[0]).toMatchObject({ progress: { done: 65536, total: 131072 } });
    expect(port.reports[2]).toMatchObject({ counts: { subsets: 2 ** 17 - 1 } });
  });

  it("draws random subsets", async () => {
    const port = portOf();
    const draw = { subsets: 5000, seed: 3 };
    await createGoshRun(port)({ kind: "count", id: 1, task: { kind: "random", request: requestOf(30), draw } });
    expect(port.reports.at(-1)).toMatchObject({ kind: "counted", counts: { subsets: 5000 } });
  });

  it("gives way to a newer order, and says no more of the older", async () => {
    const waiting: GoshOrder[] = [{ kind: "count", id: 2, task: whole(5) }];
    const taken: Promise<void>[] = [];
    const port = portOf(() => {
      const order = waiting.pop();
      if (order) taken.push(run(order));
    });
    const run = createGoshRun(port);
    await run({ kind: "count", id: 1, task: whole(18) });
    await Promise.all(taken);
    expect(port.reports.filter(({ id }) => id === 1).map(({ kind }) => kind)).toEqual(["progress"]);
    expect(port.reports.at(-1)).toMatchObject({ kind: "counted", id: 2 });
  });

  it("stops when it is told to", async () => {
    const port = portOf(() => void run({ kind: "stop" }));
    const run = createGoshRun(port);
    await run({ kind: "count", id: 1, task: whole(18) });
    expect(port.reports.map(({ kind }) => kind)).toEqual(["progress"]);
  });

  it("says what is wrong with a task that is none", async () => {
    const port = portOf();
    await createGoshRun(port)({ kind: "count", id: 1, task: whole(26) });
    expect(port.reports).toEqual([{ kind: "failed", id: 1, message: expect.stringContaining("26 studies") }]);
  });
});
