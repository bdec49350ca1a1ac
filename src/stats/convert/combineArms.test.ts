import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { converted, MEASURES } from "../reference/measures";
import { expectClose } from "../reference/reference";
import { combineArms } from "./combineArms";

const TOLERANCE = 1e-10;

describe("combineArms", () => {
  it.each(MEASURES.arms.map((data) => [data.ni.join(" + "), data] as const))(
    "gives what R has of all the values: %s",
    (_, data) => {
      const { mi, sdi, ni } = converted(
        combineArms(data.ni.map((n, i) => ({ mi: data.mi[i]!, sdi: data.sdi[i]!, ni: n }))),
      );
      expectClose(mi, data.mean[0]!, TOLERANCE, sdi);
      expectClose(sdi, data.sd[0]!, TOLERANCE);
      expect(ni).toBe(data.ni.reduce((sum, n) => sum + n));
    },
  );

  it("is Cochrane's formula for two arms", () => {
    const [m1, sd1, n1, m2, sd2, n2] = [12.5, 3.1, 24, -8, 4.4, 31] as const;
    const cross = ((n1 * n2) / (n1 + n2)) * (m1 ** 2 + m2 ** 2 - 2 * m1 * m2);
    const want = Math.sqrt(((n1 - 1) * sd1 ** 2 + (n2 - 1) * sd2 ** 2 + cross) / (n1 + n2 - 1));
    const both = combineArms([
      { mi: m1, sdi: sd1, ni: n1 },
      { mi: m2, sdi: sd2, ni: n2 },
    ]);
    expectClose(converted(both).sdi, want, 1e-14);
  });

  it("does not depend on the order, nor on combining in two steps", () => {
    const arm = fc.record({
      mi: fc.integer({ min: -99, max: 99 }),
      sdi: fc.integer({ min: 1, max: 50 }),
      ni: fc.integer({ min: 1, max: 400 }),
    });
    fc.assert(
      fc.property(arm, arm, arm, (a, b, c) => {
        const want = converted(combineArms([a, b, c]));
        for (const other of [combineArms([c, b, a]), combineArms([a, converted(combineArms([b, c]))])]) {
          expectClose(converted(other).mi, want.mi, 1e-12, want.sdi);
          expectClose(converted(other).sdi, want.sdi, 1e-12);
        }
      }),
      { seed: 8 },
    );
  });

  it("leaves one arm as it is, and needs two participants", () => {
    expect(combineArms([{ mi: 3, sdi: 2, ni: 9 }])).toEqual({ mi: 3, sdi: 2, ni: 9 });
    expect(combineArms([])).toEqual({ reason: "too-few" });
    expect(combineArms([{ mi: 3, sdi: 0, ni: 1 }])).toEqual({ reason: "too-few" });
    expect(combineArms([{ mi: 3, sdi: -2, ni: 9 }])).toEqual({ reason: "impossible" });
  });
});
