import { describe, expect, it } from "vitest";
import type { Measure } from "../../model/measure";
import type { ArmData, CountsData, MeansData } from "../../model/study";
import { armData, EFFECTS, expectClose } from "../reference/reference";
import { escalc } from "./escalc";

const LS = { smdVariance: "LS", zeroCells: "only0" } as const;
const REVMAN = { ...LS, smdVariance: "RevMan" } as const;
const TOLERANCE = 1e-10;

const edinburgh: MeansData = { kind: "means", m1i: 55, sd1i: 47, n1i: 155, m2i: 75, sd2i: 64, n2i: 156 };
const table = (ai: number, n1i: number, ci: number, n2i: number): CountsData => ({ kind: "counts", ai, n1i, ci, n2i });
const given: ArmData = { kind: "given", yi: -0.3, vi: 0.04, n1i: null, n2i: null };

describe("escalc against metafor", () => {
  it.each(EFFECTS.map((data) => [`${data.name} ${data.measure} ${data.smdVariance}`, data] as const))(
    "%s",
    (_, data) => {
      data.data.forEach((row, i) => {
        const effect = escalc(data.measure, armData(row), { ...LS, smdVariance: data.smdVariance });
        const { yi, vi } = "reason" in effect ? { yi: null, vi: null } : effect;
        if (data.yi[i] === null) expect([yi, vi]).toEqual([null, null]);
        else {
          // A difference of nearly equal numbers has the rounding of its terms, here of the size of its own SE.
          expectClose(yi ?? NaN, data.yi[i]!, TOLERANCE, Math.sqrt(data.vi[i]!));
          expectClose(vi ?? NaN, data.vi[i]!, TOLERANCE);
        }
      });
    },
  );

  it("covers every measure with zero cells, double zeros and both variances of g", () => {
    const cases = EFFECTS.map(({ name, measure, smdVariance }) => `${name} ${measure} ${smdVariance}`);
    const counts = ["bcg", "nrt", "nsaid", "zeros"].flatMap((name) => ["RR", "OR", "RD"].map((m) => `${name} ${m} LS`));
    const means = ["stay", "cold", "tiny"].flatMap((name) =>
      ["MD LS", "SMD LS", "SMD RevMan"].map((m) => `${name} ${m}`),
    );
    expect(cases).toEqual([...counts, ...means]);
  });
});

describe("Hedges' g of the Edinburgh trial (Normand 1999, table I)", () => {
  it("has metafor's large-sample variance", () => {
    const effect = escalc("SMD", edinburgh, LS);
    expect(effect).toEqual({ yi: expect.closeTo(-0.35516964, 8), vi: expect.closeTo(0.013064676, 9) });
  });

  it("has RevMan's variance", () => {
    const effect = escalc("SMD", edinburgh, REVMAN);
    expect(effect).toEqual({ yi: expect.closeTo(-0.35516976, 8), vi: expect.closeTo(0.013067278, 9) });
  });

  it("keeps its digits for very large arms, where the correction tends to 1", () => {
    const n = 5e8;
    const effect = escalc("SMD", { ...edinburgh, m1i: 1, m2i: 0, sd1i: 1, sd2i: 1, n1i: n, n2i: n }, LS);
    const m = 2 * n - 2;
    expectClose("yi" in effect ? effect.yi : NaN, 1 - 3 / (4 * m - 1), 1e-14);
  });
});

describe("zero cells", () => {
  it("adds a half to all four cells of the study that has one, as RevMan does", () => {
    const effect = escalc("RR", table(0, 20, 4, 20), LS);
    expect(effect).toEqual({
      yi: expect.closeTo(Math.log(0.5 / 21 / (4.5 / 21)), 14),
      vi: expect.closeTo(1 / 0.5 - 1 / 21 + 1 / 4.5 - 1 / 21, 14),
    });
  });

  it("has no ratio without events, or without anyone free of them", () => {
    for (const measure of ["RR", "OR"] as const) {
      expect(escalc(measure, table(0, 20, 0, 25), LS)).toEqual({ reason: "no-events" });
      expect(escalc(measure, table(20, 20, 25, 25), LS)).toEqual({ reason: "all-events" });
    }
  });

  it("keeps a risk difference without events", () => {
    expect(escalc("RD", table(0, 20, 0, 20), LS)).toEqual({
      yi: 0,
      vi: expect.closeTo((2 * 0.5 * 20.5) / 21 ** 3, 15),
    });
  });
});

describe("swapping the arms", () => {
  it.each(["MD", "SMD"] as const)("turns the sign of %s and keeps its variance", (measure) => {
    const { m1i, sd1i, n1i, m2i, sd2i, n2i } = edinburgh;
    const swapped = escalc(
      measure,
      { kind: "means", m1i: m2i, sd1i: sd2i, n1i: n2i, m2i: m1i, sd2i: sd1i, n2i: n1i },
      LS,
    );
    expectOpposite(swapped, escalc(measure, edinburgh, LS));
  });

  it.each(["RR", "OR", "RD"] as const)("turns the sign of %s and keeps its variance", (measure) => {
    expectOpposite(escalc(measure, table(9, 41, 0, 37), LS), escalc(measure, table(0, 37, 9, 41), LS));
  });
});

describe("reasons", () => {
  it("passes a given effect through", () => {
    expect(escalc("GEN", given, LS)).toEqual({ yi: -0.3, vi: 0.04 });
  });

  it.each([
    ["SMD", given],
    ["RR", edinburgh],
    ["MD", table(1, 2, 1, 2)],
    ["GEN", edinburgh],
    ["OR", given],
  ] as [Measure, ArmData][])("%s needs other data", (measure, data) => {
    expect(escalc(measure, data, LS)).toEqual({ reason: "other-data" });
  });

  it("needs two participants in each arm for a mean's variance", () => {
    for (const measure of ["MD", "SMD"] as const) {
      expect(escalc(measure, { ...edinburgh, n2i: 1 }, LS)).toEqual({ reason: "too-few" });
    }
  });

  it("needs variation", () => {
    for (const options of [LS, REVMAN]) {
      for (const measure of ["MD", "SMD"] as const) {
        expect(escalc(measure, { ...edinburgh, sd1i: 0, sd2i: 0 }, options)).toEqual({ reason: "no-variation" });
        expect(escalc(measure, { ...edinburgh, m1i: 75, sd1i: 0, sd2i: 0 }, options)).toEqual({
          reason: "no-variation",
        });
      }
    }
    for (const vi of [0, -1, NaN, Infinity, 1e-300]) {
      expect(escalc("GEN", { ...given, vi }, LS)).toEqual({ reason: "no-variation" });
    }
  });
});

function expectOpposite(swapped: ReturnType<typeof escalc>, original: ReturnType<typeof escalc>): void {
  if ("reason" in swapped || "reason" in original) throw new Error("both must be estimable");
  expectClose(swapped.yi, -original.yi, 1e-14);
  expectClose(swapped.vi, original.vi, 1e-14);
}
