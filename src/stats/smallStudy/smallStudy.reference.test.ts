import { describe, expect, it } from "vitest";
import { expectClose } from "../reference/reference";
import { EFFECTS_CASES, type ReferenceLine, SMALL_STUDY } from "../reference/smallStudy";
import { begg } from "./begg";
import { egger } from "./egger";
import { eggerMixed } from "./eggerMixed";
import { harbord } from "./harbord";
import { limitMeta, type PartOfQ } from "./limitMeta";
import type { Estimate } from "./lineTest";
import { peters } from "./peters";
import { petPeese } from "./petPeese";
import { pustejovskyRodgers } from "./pustejovskyRodgers";
import type { AnswerOrReason, Basis } from "./reason";

const TOLERANCE = 1e-10; // relative; estimates and limits count their error in standard errors
const LEVEL = 0.95;

/** The answer, or a failure where there is a reason in its place. */
function answered<Answer extends Basis>(found: AnswerOrReason<Answer>): Answer {
  if ("reason" in found) throw new Error(found.reason);
  return found;
}

function expectEstimate(got: Estimate, want: Estimate): void {
  expectClose(got.estimate, want.estimate, TOLERANCE, want.se);
  expectClose(got.se, want.se, TOLERANCE);
  expectClose(got.ciLb, want.ciLb, TOLERANCE, want.se);
  expectClose(got.ciUb, want.ciUb, TOLERANCE, want.se);
  expectClose(got.statistic, want.statistic, TOLERANCE, 1);
  expect(got.df).toBe(want.df);
  expectClose(got.pval, want.pval, TOLERANCE * (1 + want.statistic ** 2));
}

function expectLine(got: ReferenceLine, want: ReferenceLine): void {
  expectEstimate(got.slope, want.slope);
  expectEstimate(got.limit, want.limit);
}

function expectPart(got: PartOfQ, want: PartOfQ): void {
  expectClose(got.Q, want.Q, TOLERANCE, 1);
  expect(got.df).toBe(want.df);
  expectClose(got.pval, want.pval, TOLERANCE * (1 + want.Q));
}

describe.each(EFFECTS_CASES.map((data) => [data.name, data] as const))("metafor: %s", (_, data) => {
  const { yi, vi } = data;

  it("Egger, classical", () => {
    expectLine(answered(egger(yi, vi, LEVEL)), data.egger);
  });

  it.each(data.mixed.map((want) => [`${want.method} ${want.test}`, want] as const))("Egger, mixed: %s", (__, want) => {
    const got = answered(eggerMixed(yi, vi, { method: want.method, test: want.test, level: LEVEL }));
    expectLine(got, want);
    expectClose(got.tau2, want.tau2, TOLERANCE, 1e-3);
    expect(got.converged).toBe(true);
  });

  it("Begg", () => {
    const got = answered(begg(yi, vi));
    expectClose(got.tau, data.begg.tau, 1e-14, 1e-2);
    expectClose(got.pval, data.begg.pval, TOLERANCE);
    expect(got.exact).toBe(data.begg.exact);
  });

  it("PET, PEESE and the choice", () => {
    const got = answered(petPeese(yi, vi, LEVEL));
    expectEstimate(got.pet, data.petPeese.pet);
    expectEstimate(got.peese, data.petPeese.peese);
    expect(got.chosen).toBe(data.petPeese.chosen);
  });

  it.each(data.limitMeta.map((want) => [want.method, want] as const))("limit meta-analysis: %s", (method, want) => {
    const got = answered(limitMeta(yi, vi, { method, level: LEVEL }));
    expectEstimate(got.adjusted, want.adjusted);
    expectClose(got.tau2, want.tau2, TOLERANCE, 1e-3);
    expectClose(got.alpha, want.alpha, TOLERANCE, 1);
    expectClose(got.beta, want.beta, TOLERANCE, want.adjusted.se);
    expectPart(got.total, want.total);
    expectPart(got.small, want.small);
    expectPart(got.residual, want.residual);
    expectClose(got.G2 ?? undefined, want.G2, TOLERANCE, 1);
  });
});

