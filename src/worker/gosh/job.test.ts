import { describe, expect, it } from "vitest";
import { MEASURES } from "../../model/measure";
import { type GoshCounts, goshExhaustive, goshPoints, studyBins } from "../../stats/index";
import type { GoshJob } from "./client";
import { subsetsJob, subsetsOf, withoutStudy } from "./job";

const STUDIES = [0.3, -0.4, 0.05, 0.9, -0.1, 0.2, -0.33, 0.61].map((yi, rowId) => ({
  rowId,
  yi,
  vi: 0.02 + yi ** 2 / 9,
}));

function counted({ request }: GoshJob): GoshCounts {
  const steps = goshExhaustive(request);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** Subsets above no effect, by the bins above its edge. */
function above({ request: { estimate, spread } }: GoshJob, { joint }: GoshCounts): number {
  const first = Math.round((-estimate.min / (estimate.max - estimate.min)) * estimate.bins);
  return joint.subarray(first * spread.bins).reduce((sum, count) => sum + count, 0);
}

describe("subsetsJob", () => {
  const job = subsetsJob(STUDIES, "DL", "I2", null);

  it("has an edge of a study's bins at no effect, and holds every effect", () => {
    const { min, max, bins } = job.request.estimate;
    const edge = (-min / (max - min)) * studyBins(job.request.estimate);
    expect(edge).toBeCloseTo(Math.round(edge), 9);
    expect(min).toBeLessThanOrEqual(-0.4);
    expect(max).toBeGreaterThanOrEqual(0.9);
    expect(bins).toBe(256);
  });

  it("so counts the sides of no effect exactly", () => {
    const { estimate } = goshPoints(job.request.yi, job.request.vi, job.request.model);
    const truly = estimate.subarray(1).filter((mu) => mu > 0).length;
    expect(above(job, counted(job))).toBe(truly);
  });

  it("splits into the subsets with and without a study", () => {
    const all = counted(job);
    for (const place of [0, 3]) {
      const without = counted(withoutStudy(job, place));
      expect(without.subsets).toBe(2 ** 7 - 1);
      const holding = all.estimateByStudy.subarray(place * 64, (place + 1) * 64);
      const left = (bin: number) => {
        let sum = 0;
        for (let at = bin * 4 * 128; at < (bin + 1) * 4 * 128; at++) sum += all.joint[at]! - without.joint[at]!;
        return sum;
      };
      expect([...holding]).toEqual(Array.from({ length: 64 }, (_, bin) => left(bin)));
    }
  });

  it("keeps the page's estimator where it is quick enough for every subset", () => {
    const many = (k: number) => Array.from({ length: k }, (_, rowId) => ({ rowId, yi: Math.sin(rowId), vi: 0.1 }));
    expect(subsetsJob(many(14), "REML", "I2", null).request.model.method).toBe("REML");
    expect(subsetsJob(many(15), "REML", "I2", null).request.model.method).toBe("DL");
    expect(subsetsJob(many(5), "SJ", "tau2", null).request.model).toEqual({ method: "DL", spread: "tau2" });
    expect(subsetsJob(many(5), "EE", "tau2", null).request.model).toEqual({ method: "EE", spread: "I2" });
    expect(subsetsJob(many(25), "DL", "I2", null).draw).toBeNull();
    expect(subsetsJob(many(26), "DL", "I2", null).draw).toEqual({ subsets: 1_000_000, seed: 1 });
  });

  it("looks closely where random subsets lie, and never beyond the effects", () => {
    const many = Array.from({ length: 40 }, (_, rowId) => ({ rowId, yi: 3 * Math.sin(rowId), vi: 0.1 }));
    const axisOf = (mu: number, se: number) => subsetsJob(many, "DL", "I2", { mu, se }).request.estimate;
    expect(axisOf(1.5, 0.05)).toEqual({ min: 1.1, max: 1.9, bins: 256 });
    const near = axisOf(0.5, 0.05);
    expect([near.min, near.max]).toEqual([expect.closeTo(-0.05, 1), expect.closeTo(0.9, 1)]);
    expect(near.min).toBeLessThanOrEqual(-0.05);
    const whole = axisOf(0.5, 2);
    expect(whole.max).toBeLessThan(3.2);
    expect(subsetsJob(many.slice(0, 20), "DL", "I2", { mu: 1.5, se: 0.05 }).request.estimate.max).toBeGreaterThan(2.9);
  });

  it("gives the counts with what they are counts of", () => {
    const subsets = subsetsOf(job, counted(job), MEASURES.SMD, STUDIES);
    expect(subsets).toMatchObject({
      total: 255,
      seed: null,
      method: "DL",
      spread: "I2",
      rowIds: [0, 1, 2, 3, 4, 5, 6, 7],
    });
  });
});
