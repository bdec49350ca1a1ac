import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PoolingOptions, Predint } from "../../model/poolingModel";
import { pool } from "../pool";
import clinicJson from "../reference/clinic.json?raw";
import { expectClose } from "../reference/reference";
import { absoluteEffect } from "./absoluteEffect";
import { numberNeeded } from "./numberNeeded";
import { predictiveShares } from "./predictive";
import { type RiskMeasure, riskFrom } from "./riskFrom";
import { shareOfEffects } from "./shareOfEffects";
import { smdToLogOddsRatio, smdToRisk, smdToScale, smdToSuperiority } from "./smd";

type Numbers<Name extends string> = Readonly<Record<Name, number>>;

interface Reference extends Numbers<"seTau2"> {
  readonly yi: readonly number[];
  readonly vi: readonly number[];
  readonly shares: readonly (Numbers<"low" | "high" | "below" | "between" | "above"> & { readonly predint: Predint })[];
  readonly ofEffects: readonly Numbers<"threshold" | "above" | "se" | "ciLb" | "ciUb">[];
  readonly risks: readonly (Numbers<"mu" | "baseline" | "risk"> & { readonly measure: RiskMeasure })[];
  readonly smds: readonly Numbers<"smd" | "logistic" | "cox" | "superiority" | "risk">[];
}

const bcg: Reference = JSON.parse(clinicJson);
const WALD: PoolingOptions = { method: "REML", test: "z", predint: "V", level: 0.95 };

/** The result, or a failure where there is a reason in its place. */
function given<T extends object>(found: T): Exclude<T, { readonly reason: string }> {
  if ("reason" in found) throw new Error(String(found.reason));
  return found as Exclude<T, { readonly reason: string }>;
}

describe("predictiveShares", () => {
  it("agrees with R, for each prediction interval of the BCG trials", () => {
    expect(bcg.shares).toHaveLength(25);
    for (const { predint, low, high, ...want } of bcg.shares) {
      const model = { ...WALD, predint };
      const found = given(predictiveShares(pool(bcg.yi, bcg.vi, model), model, low, high));
      expectClose(found.below, want.below, 1e-9);
      expectClose(found.above, want.above, 1e-9);
      expectClose(found.between, want.between, 1e-9, 1e-6);
    }
  });

  it("gives the tails of the prediction interval at its own limits, at any level", () => {
    for (const level of [0.5, 0.95, 0.999]) {
      const model = { ...WALD, level };
      const fit = pool(bcg.yi, bcg.vi, model);
      const { below, between, above } = given(predictiveShares(fit, model, fit.predint!.piLb, fit.predint!.piUb));
      expectClose(below, (1 - level) / 2, 1e-11);
      expectClose(above, (1 - level) / 2, 1e-11);
      expectClose(between, level, 1e-11);
    }
  });

  it("says why where there is no prediction", () => {
    const model = { ...WALD, predint: "HTS" } as const;
    expect(predictiveShares(pool([1, 2], [1, 1], model), model, 0, 0)).toEqual({ reason: "needs-three-studies" });
    const common = { ...WALD, method: "EE" } as const;
    expect(predictiveShares(pool([1, 2], [1, 1], common), common, 0, 0)).toEqual({ reason: "common-effect-model" });
    expect(() => predictiveShares(pool([1, 2], [1, 1], WALD), WALD, 1, 0)).toThrow(RangeError);
  });
});

describe("shareOfEffects", () => {
  it("agrees with R's derivatives", () => {
    const { mu, se, tau2 } = pool(bcg.yi, bcg.vi, WALD);
    for (const { threshold, ...want } of bcg.ofEffects) {
      const found = given(shareOfEffects({ mu, se, tau2, seTau2: bcg.seTau2 }, threshold, 0.95));
      for (const name of ["above", "se", "ciLb", "ciUb"] as const) expectClose(found[name], want[name], 1e-9, 1e-3);
    }
  });

  it("is half at mu, and does not exist without heterogeneity", () => {
    const effects = { mu: 0.3, se: 0.1, tau2: 0.04, seTau2: 0.02 };
    expect(given(shareOfEffects(effects, 0.3, 0.95)).above).toBe(0.5);
    expect(shareOfEffects({ ...effects, tau2: 0 }, 0, 0.95)).toEqual({ reason: "no-heterogeneity" });
    expect(() => shareOfEffects({ ...effects, se: -1 }, 0, 0.95)).toThrow(RangeError);
  });
});

describe("riskFrom", () => {
  it("agrees with R's logistic distribution", () => {
    for (const { measure, mu, baseline, risk } of bcg.risks) {
      const found = riskFrom(measure, mu, baseline);
      if (risk > 1) expect(found).toBeNull();
      else expectClose(found ?? NaN, risk, 1e-12);
    }
  });

  it("moves a risk by each measure", () => {
    expectClose(riskFrom("RR", Math.log(0.5), 0.4) ?? undefined, 0.2, 1e-15);
    expectClose(riskFrom("OR", Math.log(0.5), 0.4) ?? undefined, 0.25, 1e-15);
    expectClose(riskFrom("OR", Math.log(2), 0.25) ?? undefined, 0.4, 1e-15);
    expectClose(riskFrom("RD", -0.1, 0.4) ?? undefined, 0.3, 1e-15);
  });

  it("is null outside 0 to 1, and finite for a huge odds ratio", () => {
    expect(riskFrom("RR", 1, 0.5)).toBeNull();
    expect(riskFrom("RD", -0.5, 0.4)).toBeNull();
    expect([riskFrom("OR", 800, 0.5), riskFrom("OR", -800, 0.5)]).toEqual([1, 0]);
    expect([riskFrom("OR", 800, 0), riskFrom("OR", -800, 1)]).toEqual([0, 1]);
    expect(() => riskFrom("OR", 1, 1.1)).toThrow(RangeError);
  });
});

