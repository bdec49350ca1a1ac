import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CountsData } from "../../model/study";
import { estimable } from "../reference/estimators";
import { expectClose } from "../reference/reference";
import { mantelHaenszel } from "./mantelHaenszel";
import { peto } from "./peto";

const MEASURES = ["OR", "RR", "RD"] as const;
const arm = fc.integer({ min: 2, max: 60 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
const tables = fc.array(
  fc.tuple(arm, arm).map(([[ai, n1i], [ci, n2i]]): CountsData => ({ kind: "counts", ai, n1i, ci, n2i })),
  { minLength: 1, maxLength: 6 },
);

describe("mantelHaenszel and peto", () => {
  const methods = [
    ...MEASURES.map((measure) => (rows: readonly CountsData[]) => mantelHaenszel(rows, measure, { level: 0.95 })),
    (rows: readonly CountsData[]) =>
      mantelHaenszel(rows, "RD", { level: 0.95, rdVariance: "GreenlandRobins" as const }),
    (rows: readonly CountsData[]) => peto(rows, 0.95),
  ];

  it.each(methods)("turn their sign when the arms are swapped, and do not depend on row order (%#)", (method) => {
    fc.assert(
      fc.property(tables, (rows) => {
        const fit = method(rows);
        const swapped = method(rows.map(swap).reverse());
        if ("reason" in fit) {
          expect(swapped).toEqual(fit);
          return;
        }
        const other = estimable(swapped);
        expectClose(other.mu, -fit.mu, 1e-11, fit.se);
        expectClose(other.se, fit.se, 1e-11);
        expectClose(other.k, fit.k, 0);
      }),
      { seed: 51 },
    );
  });

  it.each(methods)("take every table twice for √½ of the standard error (%#)", (method) => {
    fc.assert(
      fc.property(tables, (rows) => {
        const fit = method(rows);
        const twice = method([...rows, ...rows]);
        if ("reason" in fit) {
          expect(twice).toEqual(fit);
          return;
        }
        expectClose(estimable(twice).mu, fit.mu, 1e-11, fit.se);
        expectClose(estimable(twice).se, fit.se * Math.SQRT1_2, 1e-11);
      }),
      { seed: 52 },
    );
  });

  it.each(methods)("give no NaN, and percents as weights (%#)", (method) => {
    fc.assert(
      fc.property(tables, (rows) => {
        const fit = method(rows);
        if ("reason" in fit) return;
        for (const value of [fit.mu, fit.ciLb, fit.ciUb, fit.statistic, fit.pval]) expect(value).not.toBeNaN();
        expect(fit.se).toBeGreaterThan(0);
        expectClose(
          fit.weights.reduce((sum, weight) => sum + weight, 0),
          100,
          1e-12,
        );
      }),
      { seed: 53 },
    );
  });

  it("is the study's own odds ratio, with Woolf's variance, for one table", () => {
    const fit = estimable(mantelHaenszel([{ kind: "counts", ai: 3, n1i: 40, ci: 9, n2i: 38 }], "OR", { level: 0.9 }));
    expectClose(fit.mu, Math.log((3 * 29) / (37 * 9)), 1e-14);
    expectClose(fit.se ** 2, 1 / 3 + 1 / 37 + 1 / 9 + 1 / 29, 1e-14);
  });

  it("leaves tables that say nothing out of a ratio's k, and keeps them in a difference", () => {
    const telling: CountsData = { kind: "counts", ai: 3, n1i: 40, ci: 9, n2i: 38 };
    const empty: CountsData = { kind: "counts", ai: 0, n1i: 50, ci: 0, n2i: 50 };
    expect(estimable(mantelHaenszel([telling, empty], "OR", { level: 0.95 })).k).toBe(1);
    expect(estimable(mantelHaenszel([telling, empty], "RR", { level: 0.95 })).k).toBe(1);
    expect(estimable(mantelHaenszel([telling, empty], "RD", { level: 0.95 })).k).toBe(2);
    expect(estimable(peto([telling, empty], 0.95)).k).toBe(1);
  });

  it("says why where all participants have the event", () => {
    const all: CountsData = { kind: "counts", ai: 5, n1i: 5, ci: 7, n2i: 7 };
    expect(mantelHaenszel([all], "RR", { level: 0.95 })).toEqual({ reason: "no-variation" });
    expect(mantelHaenszel([all], "OR", { level: 0.95 })).toEqual({ reason: "ratio-at-limit" });
    expect(peto([all], 0.95)).toEqual({ reason: "no-variation" });
  });

  it("throws RangeError on misuse", () => {
    const bad: CountsData = { kind: "counts", ai: 6, n1i: 5, ci: 1, n2i: 7 };
    for (const method of methods) {
      expect(() => method([])).toThrow(RangeError);
      expect(() => method([bad])).toThrow(RangeError);
      expect(() => method([{ ...bad, ai: NaN }])).toThrow(RangeError);
    }
  });
});

function swap({ ai, n1i, ci, n2i }: CountsData): CountsData {
  return { kind: "counts", ai: ci, n1i: n2i, ci: ai, n2i: n1i };
}
