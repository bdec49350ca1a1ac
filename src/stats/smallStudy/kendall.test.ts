import { describe, expect, it } from "vitest";
import { twoSidedP } from "../interval";
import { expectClose } from "../reference/reference";
import { kendall } from "./kendall";

function permutations(values: readonly number[]): readonly (readonly number[])[] {
  if (values.length < 2) return [values];
  return values.flatMap((first, i) => permutations(values.toSpliced(i, 1)).map((rest) => [first, ...rest]));
}

function pairSum(order: readonly number[]): number {
  return order.reduce((sum, a, i) => sum + order.slice(i + 1).reduce((part, b) => part + Math.sign(b - a), 0), 0);
}

describe("kendall", () => {
  it("counts permutations", () => {
    const x = [1, 2, 3, 4, 5, 6];
    const all = permutations(x);
    for (const y of [x, [2, 1, 3, 4, 5, 6], [1, 6, 2, 5, 3, 4], [6, 5, 4, 1, 2, 3]]) {
      const S = Math.abs(pairSum(y));
      const asFar = all.filter((order) => Math.abs(pairSum(order)) >= S).length;
      const got = kendall(x, y)!;
      expectClose(got.pval, asFar / all.length, 1e-14);
      expectClose(got.tau, pairSum(y) / 15, 1e-14);
      expect(got.exact).toBe(true);
    }
  });

  it("keeps its digits in the far tail", () => {
    const x = Array.from({ length: 150 }, (_, i) => i);
    const swapped = [1, 0, ...x.slice(2)];
    // 150 of the 150! permutations have at most one inversion.
    let share = 1;
    for (let j = 2; j <= 150; j++) share /= j;
    expectClose(kendall(x, swapped)?.pval, 2 * 150 * share, 1e-12);
  });

  it("is close to the normal approximation where that takes over", () => {
    const x = Array.from({ length: 301 }, (_, i) => i);
    const y = x.map((i) => Math.sin(i * i) + i / 1000);
    const counted = kendall(x.slice(0, 300), y.slice(0, 300))!;
    const approximated = kendall(x, y)!;
    expect([counted.exact, approximated.exact]).toEqual([true, false]);
    const normal = (tau: number, n: number) => twoSidedP(tau * Math.sqrt((9 * n * (n - 1)) / (2 * (2 * n + 5))), null);
    expectClose(approximated.pval, normal(approximated.tau, 301), 1e-12);
    expectClose(counted.pval, normal(counted.tau, 300), 0.01);
  });

  it("counts pairs as they are defined, with ties in one list, the other and both", () => {
    for (const n of [2, 3, 7, 16, 33, 100]) {
      const x = Array.from({ length: n }, (_, i) => Math.floor(7 * Math.abs(Math.sin(3 * i + n))));
      const y = Array.from({ length: n }, (_, i) => Math.floor(5 * Math.abs(Math.cos(2 * i * i + n))));
      let [S, xPairs, yPairs] = [0, 0, 0];
      for (let i = 1; i < n; i++) {
        for (let j = 0; j < i; j++) {
          S += Math.sign(x[i]! - x[j]!) * Math.sign(y[i]! - y[j]!);
          xPairs += Number(x[i] !== x[j]);
          yPairs += Number(y[i] !== y[j]);
        }
      }
      if (xPairs * yPairs === 0) expect(kendall(x, y)).toBeNull();
      else expectClose(kendall(x, y)?.tau, S / Math.sqrt(xPairs * yPairs), 1e-14, 1);
    }
  });

  it("ranks a hundred thousand values without a pause that a reader would notice", () => {
    const x = Array.from({ length: 100_000 }, (_, i) => Math.sin(i));
    const y = x.map((value, i) => value + Math.cos(i * i));
    const start = performance.now();
    expect(kendall(x, y)?.tau).toBeGreaterThan(0.2);
    expect(performance.now() - start).toBeLessThan(5000); // pair by pair it would be minutes
  });

  it("takes values that differ by rounding for ties", () => {
    const got = kendall([1, 2, 3, 4], [0.1 + 0.2, 0.3, 0.5, 0.7])!;
    expect(got).toEqual(kendall([1, 2, 3, 4], [0.3, 0.3, 0.5, 0.7]));
    expect(got.exact).toBe(false);
  });

  it("is null where a list has one value", () => {
    expect(kendall([1, 1, 1], [1, 2, 3])).toBeNull();
    expect(kendall([1, 2, 3], [0, 0, 0])).toBeNull();
  });
});
