import { describe, expect, it } from "vitest";
import type { PoolingOptions, Predint, Test } from "../model/poolingModel";
import { escalc, pool, qProfile } from "./index";
import { estimable } from "./reference/estimators";
import { METHODS, RANDOM, type RandomCase } from "./reference/random";
import { armData } from "./reference/reference";

const TOLERANCE = 1e-8; // relative, of every number: none is counted in a larger unit than itself
const TESTS = ["z", "t", "knha", "adhoc", "wider"] as const satisfies readonly Test[];
const PREDINTS = ["z", "V", "HTS", "HK", "HK-PR"] as const satisfies readonly Predint[];
const ARMS = RANDOM.filter((data) => "arms" in data);

/** What a number is called, what it is here, and what it is in the reference. */
type Compared = readonly [name: string, got: number | undefined, want: number | undefined];

describe.each(RANDOM.map((data) => [data.name, data] as const))("%s", (_, data) => {
  it("has its fit by all nine methods", () => {
    expectSame(METHODS.flatMap((method, m) => fitOf(data, method, m)));
  });

  it("has every interval by two of them", () => {
    expectSame(data.full.flatMap((want) => [...testsOf(data, want), ...predictionsOf(data, want)]));
  });

  it("has its Q-profile", () => {
    const profile = estimable(qProfile(data.yi, data.vi, data.level));
    expect(profile.converged).toBe(true);
    expectSame(
      (["tau2", "tau", "I2", "H2"] as const).flatMap((name): readonly Compared[] => [
        [`${name} lb`, profile[name].lb, data.profile[name][0]],
        [`${name} ub`, profile[name].ub, data.profile[name][1]],
      ]),
    );
  });
});

describe.each(ARMS.map((data) => [data.name, data] as const))("%s", (_, data) => {
  it("has the effects of its arms", () => {
    const found = data.arms.flatMap((arms) => {
      const effect = escalc(data.measure, armData(arms), { smdVariance: "LS", zeroCells: "only0" });
      return "yi" in effect ? [effect] : [];
    });
    expect(found).toHaveLength(data.yi.length);
    expectSame(
      found.flatMap(({ yi, vi }, i): readonly Compared[] => [
        ["yi", yi, data.yi[i]],
        ["vi", vi, data.vi[i]],
      ]),
    );
  });
});

describe("the reference", () => {
  it("holds 500 meta-analyses of every size, spread, precision and measure", () => {
    expect(RANDOM).toHaveLength(500);
    const sizes = RANDOM.map(({ yi }) => yi.length);
    expect([Math.min(...sizes), Math.max(...sizes)]).toEqual([2, 200]);
    expect(RANDOM.filter(({ vi }) => Math.max(...vi) / Math.min(...vi) > 1e5).length).toBeGreaterThan(100);
    expect(Math.max(...RANDOM.flatMap(({ fits }) => fits.tau2))).toBeGreaterThan(10);
    for (const [m, method] of METHODS.entries()) {
      const zeros = RANDOM.filter(({ fits }) => fits.tau2[m] === 0).length;
      if (method !== "EE" && method !== "SJ") expect(zeros).toBeGreaterThan(100);
      expect(RANDOM.filter(({ full }) => full.some((fit) => fit.method === method)).length).toBeGreaterThan(100);
    }
    for (const measure of ["OR", "RR", "RD", "PETO", "SMD", "MD"]) {
      expect(ARMS.filter((data) => data.measure === measure).length).toBeGreaterThanOrEqual(25);
    }
  });

  it("holds ties, equal effects and zero cells", () => {
    expect(RANDOM.filter(({ yi }) => new Set(yi).size < yi.length).length).toBeGreaterThan(60);
    expect(RANDOM.filter(isEqual).length).toBeGreaterThan(10);
    expect(RANDOM.filter(({ vi }) => new Set(vi).size === 1).length).toBeGreaterThan(40);
    const zeros = ARMS.filter(({ arms }) => arms.some(({ ai, ci }) => ai === 0 || ci === 0));
    expect(zeros.length).toBeGreaterThan(50);
    expect(ARMS.filter(({ arms, yi }) => arms.length > yi.length).length).toBeGreaterThan(10);
  });

  it("holds fits in which metafor fails, and likelihoods of which it finds a lower peak", () => {
    expect(RANDOM.filter(({ failing }) => failing.length > 0).length).toBeGreaterThanOrEqual(20);
    for (const method of ["ML", "REML"] as const) {
      expect(RANDOM.filter(({ astray }) => astray.includes(method)).length).toBeGreaterThanOrEqual(10);
    }
  });

  it("is metafor's, but for Hartung-Knapp with equal effects and one tau2 near 0", () => {
    const lost = RANDOM.flatMap((data) => data.lost.map((name) => ({ data, name })));
    const others = lost.filter(({ data, name }) => !(isEqual(data) && /knha|HK/.test(name)));
    expect(others.map(({ data, name }) => [data.name, name])).toEqual([["given 102, k = 2", "HS tau2"]]);
  });
});

function fitOf(data: RandomCase, method: (typeof METHODS)[number], m: number): readonly Compared[] {
  const { tau2, mu, se, converged, heterogeneity } = pooled(data, { method });
  expect(converged).toBe(true);
  return [
    [`${method} tau2`, tau2, data.fits.tau2[m]],
    [`${method} mu`, mu, data.fits.mu[m]],
    [`${method} se`, se, data.fits.se[m]],
    [`${method} I2`, heterogeneity?.I2, data.fits.I2[m]],
    [`${method} I2Q`, heterogeneity?.I2Q, data.fits.I2[0]],
    [`${method} H2`, heterogeneity?.H2, data.fits.H2[m]],
    [`${method} Q`, heterogeneity?.Q, data.Q],
    [`${method} QEp`, heterogeneity?.pval, data.QEp],
  ];
}

function testsOf(data: RandomCase, { method, tests }: RandomCase["full"][number]): readonly Compared[] {
  const { z, knha } = tests;
  const wants = { ...tests, wider: z.ciUb - z.ciLb > knha.ciUb - knha.ciLb ? z : knha };
  return TESTS.flatMap((test) => {
    const got = pooled(data, { method, test });
    const names = ["se", "ciLb", "ciUb", "statistic", "pval"] as const;
    return names.map((name): Compared => [`${method} ${test} ${name}`, got[name], wants[test][name]]);
  });
}

function predictionsOf(data: RandomCase, { method, predint }: RandomCase["full"][number]): readonly Compared[] {
  return PREDINTS.flatMap((name): readonly Compared[] => {
    const got = pooled(data, { method, predint: name }).predint;
    return [
      [`${method} ${name} piLb`, got?.piLb, predint[name]?.piLb],
      [`${method} ${name} piUb`, got?.piUb, predint[name]?.piUb],
    ];
  });
}

function pooled({ yi, vi, level }: RandomCase, options: Partial<PoolingOptions>) {
  return pool(yi, vi, { method: "EE", test: "z", predint: "z", level, ...options });
}

function expectSame(numbers: readonly Compared[]): void {
  const isFar = ([, got, want]: Compared) =>
    got !== want && !(Math.abs((got ?? NaN) - (want ?? NaN)) <= TOLERANCE * Math.abs(want ?? NaN));
  expect(numbers.filter(isFar)).toEqual([]);
}

function isEqual({ yi }: RandomCase): boolean {
  return yi.every((y) => y === yi[0]);
}