describe("absoluteEffect", () => {
  const none = { ciLb: 0, ciUb: 0 };

  it("is the Handbook's: OR 0.73 at a risk of 0.3 is 62 fewer per 1,000, and a number needed of 17", () => {
    const { perThousand, needed } = given(absoluteEffect("OR", Math.log(0.73), { ciLb: -1, ciUb: 0 }, 0.3));
    expect(Math.round(perThousand)).toBe(-62);
    expect(needed.estimate?.direction).toBe("fewer");
    expect(Math.ceil(needed.estimate?.people ?? NaN)).toBe(17);
  });

  it("is the risk times the ratio less one for RR", () => {
    const { perThousand, needed } = given(absoluteEffect("RR", Math.log(0.92), { ciLb: -1, ciUb: 0 }, 0.3));
    expectClose(perThousand, -24, 1e-12);
    expectClose(needed.estimate?.people, 1 / 0.024, 1e-12);
  });

  it("carries the limits, and cuts those that no risk can have", () => {
    const found = given(absoluteEffect("RD", 0.1, { ciLb: -0.5, ciUb: 0.8 }, 0.3));
    expect(found).toMatchObject({ riskLb: 0, riskUb: 1, cut: true, perThousandLb: -300, perThousandUb: 700 });
    expect(found.needed.interval).toEqual({ kind: "through-infinity", fewer: 1 / 0.3, more: 1 / 0.7 });
    expect(absoluteEffect("RR", 1, { ciLb: 0.5, ciUb: 2 }, 0.5)).toEqual({ reason: "risk-out-of-range" });
  });

  it("changes sides with the sign of a risk difference", () => {
    const limits = fc.tuple(
      fc.double({ min: -0.4, max: 0.4, noNaN: true }),
      fc.double({ min: 0, max: 0.1, noNaN: true }),
    );
    fc.assert(
      fc.property(limits, ([mu, reach]) => {
        const one = given(absoluteEffect("RD", mu, { ciLb: mu - reach, ciUb: mu + reach }, 0.5));
        const two = given(absoluteEffect("RD", -mu, { ciLb: -mu - reach, ciUb: reach - mu }, 0.5));
        expect(two.perThousandLb).toBeCloseTo(-one.perThousandUb, 9);
        expect(two.needed.interval.kind).toBe(one.needed.interval.kind);
      }),
      { seed: 6 },
    );
  });

  it("is no change for no effect, and throws for limits that do not hold the estimate", () => {
    const found = given(absoluteEffect("OR", 0, none, 0.2));
    expect(found).toMatchObject({ perThousand: 0, needed: { estimate: null, interval: { kind: "none" } } });
    expect(() => absoluteEffect("OR", 1, none, 0.2)).toThrow(RangeError);
    expect(() => absoluteEffect("OR", 0, none, 1.2)).toThrow(RangeError);
  });
});

describe("numberNeeded", () => {
  it("goes through infinity where the difference may be 0 (Altman 1998: benefit 10, limits 4 and harm 20)", () => {
    expect(numberNeeded(-0.1, -0.25, 0.05)).toEqual({
      estimate: { direction: "fewer", people: 10 },
      interval: { kind: "through-infinity", fewer: 4, more: 20 },
    });
  });

  it("keeps to one side where it may not", () => {
    expect(numberNeeded(-0.1, -0.2, -0.05).interval).toEqual({ kind: "one-way", direction: "fewer", low: 5, high: 20 });
    expect(numberNeeded(0.1, 0.05, 0.2).interval).toEqual({ kind: "one-way", direction: "more", low: 5, high: 20 });
  });

  it("has no end where a limit is 0", () => {
    expect(numberNeeded(-0.1, -0.2, 0).interval).toEqual({ kind: "one-way", direction: "fewer", low: 5, high: null });
    expect(numberNeeded(0.1, 0, 0.2).interval).toEqual({ kind: "one-way", direction: "more", low: 5, high: null });
  });

  it("throws for limits out of order or beyond a difference of 1", () => {
    expect(() => numberNeeded(0.1, 0.2, 0.3)).toThrow(RangeError);
    expect(() => numberNeeded(0.1, 0, 1.1)).toThrow(RangeError);
  });
});

describe("a standardised mean difference", () => {
  it("is re-expressed as metafor does", () => {
    for (const { smd, logistic, cox, superiority, risk } of bcg.smds) {
      expectClose(smdToLogOddsRatio(smd, "hasselblad-hedges"), logistic, 1e-13);
      expectClose(smdToLogOddsRatio(smd, "cox"), cox, 1e-13);
      expectClose(smdToSuperiority(smd), superiority, 1e-13);
      expectClose(smdToRisk(smd, 0.2), risk, 1e-12);
    }
  });

  it("is evens where it is 0, and takes the unit of a scale", () => {
    expect([smdToSuperiority(0), smdToLogOddsRatio(0, "cox"), smdToScale(-0.5, 12)]).toEqual([0.5, 0, -6]);
    expectClose(smdToRisk(0, 0.37), 0.37, 1e-14);
    expect([smdToRisk(2, 0), smdToRisk(-2, 1)]).toEqual([0, 1]);
  });

  it("throws where it is none", () => {
    expect(() => smdToSuperiority(NaN)).toThrow(RangeError);
    expect(() => smdToScale(1, 0)).toThrow(RangeError);
    expect(() => smdToRisk(1, 2)).toThrow(RangeError);
  });
});
