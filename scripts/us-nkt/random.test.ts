import { describe, expect, it } from "vitest";
import { createRandom, normal } from "./random";

const draw = (seed: number, stream: number, n = 20_000) => {
  const random = createRandom(seed, stream);
  return Array.from({ length: n }, () => random());
};
const mean = (values: readonly number[]) => values.reduce((total, value) => total + value, 0) / values.length;

describe("createRandom", () => {
  it("repeats itself from the same seed and stream, and from no other", () => {
    expect(draw(1, 2)).toEqual(draw(1, 2));
    expect(draw(1, 3)).not.toEqual(draw(1, 2));
    expect(draw(2, 2)).not.toEqual(draw(1, 2));
  });

  it("spreads evenly over [0, 1), each draw by itself", () => {
    const values = draw(1705669, 0);
    const tenths = Array.from({ length: 10 }, (_, i) => values.filter((u) => Math.floor(10 * u) === i).length);
    // Chi-squared on 9 degrees of freedom passes 27.9 once in a thousand seeds.
    const chi2 = tenths.reduce((total, count) => total + (count - 2000) ** 2 / 2000, 0);
    expect(chi2).toBeLessThan(27.9);
    const lag = mean(values.slice(1).map((u, i) => (u - 0.5) * (values[i]! - 0.5)));
    expect(Math.abs(12 * lag)).toBeLessThan(0.025);
  });
});

describe("normal", () => {
  it("has mean 0 and variance 1", () => {
    const random = createRandom(1705669, 1);
    const values = Array.from({ length: 20_000 }, () => normal(random));
    expect(Math.abs(mean(values))).toBeLessThan(0.025);
    expect(Math.abs(mean(values.map((z) => z * z)) - 1)).toBeLessThan(0.035);
  });
});
