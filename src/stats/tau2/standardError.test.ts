import { describe, expect, it } from "vitest";
import { expectClose } from "../reference/reference";
import json from "../reference/tau2Se.json?raw";
import { seOfTau2 } from "./standardError";
import { TAU2 } from "./tau2";

interface Case {
  readonly name: string;
  readonly yi: readonly number[];
  readonly vi: readonly number[];
  readonly fits: Readonly<Record<"DL" | "HE" | "ML" | "REML", { readonly tau2: number; readonly se: number }>>;
}
const CASES: readonly Case[] = JSON.parse(json);
const METHODS = ["DL", "HE", "ML", "REML"] as const;

describe("seOfTau2", () => {
  it.each(CASES.map((data) => [data.name, data] as const))("agrees with metafor on %s", (_, { yi, vi, fits }) => {
    for (const method of METHODS) {
      const { tau2 } = TAU2[method](yi, vi);
      expectClose(tau2, fits[method].tau2, 1e-10, Math.min(...vi));
      const se = seOfTau2(vi, tau2, method);
      expectClose(typeof se === "number" ? se : NaN, fits[method].se, 1e-10);
    }
  });

  it("keeps its digits where one study dominates, whatever the order", () => {
    const vi = [1e-12, 0.3, 0.2, 4];
    // As the dominating weight grows, P's first row tends to the other weights w and their sum s, its diagonal to w.
    const others = vi.slice(1).map((v) => 1 / v);
    const limit = 3 * others.reduce((sum, w) => sum + w * w, 0) + others.reduce((sum, w) => sum + w, 0) ** 2;
    expectClose(Number(seOfTau2(vi, 0, "REML")), Math.sqrt(2 / limit), 1e-10);
    for (const method of METHODS) {
      const se = seOfTau2(vi, 0, method);
      const turned = seOfTau2(vi.toReversed(), 0, method);
      expect(se).toBeGreaterThan(0);
      expectClose(Number(se), Number(turned), 1e-13);
    }
  });

  it("says why there is none", () => {
    expect(seOfTau2([0.1, 0.2], 0, "EE")).toEqual({ reason: "common-effect-model" });
    expect(seOfTau2([0.1], 0, "REML")).toEqual({ reason: "needs-two-studies" });
    expect(seOfTau2([0.1, 0.2], 0, "SJ")).toEqual({ reason: "not-for-this-method" });
    expect(() => seOfTau2([0.1, 0.2], Number.NaN, "DL")).toThrow(RangeError);
  });
});
