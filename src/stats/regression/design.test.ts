import { describe, expect, it } from "vitest";
import { expectClose } from "../reference/reference";
import { REGRESSIONS } from "../reference/regression";
import { designOf, type Moderator, rowAt } from "./design";
import type { RegressionOptions } from "./regression";
import { regressOn } from "./regressOn";

const REML: RegressionOptions = { method: "REML", test: "knha", level: 0.95 };
const country: Moderator = {
  kind: "category",
  name: "country",
  values: ["UK", "US", "FR", null, "US"],
  reference: "UK",
};
const year: Moderator = { kind: "number", name: "year", values: [2001, 2002, null, 2004, 2005] };

describe("designOf", () => {
  it("has an intercept, numbers as they are, and a column per level but the reference", () => {
    expect(designOf([year, { ...country, values: ["UK", "US", "FR", "FR", "US"] }], 5)).toEqual({
      rows: [
        [1, 2001, 0, 0],
        [1, 2002, 0, 1],
        [1, 2004, 1, 0],
        [1, 2005, 0, 1],
      ],
      columns: [
        { moderator: null, level: null },
        { moderator: "year", level: null },
        { moderator: "country", level: "FR" },
        { moderator: "country", level: "US" },
      ],
      terms: [
        { moderator: "year", columns: [1], reference: null },
        { moderator: "country", columns: [2, 3], reference: "UK" },
      ],
      kept: [0, 1, 3, 4],
      leftOut: [2],
    });
  });

  it("codes the levels of the studies that report everything", () => {
    const { columns, kept, leftOut } = designOf([country, year], 5);
    expect(columns.map(({ level }) => level)).toEqual([null, "US", null]);
    expect([kept, leftOut]).toEqual([
      [0, 1, 4],
      [2, 3],
    ]);
  });

  it("takes the first level where the chosen reference has no study", () => {
    for (const reference of [null, "DE"]) {
      expect(designOf([{ ...country, reference }], 5).terms[0]?.reference).toBe("FR");
    }
  });

  it("throws RangeError on misuse", () => {
    expect(() => designOf([year], 4)).toThrow(RangeError);
    expect(() => designOf([year, year], 5)).toThrow(RangeError);
    expect(() => designOf([{ ...year, values: [1, Number.NaN] }], 2)).toThrow(RangeError);
  });
});

describe("rowAt", () => {
  const design = designOf([country, year], 5);

  it("puts the others at their means", () => {
    expect(rowAt(design, { country: "US", year: 2010 })).toEqual([1, 1, 2010]);
    expect(rowAt(design, { country: "UK" })).toEqual([1, 0, 8008 / 4 + 2 / 3]);
    expectClose(rowAt(design, { year: 2010 })[1], 2 / 3, 1e-15);
  });

  it("throws RangeError for what the design does not have", () => {
    for (const at of [{ dose: 1 }, { country: "FR" }, { country: 1 }, { year: "2010" }, { year: Number.NaN }]) {
      expect(() => rowAt(design, at)).toThrow(RangeError);
    }
    expect(() => rowAt(designOf([], 0), {})).toThrow(RangeError);
  });
});

describe("regressOn", () => {
  it("tests each moderator as metafor tests its columns", () => {
    const { yi, vi, design, fits } = REGRESSIONS[2]!;
    const level = (row: readonly number[]) => (row[1] === 1 ? "random" : row[2] === 1 ? "systematic" : "alternate");
    const moderators: Moderator[] = [
      { kind: "category", name: "allocation", values: design.map(level), reference: "alternate" },
      { kind: "number", name: "latitude", values: design.map((row) => row[3]!) },
    ];
    const { fit } = regressOn(yi, vi, moderators, REML);
    if ("reason" in fit) throw new Error(fit.reason);
    const want = fits.find(({ method }) => method === "REML")!;
    const [allocation, latitude] = fit.tests;
    expectClose(allocation?.test.statistic, want.block!.knha.QM, 1e-9);
    expectClose(allocation?.test.pval, want.block!.knha.QMp, 1e-9);
    expectClose(latitude?.test.statistic, want.tests.knha.statistic[3]! ** 2, 1e-9);
    expectClose(latitude?.test.pval, want.tests.knha.pval[3]!, 1e-9);
  });

  it("does not depend on the reference level but for what is compared with it", () => {
    const { yi, vi } = REGRESSIONS[0]!;
    const values = yi.map((_, i) => "ABC"[i % 3]!);
    const [first, second] = ["A", "C"].map((reference) => {
      const { fit } = regressOn(yi, vi, [{ kind: "category", name: "group", values, reference }], REML);
      if ("reason" in fit) throw new Error(fit.reason);
      return fit;
    });
    expectClose(second?.tests[0]?.test.statistic, first!.tests[0]!.test.statistic, 1e-11);
    expectClose(second?.regression.tau2, first!.regression.tau2, 1e-11);
    expectClose(second?.regression.coefficients[1]?.beta, -first!.regression.coefficients[2]!.beta, 1e-11);
  });

  it("has a reason where too few studies report, or a category has one level", () => {
    expect(regressOn([1, 2, 3, 4, 5], [1, 1, 1, 1, 1], [country, year], REML)).toMatchObject({
      design: { leftOut: [2, 3] },
      fit: { reason: "too-few-studies" },
    });
    const same: Moderator = { kind: "category", name: "country", values: ["UK", "UK", "UK"], reference: null };
    expect(regressOn([1, 2, 3], [1, 1, 1], [same], REML).fit).toEqual({ reason: "redundant-moderators" });
    const unknown: Moderator = { kind: "number", name: "dose", values: [null, null] };
    expect(regressOn([1, 2], [1, 1], [unknown], REML).fit).toEqual({ reason: "too-few-studies" });
  });
});
