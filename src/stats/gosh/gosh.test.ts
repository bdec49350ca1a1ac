import fc from "fast-check";
import { describe, expect, it } from "vitest";
import goshJson from "../reference/gosh.json?raw";
import { expectClose, FITS } from "../reference/reference";
import { tau2REML } from "../tau2/reml";
import { emptyCounts, type GoshCounts, mergeCounts, STUDY_SHIFT, studyBins } from "./counts";
import { goshExhaustive, MAX_EXHAUSTIVE } from "./exhaustive";
import { goshPoints } from "./points";
import { goshRandom } from "./random";
import { type GoshModel, type GoshRequest, goshAxes } from "./request";
import { binOf, binsPerUnit } from "./tally";
import { fromState, xoshiro128 } from "./xoshiro";

interface Reference {
  readonly yi: readonly number[];
  readonly vi: readonly number[];
  readonly fits: Readonly<
    Record<"EE" | "DL" | "REML", Readonly<Record<"estimate" | "I2" | "tau2", readonly number[]>>>
  >;
}

const bcg: Reference = JSON.parse(goshJson);
const MODELS: readonly GoshModel[] = [
  { method: "EE", spread: "I2" },
  { method: "DL", spread: "I2" },
  { method: "DL", spread: "tau2" },
  { method: "REML", spread: "I2" },
  { method: "REML", spread: "tau2" },
  { method: "DL", spread: "k" },
  { method: "EE", spread: "k" },
];

