import { describe, expect, it } from "vitest";
import { effectOf, LINES, type Line, num, TRIAL_LINES } from "./committed";

describe("the arms", () => {
  const means = LINES.filter((row) => row.ai === "");
  const MAX: Record<string, number> = { VAS: 10, NRS: 10, NDI: 100, ODI: 100 };

  it("stay on their scales, spread as patients do", () => {
    for (const row of means) {
      const max = MAX[row.scale!.slice(0, 3)] ?? Number(/-(\d+)\)/.exec(row.scale!)![1]);
      for (const arm of ["1", "2"]) {
        const mean = num(row, `m${arm}i`);
        const sd = num(row, `sd${arm}i`);
        expect(mean).toBeGreaterThanOrEqual(0.04 * max);
        expect(mean).toBeLessThan(max - 0.8 * sd);
        expect(sd).toBeGreaterThanOrEqual(0.06 * max);
        expect(sd).toBeLessThanOrEqual(0.22 * max);
      }
    }
  });

  it("give no effect that would be absurd of one trial", () => {
    for (const { yi } of means.map(effectOf)) {
      expect(yi).toBeGreaterThan(-3.5);
      expect(yi).toBeLessThan(1);
    }
  });

  it("are measured with an instrument made for the level of the spine, JOA in two trials or more", () => {
    const LEVEL: Record<string, string> = {
      NDI: "Cervical",
      ODI: "Lumbar",
      "JOA (0-17)": "Cervical",
      "JOA (0-29)": "Lumbar",
    };
    for (const row of means.filter((r) => r.outcome === "Physical function")) {
      expect(row.level).toBe(LEVEL[row.scale!] ?? LEVEL[row.scale!.slice(0, 3)]);
    }
    const joa = means.filter((row) => row.scale!.startsWith("JOA"));
    expect(new Set(joa.map((row) => row.study)).size).toBeGreaterThanOrEqual(2);
    expect(joa.every((row) => row.better === "higher")).toBe(true);
    expect(means.filter((row) => row.better === "higher")).toHaveLength(joa.length);
  });

  it("keep or lose patients from visit to visit, and recover on the same instrument", () => {
    for (const [before, now] of TRIAL_LINES.flatMap(visitPairs)) {
      const worse = now.better === "higher" ? -1 : 1;
      expect(now.scale).toBe(before.scale);
      for (const arm of ["1", "2"]) {
        expect(num(now, `n${arm}i`)).toBeLessThanOrEqual(num(before, `n${arm}i`));
        const relapse = (worse * (num(now, `m${arm}i`) - num(before, `m${arm}i`))) / num(now, `sd${arm}i`);
        expect(relapse).toBeLessThanOrEqual(0.5);
      }
    }
  });
});

describe("risk of bias", () => {
  it("is judged overall as the worst of its five domains, and differs between trials", () => {
    const order = ["Low risk", "Some concerns", "High risk"];
    for (const row of LINES) {
      const domains = Object.keys(row).filter((column) => column.startsWith("rob_") && column !== "rob_overall");
      expect(domains).toHaveLength(5);
      const worst = Math.max(...domains.map((domain) => order.indexOf(row[domain]!)));
      expect(row.rob_overall).toBe(order[worst]);
    }
    expect(new Set(TRIAL_LINES.map(([row]) => row!.rob_overall))).toEqual(new Set(order));
  });
});

/** Consecutive visits of one trial for one outcome. */
function visitPairs(trial: readonly Line[]): (readonly [Line, Line])[] {
  return ["Pain", "Physical function"].flatMap((outcome) => {
    const visits = trial.filter((row) => row.outcome === outcome);
    return visits.slice(1).map((now, i) => [visits[i]!, now] as const);
  });
}