describe.each(SMALL_STUDY.counts.map((data) => [data.case.name, data] as const))("lm(): %s", (_, data) => {
  const tables = data.data.map((cells) => ({ kind: "counts" as const, ...cells }));

  it("Harbord", () => {
    const got = answered(harbord(tables, LEVEL));
    expectLine(got, data.harbord);
    expect(got.k).toBe(data.harbord.k);
  });

  it("Peters", () => {
    const got = answered(
      peters(
        tables.map((table, i) => ({ yi: data.case.yi[i]!, table })),
        LEVEL,
      ),
    );
    expectLine(got, data.peters);
    expect(got.k).toBe(data.peters.k);
  });
});

it.each(SMALL_STUDY.smds.map((data) => [data.case.name, data] as const))("lm(): Pustejovsky, %s", (_, data) => {
  const { yi, vi } = data.case;
  const studies = data.data.map(({ n1i, n2i }, i) => ({ yi: yi[i]!, vi: vi[i]!, n1i, n2i }));
  expectLine(answered(pustejovskyRodgers(studies, LEVEL)), data.pustejovskyRodgers);
});

describe("the reference", () => {
  it("holds ties and none, both choices, tau² of 0 and above, few studies and many", () => {
    expect(EFFECTS_CASES).toHaveLength(15);
    expect(new Set(EFFECTS_CASES.map(({ begg: { exact } }) => exact))).toEqual(new Set([true, false]));
    expect(new Set(EFFECTS_CASES.map(({ petPeese: { chosen } }) => chosen))).toEqual(new Set(["pet", "peese"]));
    const none = EFFECTS_CASES.filter((data) => data.limitMeta[0]?.tau2 === 0).length;
    expect(none).toBeGreaterThan(1);
    expect(none).toBeLessThan(8);
    const k = EFFECTS_CASES.map(({ yi }) => yi.length);
    expect(Math.min(...k)).toBe(3);
    expect(Math.max(...k)).toBeGreaterThan(170);
  });
});

/**
 * Effects of 18 trials of third-wave psychotherapy: Harrer, Cuijpers, Furukawa & Ebert (2021), Doing Meta-Analysis with
 * R, doi:10.1201/9781003107347, section 9.2, which prints the answers of dmetar and of metasens.
 */
describe("the worked example of Harrer et al.", () => {
  const yi = [
    0.7091362, 0.3548641, 1.79117, 0.1824552, 0.4218509, 0.63, 0.7248838, 0.5286638, 0.284, 1.2750682, 0.1036082,
    0.3883906, 0.5407398, 0.4261593, 0.5153969, 1.479726, 0.6125782, 0.6,
  ];
  const vi = [
    0.2608202, 0.1963624, 0.3455692, 0.1177874, 0.1448128, 0.196, 0.2246641, 0.2104609, 0.168, 0.3371997, 0.1947275,
    0.2307689, 0.2443133, 0.2579379, 0.3512737, 0.3152817, 0.2266834, 0.249,
  ].map((se) => se ** 2);

  it("has Egger's intercept 4.111 [2.39; 5.83], t = 4.677", () => {
    const { slope } = answered(egger(yi, vi, LEVEL));
    expect(slope.estimate).toBeCloseTo(4.111, 3);
    expect(slope.statistic).toBeCloseTo(4.677, 3);
    expect(slope.pval).toBeCloseTo(0.00025, 5);
  });

  it("has the limit estimate −0.0345, Q = 45.50", () => {
    const { adjusted, total } = answered(limitMeta(yi, vi, { method: "REML", level: LEVEL }));
    // The book's interval, [−0.3630; 0.2940], is from metasens before 1.0-1, whose standard error left tau² out.
    expect(adjusted.estimate).toBeCloseTo(-0.0345, 4);
    expect(total.Q).toBeCloseTo(45.5, 2);
  });
});