function finished<T>(steps: Generator<unknown, T, void>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

function requestOf(yi: readonly number[], vi: readonly number[], model: GoshModel): GoshRequest {
  return { yi, vi, model, ...goshAxes(yi, model.spread, { estimate: 50, spread: 30 }) };
}

/** Made-up studies: a fixed wave of effects, variances over two decades. */
function waves(k: number): { yi: number[]; vi: number[] } {
  const places = Array.from({ length: k }, (_, i) => i + 1);
  return { yi: places.map((i) => Math.sin(i * i)), vi: places.map((i) => 10 ** (Math.cos(3 * i) - 1)) };
}

/** How many bits of a subset are set. */
function membersOf(subset: number): number {
  return subset.toString(2).replaceAll("0", "").length;
}

/** The counts that every subset's own point gives, one after another. */
function countedByPoints(request: GoshRequest): GoshCounts {
  const counts = emptyCounts(request);
  const points = goshPoints(request.yi, request.vi, request.model);
  const { estimate, spread } = request;
  for (let subset = 1; subset < 2 ** request.yi.length; subset++) {
    const e = binOf(points.estimate[subset]!, estimate.min, binsPerUnit(estimate), estimate.bins);
    const s = binOf(points.spread[subset]!, spread.min, binsPerUnit(spread), spread.bins);
    counts.subsets++;
    counts.joint[e * spread.bins + s]!++;
    request.yi.forEach((_, study) => {
      if ((subset & (1 << study)) === 0) return;
      counts.estimateByStudy[study * studyBins(estimate) + (e >> STUDY_SHIFT)]!++;
      counts.spreadByStudy[study * studyBins(spread) + (s >> STUDY_SHIFT)]!++;
    });
  }
  return counts;
}

describe("goshPoints", () => {
  it.each(MODELS)("agrees with metafor on all 1,023 subsets of ten trials, $method $spread", (model) => {
    const want = { ...bcg.fits[model.method], k: Array.from({ length: 1023 }, (_, i) => membersOf(i + 1)) };
    const { estimate, spread } = goshPoints(bcg.yi, bcg.vi, model);
    expect(want.estimate).toHaveLength(1023);
    want.estimate.forEach((mu, i) => {
      expectClose(estimate[i + 1], mu, 1e-10, 0.1);
      expectClose(spread[i + 1], want[model.spread][i]!, 1e-10, model.spread === "I2" ? 1 : 1e-2);
    });
  });

  it("finds the likelihood's global maximum in every subset, where it has two peaks", () => {
    for (const { yi, vi } of FITS.filter((data) => data.name.startsWith("peaks"))) {
      const { spread } = goshPoints(yi, vi, { method: "REML", spread: "tau2" });
      for (let subset = 1; subset < spread.length; subset++) {
        const isIn = (_: number, study: number) => (subset & (1 << study)) > 0;
        expectClose(spread[subset], tau2REML(yi.filter(isIn), vi.filter(isIn)).tau2, 1e-8, 1e-6);
      }
    }
  });

  it("takes variances too far apart for products of them", () => {
    const vi = Array.from({ length: 12 }, (_, i) => 10 ** (6 * (i % 12) - 33));
    const { yi } = waves(12);
    const { estimate, spread } = goshPoints(yi, vi, { method: "DL", spread: "I2" });
    expect([...estimate, ...spread].every(Number.isFinite)).toBe(true);
  });

  it("gives equal effects no spread, and follows a shift, a sign and a unit", () => {
    const equal = goshPoints([0.3, 0.3, 0.3], [1, 2, 3], { method: "REML", spread: "tau2" });
    expect([...equal.estimate]).toEqual([0, ...Array(7).fill(0.3)]);
    expect([...equal.spread]).toEqual(Array(8).fill(0));
    const { yi, vi } = waves(7);
    const number = fc.double({ min: -5, max: 5, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(...MODELS), number, fc.constantFrom(-2, -1, 0.1, 3), (model, shift, unit) => {
        const from = goshPoints(yi, vi, model);
        const to = goshPoints(
          yi.map((y) => unit * (y + shift)),
          vi.map((v) => unit * unit * v),
          model,
        );
        const spreadUnit = model.spread === "tau2" ? unit * unit : 1;
        for (let subset = 1; subset < 128; subset++) {
          expectClose(to.estimate[subset]! / unit - shift, from.estimate[subset]!, 1e-8, 1);
          expectClose(to.spread[subset]! / spreadUnit, from.spread[subset]!, 1e-8, 1);
        }
      }),
      { seed: 5, numRuns: 40 },
    );
  });
});

describe("goshExhaustive", () => {
  it.each([1, 2, 8, 9, 12])("counts each of the subsets of %i studies once, jointly and by study", (k) => {
    const { yi, vi } = waves(k);
    for (const model of MODELS) {
      const request = requestOf(yi, vi, model);
      expect(finished(goshExhaustive(request))).toEqual(countedByPoints(request));
    }
  });

  it("joins its parts to the whole, beyond two tables too, and reports its progress", () => {
    const { yi, vi } = waves(18);
    const request = requestOf(yi, vi, { method: "DL", spread: "I2" });
    const steps = [...goshExhaustive(request)];
    expect(steps.map(({ done }) => done)).toEqual([1, 2, 3, 4].map((step) => step * 65536));
    const whole = finished(goshExhaustive(request));
    const joined = emptyCounts(request);
    for (const index of [0, 1, 2]) mergeCounts(joined, finished(goshExhaustive(request, { index, of: 3 })));
    expect(joined).toEqual(whole);
    expect(whole.subsets).toBe(2 ** 18 - 1);
    // Each study is in half of all subsets, the empty one counted.
    for (let study = 0; study < 18; study++) {
      const bins = studyBins(request.estimate);
      const row = whole.estimateByStudy.subarray(study * bins, (study + 1) * bins);
      expect(row.reduce((sum, count) => sum + count, 0)).toBe(2 ** 17);
    }
  });

  it("counts two requests in turn as it counts each alone", () => {
    const requests = [18, 17].map((k) => requestOf(waves(k).yi, waves(k).vi, { method: "DL", spread: "tau2" }));
    const alone = requests.map((request) => finished(goshExhaustive(request)));
    const runs = requests.map((request) => goshExhaustive(request));
    const steps = runs.map((run) => run.next());
    while (steps.some((step) => !step.done)) {
      runs.forEach((run, i) => {
        if (!steps[i]!.done) steps[i] = run.next();
      });
    }
    expect(steps.map((step) => step.value)).toEqual(alone);
  });

  it("leaves finished counts alone when others are counted, and takes no harm from ones given up", () => {
    const { yi, vi } = waves(17);
    const request = requestOf(yi, vi, MODELS[0]!);
    const first = finished(goshExhaustive(request));
    const copy = structuredClone(first);
    mergeCounts(first, copy); // as the first of several parts
    const merged = structuredClone(first);
    goshExhaustive(requestOf(waves(18).yi, waves(18).vi, MODELS[1]!)).next(); // and no further
    expect(first).toEqual(merged);
    expect(finished(goshExhaustive(request))).toEqual(copy);
  });

  it("refuses more than 25 studies, and axes and parts that are none", () => {
    const { yi, vi } = waves(MAX_EXHAUSTIVE + 1);
    const good = requestOf([1, 2], [1, 1], MODELS[0]!);
    expect(() => goshExhaustive(requestOf(yi, vi, MODELS[0]!)).next()).toThrow(RangeError);
    expect(() => goshExhaustive(good, { index: 2, of: 2 }).next()).toThrow(RangeError);
    expect(() => goshExhaustive({ ...good, estimate: { min: 0, max: 1, bins: 0 } }).next()).toThrow(RangeError);
    expect(() => goshExhaustive({ ...good, spread: { min: 0, max: NaN, bins: 3 } }).next()).toThrow(RangeError);
    expect(() => goshExhaustive({ ...good, spread: { min: 0, max: 1, bins: 257 } }).next()).toThrow(RangeError);
    expect(() => goshPoints(yi, vi, MODELS[0]!)).toThrow(RangeError);
  });
});

describe("goshRandom", () => {
  it("draws the same subsets from the same seed, and no others from another", () => {
    const { yi, vi } = waves(40);
    const request = requestOf(yi, vi, { method: "REML", spread: "I2" });
    const once = finished(goshRandom(request, { subsets: 5000, seed: 11 }));
    expect(finished(goshRandom(request, { subsets: 5000, seed: 11 }))).toEqual(once);
    expect(finished(goshRandom(request, { subsets: 5000, seed: 12 })).joint).not.toEqual(once.joint);
    expect(once.joint.reduce((sum, count) => sum + count, 0)).toBe(5000);
  });

  it("draws every subset equally often", () => {
    const { yi, vi } = waves(6);
    const request = requestOf(yi, vi, { method: "DL", spread: "I2" });
    const all = finished(goshExhaustive(request));
    const some = finished(goshRandom(request, { subsets: 63_000, seed: 1 }));
    all.joint.forEach((count, bin) => {
      expect(Math.abs(some.joint[bin]! - 1000 * count)).toBeLessThanOrEqual(5 * Math.sqrt(1000 * count));
    });
  });

  it("refuses a draw that is none", () => {
    const request = requestOf([1, 2], [1, 1], MODELS[0]!);
    for (const draw of [
      { subsets: 0, seed: 1 },
      { subsets: 10, seed: 0.5 },
    ]) {
      expect(() => goshRandom(request, draw).next()).toThrow(RangeError);
    }
  });
});

describe("xoshiro128**", () => {
  it("gives the first numbers worked by hand from the state 1, 2, 3, 4", () => {
    const bits = fromState([1, 2, 3, 4]);
    expect([bits(), bits(), bits()]).toEqual([11520, 0, 5927040]);
  });

  it("gives unlike bits for seeds side by side", () => {
    const firsts = [0, 1, 2, 3].map((seed) => xoshiro128(seed)());
    expect(new Set(firsts).size).toBe(4);
  });
});
