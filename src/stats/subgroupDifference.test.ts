import { describe, expect, it } from "vitest";
import { pool } from "./pool";
import { expectClose, SUBGROUPS } from "./reference/reference";
import { subgroupDifference } from "./subgroupDifference";

describe("subgroupDifference", () => {
  it.each(SUBGROUPS.map((data) => [data.name, data] as const))("agrees with metafor on %s", (_, { groups, tests }) => {
    expect(tests.map(({ method, test }) => `${method} ${test}`)).toEqual(
      ["EE", "DL", "PM", "REML"].flatMap((method) => [`${method} z`, `${method} knha`]),
    );
    for (const { method, test, Q, df, pval } of tests) {
      const fits = groups.map((rows) =>
        pool(
          rows.map((row) => row.yi),
          rows.map((row) => row.vi),
          { method, test, predint: "z", level: 0.95 },
        ),
      );
      const difference = subgroupDifference(fits);
      expectClose(difference.statistic, Q, 1e-9);
      expect(difference.df1).toBe(df);
      expectClose(difference.pval, pval, 1e-9);
    }
  });

  it("gives the published Q of the BCG trials by allocation, REML with separate tau2", () => {
    const [bcg] = SUBGROUPS;
    expect(bcg?.tests.find(({ method, test }) => method === "REML" && test === "z")?.Q).toBeCloseTo(1.8614461, 5);
  });

  it("is 0 with p = 1 for equal groups", () => {
    const group = { mu: 0.4, se: 0.1 };
    expect(subgroupDifference([group, group, group])).toEqual({ statistic: 0, df1: 2, df2: null, pval: 1 });
  });

  it("is the squared z of the difference for two groups", () => {
    const { statistic: Q } = subgroupDifference([
      { mu: 1, se: 3 },
      { mu: -2, se: 4 },
    ]);
    expectClose(Q, (3 / 5) ** 2, 1e-14);
  });

  it("throws for fewer than two groups and for an unusable one", () => {
    const group = { mu: 0.4, se: 0.1 };
    expect(() => subgroupDifference([group])).toThrow(RangeError);
    expect(() => subgroupDifference([group, { mu: 1, se: 0 }])).toThrow(RangeError);
    expect(() => subgroupDifference([group, { mu: NaN, se: 1 }])).toThrow(RangeError);
  });
});
