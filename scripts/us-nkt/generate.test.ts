import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { COMMITTED, LINES, num, pooled, sum, TRIAL_LINES } from "./committed";
import { toCsv } from "./csv";
import { generate } from "./generate";
import { PUBLISHED_MODEL } from "./pooling";
import published from "./published.json";

const RECOMMENDED = "Recommended therapy";
const CONVENTIONAL = "Conventional needle-knife therapy";
const VISITS = ["1 week", "1 month", "3 months"];
const CELLS = ["Pain", "Physical function"].flatMap((outcome) => VISITS.map((visit) => [outcome, visit] as const));

describe("the simulated trials", () => {
  it("are what the generator writes, byte for byte", () => {
    expect(toCsv(generate())).toBe(COMMITTED);
  }, 30_000);

  it("are described by their data package: columns in order, and the model that reproduces the review", () => {
    const text = readFileSync(new URL("../../public/data/us-nkt/datapackage.json", import.meta.url), "utf8");
    const { resources, understory }: DataPackage = JSON.parse(text);
    expect(resources[0].schema.fields.map(({ name }) => name)).toEqual(Object.keys(LINES[0]!));
    expect(understory.publishedModel).toEqual(PUBLISHED_MODEL);
  });

  it("are 23, named in order, of 2,107 participants and the review's years", () => {
    expect(TRIAL_LINES.map(([row]) => row!.study)).toEqual(
      Array.from({ length: 23 }, (_, i) => `Simulated trial ${String(i + 1).padStart(2, "0")}`),
    );
    const randomised = TRIAL_LINES.map((trial) => Math.max(...trial.map((row) => num(row, "n1i") + num(row, "n2i"))));
    expect(sum(randomised)).toBe(published.included.participants);
    for (const row of LINES) expect(row.year >= "2014" && row.year <= "2025").toBe(true);
  });

  it("have 14 on degenerative arthropathy, 13 against recommended therapy and 10 against needle-knife", () => {
    const first = TRIAL_LINES.map(([row]) => row!);
    const degenerative = first.filter((row) => row.degenerative === "Yes").length;
    expect(degenerative).toBe(14);
    expect(((100 * degenerative) / 23).toFixed(1)).toBe(
      published.included.spinalDegenerativeArthropathyPercentOfRcts.toFixed(1),
    );
    expect(first.filter((row) => row.comparator === RECOMMENDED)).toHaveLength(13);
    expect(first.filter((row) => row.comparator === CONVENTIONAL)).toHaveLength(10);
  });

  it("tell the same about a trial in each of its rows, and no cell twice", () => {
    for (const trial of TRIAL_LINES) {
      for (const column of [
        "year",
        "comparator",
        "comparator_detail",
        "condition",
        "level",
        "country",
        "rob_overall",
      ]) {
        expect(new Set(trial.map((row) => row[column])).size).toBe(1);
      }
    }
    const keys = LINES.map((row) => [row.study, row.outcome, row.timepoint, row.comparator].join("|"));
    expect(new Set(keys).size).toBe(LINES.length);
  });
});

describe("the pooled results", () => {
  const printed = published.pooled.filter((figure) => figure.estimate !== undefined);

  it.each(printed)("print as published: $outcome at $timepoint", ({ outcome, timepoint, estimate, ciLb, ciUb, I2 }) => {
    const fit = pooled(outcome, timepoint);
    const distances = [
      [fit.mu, estimate],
      [fit.ciLb, ciLb],
      [fit.ciUb, ciUb],
    ].map(([ours, theirs]) => Math.abs(ours! - theirs!));
    // 0.0005 within the rounding edge, so that no engine's last bit turns a digit.
    for (const distance of distances) expect(distance).toBeLessThan(0.0045);
    expect(Math.abs(fit.heterogeneity!.I2 - I2!)).toBeLessThan(0.45);
  });

  it("do not show pain at 3 months, over all comparators", () => {
    const { mu, ciLb, ciUb } = pooled("Pain", "3 months");
    expect(ciLb).toBeLessThan(-0.5);
    expect(mu).toBeLessThan(-0.2);
    expect(ciUb).toBeGreaterThan(0.05);
  });

  it.each(["1 month", "3 months"])("show function at %s, nearer 0 than at 1 week", (timepoint) => {
    const { mu, ciUb } = pooled("Physical function", timepoint);
    expect(ciUb).toBeLessThan(-0.05);
    expect(mu).toBeGreaterThan(pooled("Physical function", "1 week").mu + 0.05);
  });

  it.each(CELLS)("of %s at %s against recommended therapy exclude 0", (outcome, timepoint) => {
    expect(pooled(outcome, timepoint, RECOMMENDED).ciUb).toBeLessThan(-0.05);
  });

  it.each(CELLS)("of %s at %s against needle-knife exclude 0, but at 3 months", (outcome, timepoint) => {
    const { mu, ciLb, ciUb } = pooled(outcome, timepoint, CONVENTIONAL);
    if (timepoint !== "3 months") return expect(ciUb).toBeLessThan(-0.05);
    expect(ciUb).toBeGreaterThan(0.05);
    expect(mu).toBeLessThan(-0.2);
    return expect(ciLb).toBeLessThan(-0.5);
  });

  it.each(CELLS)("of %s at %s rest on two trials or more of each comparator", (outcome, timepoint) => {
    expect(pooled(outcome, timepoint, RECOMMENDED).k).toBeGreaterThanOrEqual(2);
    expect(pooled(outcome, timepoint, CONVENTIONAL).k).toBeGreaterThanOrEqual(2);
  });
});

describe("adverse events", () => {
  const counts = LINES.filter((row) => row.outcome === "Adverse events");
  const total = (column: string) => sum(counts.map((row) => num(row, column)));

  it("are reported by 10 of 23 trials, of both comparators, over the whole follow-up", () => {
    expect(counts).toHaveLength(10);
    expect(((100 * counts.length) / 23).toFixed(1)).toBe(published.adverseEvents.percentOfRctsReporting.toFixed(1));
    expect(new Set(counts.map((row) => row.comparator))).toEqual(new Set([RECOMMENDED, CONVENTIONAL]));
    expect(new Set(counts.map((row) => row.timepoint))).toEqual(new Set(["During follow-up"]));
  });

  it("befall 4.6% v 13.8% of patients, and none in some arm", () => {
    expect(((100 * total("ai")) / total("n1i")).toFixed(1)).toBe(
      published.adverseEvents.interventionPercent.toFixed(1),
    );
    expect(((100 * total("ci")) / total("n2i")).toFixed(1)).toBe(published.adverseEvents.controlPercent.toFixed(1));
    expect(counts.some((row) => row.ai === "0" && num(row, "ci") > 0)).toBe(true);
  });
});

interface DataPackage {
  readonly resources: readonly [{ readonly schema: { readonly fields: readonly { readonly name: string }[] } }];
  readonly understory: { readonly publishedModel: unknown };
}
