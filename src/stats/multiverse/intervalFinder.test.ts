import { describe, expect, it } from "vitest";
import type { Method, Test } from "../../model/poolingModel";
import { pool } from "../pool";
import { FITS } from "../reference/reference";
import { intervalFinder } from "./intervalFinder";

const METHODS: readonly Method[] = ["EE", "DL", "PM", "REML", "ML", "EB", "HE", "HS", "SJ"];
const TESTS: readonly Test[] = ["z", "t", "knha", "adhoc", "wider"];

describe("intervalFinder", () => {
  it.each(METHODS)("gives pool's interval for every reference set and test, %s", (method) => {
    for (const test of TESTS) {
      const intervalOf = intervalFinder({ method, test, level: 0.9 });
      for (const { yi, vi } of FITS) {
        const { ciLb, ciUb } = pool(yi, vi, { method, test, level: 0.9, predint: "HK" });
        const found = intervalOf(yi, vi);
        const reach = Math.max(Math.abs(ciLb), Math.abs(ciUb));
        expect(Math.abs(found.ciLb - ciLb)).toBeLessThanOrEqual(1e-12 * reach);
        expect(Math.abs(found.ciUb - ciUb)).toBeLessThanOrEqual(1e-12 * reach);
      }
    }
  });

  it("takes a single study, where there is nothing to vary", () => {
    const found = intervalFinder({ method: "REML", test: "knha", level: 0.95 })([0.4], [0.04]);
    expect(found.ciLb).toBeCloseTo(0.4 - 1.959963984540054 * 0.2, 14);
  });
});
