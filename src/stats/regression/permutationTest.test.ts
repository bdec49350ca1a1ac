import { describe, expect, it } from "vitest";
import { xoshiro128 } from "../gosh/xoshiro";
import { expectClose } from "../reference/reference";
import { PERMUTATIONS } from "../reference/regression";
import { orders, signs } from "./arrangements";
import {
  type PermutationProgress,
  type PermutationRequest,
  type PermutationTest,
  permutationTest,
} from "./permutationTest";

const six = PERMUTATIONS[0]!;

function run(request: PermutationRequest): {
  readonly found: PermutationTest;
  readonly progress: PermutationProgress[];
} {
  const steps = permutationTest(request);
  const progress: PermutationProgress[] = [];
  let step = steps.next();
  for (; !step.done; step = steps.next()) progress.push(step.value);
  if ("reason" in step.value) throw new Error(step.value.reason);
  return { found: step.value, progress };
}

describe("permutationTest", () => {
  it.each(PERMUTATIONS.map((want) => [want.name, want] as const))("agrees with metafor: %s", (_, want) => {
    const { found, progress } = run({ ...want, fits: 10000, seed: 1 });
    expect(found.exact).toBe(true);
    expect(found.fits).toBe(want.fits);
    for (const [j, pval] of found.pvals.entries()) expectClose(pval, want.pvals[j]!, 1e-12);
    if (want.moderators === null) expect(found.moderators).toBeNull();
    else expectClose(found.moderators!, want.moderators, 1e-12);
    expect(progress).toHaveLength(Math.floor((want.fits - 1) / 64));
    for (const { total } of progress) expect(total).toBe(want.fits);
  });

  it("draws where there are too many arrangements: near the exact, the same for the same seed", () => {
    const exact = run({ ...six, fits: 10000, seed: 1 }).found;
    const drawn = run({ ...six, fits: 300, seed: 5 }).found;
    expect(drawn).toMatchObject({ exact: false, fits: 300 });
    expect(drawn.pvals[1]).toBeGreaterThanOrEqual(1 / 300); // the observed counts
    expectClose(drawn.pvals[0], exact.pvals[0]!, 0.1, 1);
    expect(run({ ...six, fits: 300, seed: 5 }).found).toEqual(drawn);
    expect(run({ ...six, fits: 300, seed: 6 }).found).not.toEqual(drawn);
    const signsDrawn = run({ ...PERMUTATIONS[5]!, fits: 200, seed: 5 }).found;
    expectClose(signsDrawn.pvals[0], PERMUTATIONS[5]!.pvals[0]!, 0.1, 1);
  });

  it("does not depend on row order or on the unit", () => {
    const { yi, vi, design } = six;
    const turned = { yi: yi.toReversed(), vi: vi.toReversed(), design: design.toReversed() };
    const unit = { yi: yi.map((y) => -10 * y), vi: vi.map((v) => 100 * v) };
    const want = run({ ...six, fits: 720, seed: 1 }).found;
    expect(run({ ...six, ...turned, fits: 720, seed: 1 }).found).toEqual(want);
    expect(run({ ...six, ...unit, fits: 720, seed: 1 }).found).toEqual(want);
  });

  it("has a p of 1 where every arrangement is the observed one", () => {
    const equal = { ...six, yi: six.yi.map(() => 0.3), vi: six.vi.map(() => 0.1) };
    expect(run({ ...equal, fits: 720, seed: 1 }).found).toMatchObject({ pvals: [1, 1], moderators: 1 });
  });

  it("has a reason where there is no regression", () => {
    const two = { ...six, yi: [1, 2], vi: [1, 1], fits: 10, seed: 1 };
    const rows = (years: readonly number[]) => years.map((year) => [1, year]);
    expect(permutationTest({ ...two, design: rows([1, 2]) }).next().value).toEqual({ reason: "too-few-studies" });
    const three = { ...two, yi: [1, 2, 3], vi: [1, 1, 1], design: rows([1, 1, 1]) };
    expect(permutationTest(three).next().value).toEqual({ reason: "redundant-moderators" });
  });

  it("throws RangeError on misuse", () => {
    for (const change of [{ fits: 0 }, { fits: 1.5 }, { seed: 0.5 }, { design: [] }, { yi: [] }]) {
      expect(() => permutationTest({ ...six, fits: 10, seed: 1, ...change }).next()).toThrow(RangeError);
    }
  });
});

describe("arrangements", () => {
  it.each([
    [[1, 2, 3, 4], 24],
    [[0, 0, 1, 1, 2], 30],
    [[5, 5, 5], 1],
  ])("steps through the orders of %j once and returns", (labels, total) => {
    const now = Int32Array.from(labels);
    const arrangements = orders(now);
    expect(arrangements.total).toBe(total);
    const met = new Set<string>();
    for (let step = 0; step < total; step++) {
      met.add(now.join());
      arrangements.advance();
    }
    expect(met.size).toBe(total);
    expect(Array.from(now)).toEqual(labels);
  });

  it("counts beyond what can be met", () => {
    expect(orders(Int32Array.from({ length: 18 }, (_, i) => i)).total).toBe(6402373705728000);
    expect(orders(Int32Array.from({ length: 300 }, (_, i) => i)).total).toBe(Infinity);
  });

  it("steps through all signs once and returns", () => {
    const now = new Int32Array(4).fill(1);
    const arrangements = signs(now);
    const met = new Set<string>();
    for (let step = 0; step < arrangements.total; step++) {
      met.add(now.join());
      arrangements.advance();
    }
    expect(met.size).toBe(16);
    expect(now.join()).toBe("1,1,1,1");
  });

  it("draws every order with equal chance", () => {
    const now = Int32Array.from([0, 1, 2]);
    const arrangements = orders(now);
    const bits = xoshiro128(3);
    const counts = new Map<string, number>();
    for (let draw = 0; draw < 6000; draw++) {
      arrangements.draw(bits);
      counts.set(now.join(), (counts.get(now.join()) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(120); // four standard deviations
  });
});
