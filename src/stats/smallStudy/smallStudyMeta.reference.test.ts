import { describe, expect, it } from "vitest";
import type { CountsData } from "../../model/study";
import { escalc } from "../escalc/escalc";
import { expectClose } from "../reference/reference";
import { EFFECTS_CASES, SMALL_STUDY } from "../reference/smallStudy";
import { type MetaLine, SMALL_STUDY_META } from "../reference/smallStudyMeta";
import { begg } from "./begg";
import { egger } from "./egger";
import { eggerMixed } from "./eggerMixed";
import { harbord } from "./harbord";
import { limitMeta } from "./limitMeta";
import type { LineTest } from "./lineTest";
import { peters } from "./peters";
import { pustejovskyRodgers } from "./pustejovskyRodgers";
import type { AnswerOrReason, Basis } from "./reason";

const TOLERANCE = 1e-10; // relative; estimates and limits count their error in standard errors
const LEVEL = 0.95;

/** The answer, or a failure where there is a reason in its place. */
function answered<Answer extends Basis>(found: AnswerOrReason<Answer>): Answer {
  if ("reason" in found) throw new Error(found.reason);
  return found;
}

function expectLine(found: AnswerOrReason<LineTest>, want: MetaLine): void {
  const { k, slope, limit } = answered(found);
  expect(k).toBe(want.df + 2);
  expect(slope.df).toBe(want.df);
  expectClose(slope.estimate, want.slope, TOLERANCE, want.slopeSe);
  expectClose(slope.se, want.slopeSe, TOLERANCE);
  expectClose(limit.estimate, want.limit, TOLERANCE, want.limitSe);
  expectClose(limit.se, want.limitSe, TOLERANCE);
  expectClose(slope.statistic, want.statistic, TOLERANCE, 1);
  expectClose(slope.pval, want.pval, TOLERANCE * (1 + want.statistic ** 2));
}

const pairs = SMALL_STUDY_META.effects.map((want, i) => [want.name, want, EFFECTS_CASES[i]!] as const);

describe.each(pairs)("meta: %s", (name, want, data) => {
  const { yi, vi } = data;

  it("is the set of the same name", () => {
    expect(data.name).toBe(name);
  });

  it("Egger", () => {
    expectLine(egger(yi, vi, LEVEL), want.egger);
  });

  it.each(want.thompson.map((line) => [line.method, line] as const))("Thompson & Sharp, %s", (method, line) => {
    expectLine(eggerMixed(yi, vi, { method, test: "t", level: LEVEL }), line);
  });

  it("Begg's score, and p where it is not exact", () => {
    const got = answered(begg(yi, vi));
    expectClose(got.tau, want.begg.score / Math.sqrt(untied(yi) * untied(vi)), TOLERANCE, 1e-2);
    if (!got.exact) expectClose(got.pval, want.begg.pval, TOLERANCE);
  });

  it.each(want.limitMeta.map((limit) => [limit.method, limit] as const))("limitmeta(), %s", (method, limit) => {
    const { adjusted, ...got } = answered(limitMeta(yi, vi, { method, level: LEVEL }));
    expectClose(adjusted.estimate, limit.estimate, TOLERANCE, limit.se);
    expectClose(adjusted.se, limit.se, TOLERANCE);
    expectClose(adjusted.ciLb, limit.ciLb, TOLERANCE, limit.se);
    expectClose(adjusted.ciUb, limit.ciUb, TOLERANCE, limit.se);
    expectClose(adjusted.statistic, limit.statistic, TOLERANCE, 1);
    expectClose(adjusted.pval, limit.pval, TOLERANCE * (1 + limit.statistic ** 2));
    expectClose(got.tau2, limit.tau2, TOLERANCE, 1e-3);
    expectClose(got.alpha, limit.alpha, TOLERANCE, 1);
    expectClose(got.beta, limit.beta, TOLERANCE, limit.se);
    expectClose(got.total.Q, limit.Q, TOLERANCE, 1);
    expectClose(got.small.Q, limit.small, TOLERANCE, 1);
    expectClose(got.residual.Q, limit.residual, TOLERANCE, 1);
    expectClose(got.G2 ?? undefined, limit.G2, TOLERANCE, 1);
  });
});

describe.each(SMALL_STUDY_META.counts.map((want) => [want.name, want] as const))("meta, counts: %s", (_, want) => {
  const tables = want.data.map((cells): CountsData => ({ kind: "counts", ...cells }));

  it("Harbord", () => {
    expectLine(harbord(tables, LEVEL), want.harbord);
  });

  it("Peters", () => {
    // Studies that have no odds ratio are not pooled, and so not tested.
    const studies = tables.flatMap((table) => {
      const effect = escalc("OR", table, { smdVariance: "LS", zeroCells: "only0" });
      return "reason" in effect ? [] : [{ yi: effect.yi, table }];
    });
    expect(studies).toHaveLength(want.yi.filter((y) => y !== null).length);
    expectLine(peters(studies, LEVEL), want.peters);
  });
});

it.each(SMALL_STUDY_META.smds.map((want, i) => [want.name, want, SMALL_STUDY.smds[i]!] as const))(
  "meta, Pustejovsky: %s",
  (name, want, set) => {
    expect(set.case.name).toBe(name);
    const studies = set.data.map(({ n1i, n2i }, i) => ({ yi: set.case.yi[i]!, vi: set.case.vi[i]!, n1i, n2i }));
    expectLine(pustejovskyRodgers(studies, LEVEL), want.pustejovskyRodgers);
  },
);

describe("the reference of meta", () => {
  it("has every set, studies that it leaves out, and ranks with ties and without", () => {
    expect(pairs.map(([name]) => name)).toEqual(EFFECTS_CASES.map(({ name }) => name));
    expect(SMALL_STUDY_META.smds).toHaveLength(SMALL_STUDY.smds.length);
    expect(SMALL_STUDY_META.counts.slice(0, SMALL_STUDY.counts.length).map(({ name }) => name)).toEqual(
      SMALL_STUDY.counts.map((set) => set.case.name),
    );
    expect(SMALL_STUDY_META.counts.filter(({ yi }) => yi.includes(null))).toHaveLength(1);
    expect(EFFECTS_CASES.filter(({ vi }) => new Set(vi).size < vi.length).length).toBeGreaterThan(1);
  });
});

/**
 * Pearson (1904), BMJ 2:1243, in slides that print `metabias()` of an installed meta for odds ratios of survival,
 * github.com/winterwang/Epi_exercise.
 */
it("Harbord's test of the typhoid trials is what meta prints", () => {
  const { data } = SMALL_STUDY_META.counts.find(({ name }) => name === "typhoid")!;
  const { slope, limit } = answered(
    harbord(
      data.map((cells) => ({ kind: "counts", ...cells })),
      LEVEL,
    ),
  );
  expect(slope.estimate).toBeCloseTo(0.4428032, 7);
  expect(slope.se).toBeCloseTo(0.8590997, 7);
  expect(limit.estimate).toBeCloseTo(0.4306045, 7);
  expect(slope.statistic).toBeCloseTo(0.51543, 5);
  expect(slope.pval).toBeCloseTo(0.6334, 4);
});

/** Pairs of values that are not tied. */
function untied(values: readonly number[]): number {
  return values.reduce((sum, value, i) => sum + values.slice(0, i).filter((other) => other !== value).length, 0);
}
