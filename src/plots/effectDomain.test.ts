import { describe, expect, it } from "vitest";
import { effectDomain } from "./effectDomain";

const around = (mu: number, reach: number) => ({ lb: mu - reach, ub: mu + reach });

describe("effectDomain", () => {
  it("holds every interval of studies that are alike", () => {
    const [lo, hi] = effectDomain([around(-1, 0.5), around(-1.4, 0.6), around(-0.6, 0.4)], [around(-1, 0.3)]);
    expect(lo).toBe(-2);
    expect(hi).toBeGreaterThan(0);
  });

  it("leaves one far interval outside, so that the others stay readable", () => {
    const many = Array.from({ length: 8 }, (_, i) => around(-1 + i / 20, 0.4));
    const [lo, hi] = effectDomain([...many, around(20, 15)], []);
    expect(lo).toBeLessThanOrEqual(-1.4);
    expect(hi).toBeLessThan(3);
  });

  it("always holds no effect, with room for a label on either side", () => {
    const [lo, hi] = effectDomain([around(-5, 0.5), around(-6, 0.5)], []);
    expect(hi / (hi - lo)).toBeGreaterThanOrEqual(0.19);
    const [low, high] = effectDomain([around(5, 0.5)], []);
    expect(-low / (high - low)).toBeGreaterThanOrEqual(0.19);
  });

  it("makes sides equal where they nearly are", () => {
    const [lo, hi] = effectDomain([around(0.1, 1)], []);
    expect(lo).toBe(-hi);
  });

  it("holds the pooled interval, unless it is out of all proportion", () => {
    const studies = [around(-0.7, 0.6), around(-1.5, 0.4)];
    expect(effectDomain(studies, [around(-1.1, 1.2)])[0]).toBeLessThanOrEqual(-2.3);
    expect(effectDomain(studies, [around(-1.1, 50)])[0]).toBeGreaterThan(-10);
  });

  it.each([
    [[], []],
    [[{ lb: 0, ub: 0 }], []],
    [[{ lb: Number.NEGATIVE_INFINITY, ub: Number.POSITIVE_INFINITY }], []],
  ])("has some width whatever the data: %j", (studies, pooled) => {
    const [lo, hi] = effectDomain(studies, pooled);
    expect(Number.isFinite(lo) && Number.isFinite(hi)).toBe(true);
    expect(hi).toBeGreaterThan(lo);
  });
});
