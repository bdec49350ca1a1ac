import { describe, expect, it } from "vitest";
import { MEASURES } from "../model/measure";
import { COCHRANE_2024, type Method, type Predint, type Test, type ZeroCellRule } from "../model/poolingModel";
import { AS_PUBLISHED, analysis, study, usNkt } from "./fixtures";
import { methodsParagraph, methodsText } from "./methods";

const textOf = (heading: string, parts: Parameters<typeof analysis>[0] = {}) =>
  methodsText(analysis(parts), usNkt).find((section) => section.heading === heading);

describe("methodsText", () => {
  it("names the variance of Hedges’ g", () => {
    expect(textOf("Effect")?.text).toBe(
      "The effect was the standardised mean difference (Hedges’ g, RevMan variance), with the approximate small-sample correction and the sampling variance 1/n₁ + 1/n₂ + g²/(2(N − 3.94)).",
    );
    expect(textOf("Effect", { model: { ...AS_PUBLISHED, smdVariance: "LS" } })?.text).toContain("g²/(2N)");
    expect(textOf("Effect", { model: { ...AS_PUBLISHED, smdVariance: "UB" } })?.text).toMatch(
      /with the exact small-sample correction and an unbiased estimate of its sampling variance\.$/,
    );
  });

  it("says what was done about slips in the data", () => {
    const corrections = ["The SDs of Lee 2019 were computed from values taken to be standard errors."];
    const said = methodsText(analysis({}), { ...usNkt, corrections })[0];
    expect(said).toMatchObject({ heading: "Data", text: expect.stringContaining(` ${corrections[0]} `) });
    expect(methodsParagraph(analysis({}), { ...usNkt, corrections }, "1")).toContain(corrections[0]);
  });

  it.each<[Method, string, string]>([
    ["EE", "under a common effect", "cochran1954"],
    ["DL", "τ² estimated by the DerSimonian-Laird method.", "dersimonianLaird1986"],
    ["PM", "τ² estimated by the Paule-Mandel method.", "pauleMandel1982"],
    ["REML", "τ² estimated by restricted maximum likelihood", "viechtbauer2005"],
    ["ML", "τ² estimated by maximum likelihood", "hardyThompson1996"],
    ["EB", "τ² estimated by the empirical Bayes method", "morris1983"],
    ["HE", "τ² estimated by the Hedges-Olkin method", "hedgesOlkin1985"],
    ["HS", "τ² estimated by the Hunter-Schmidt method", "hunterSchmidt1990"],
    ["SJ", "τ² estimated by the Sidik-Jonkman method", "sidikJonkman2005"],
  ])("says how %s pools, with its source", (method, words, source) => {
    const section = textOf("Pooling", { model: { ...AS_PUBLISHED, method } });
    expect(section?.text).toContain(words);
    expect(section?.sources).toContain(source);
  });

  it.each([
    ["OR", "robins1986"],
    ["RR", "greenlandRobins1985"],
    ["RD", "sato1989"],
  ] as const)("says how tables are pooled by Mantel-Haenszel, %s, with the variance's source", (code, source) => {
    const model = { ...AS_PUBLISHED, method: "EE", weighting: "MH" } as const;
    const section = textOf("Pooling", { model, measure: MEASURES[code] });
    expect(section?.text).toMatch(/^2×2 tables were pooled by the Mantel-Haenszel method under a common effect/);
    expect(section?.sources).toEqual(["mantelHaenszel1959", source, "deeksHiggins2010"]);
    const random = textOf("Pooling", { model: { ...model, method: "DL" }, measure: MEASURES[code] });
    expect(random?.text).toContain("from Q about the Mantel-Haenszel estimate");
    expect(textOf("Heterogeneity", { model })?.text).toContain("Q about the Mantel-Haenszel estimate");
  });

  it.each<[Test, string]>([
    ["z", "Wald intervals"],
    ["t", "Wald intervals, from the t distribution"],
    ["knha", "without a lower bound on the standard error"],
    ["adhoc", "never below Wald’s"],
    ["wider", "or Wald intervals where these are wider"],
  ])("says how %s makes intervals", (test, words) => {
    expect(textOf("Confidence interval", { model: { ...AS_PUBLISHED, test } })?.text).toContain(words);
  });

  it.each<[Predint, string]>([
    ["z", "normal distribution with the Wald standard error."],
    ["V", "t distribution on k − 1 degrees of freedom with the Wald standard error."],
    ["HTS", "t distribution on k − 2 degrees of freedom with the Wald standard error."],
    ["HK", "t distribution on k − 1 degrees of freedom with the Hartung-Knapp standard error."],
    ["HK-PR", "t distribution on k − 2 degrees of freedom with the Hartung-Knapp standard error."],
  ])("names the prediction interval %s", (predint, words) => {
    const text = textOf("Prediction interval", { model: { ...AS_PUBLISHED, predint } })?.text;
    expect(text).toBe(`95% prediction intervals use the ${words}`);
  });

  it("has no prediction interval under a common effect, and I² from Q", () => {
    const model = { ...AS_PUBLISHED, method: "EE" } as const;
    expect(textOf("Prediction interval", { model })).toBeUndefined();
    expect(textOf("Heterogeneity", { model })?.text).toContain("(Q − df)/Q");
  });

  it("tells of zero cells only for counts, and drops empty tables only for ratios", () => {
    expect(textOf("Zero cells")).toBeUndefined();
    expect(textOf("Zero cells", { measure: MEASURES.RR })?.text).toContain("entered no pooled result");
    expect(textOf("Zero cells", { measure: MEASURES.RD })?.text).not.toContain("entered no pooled result");
    expect(textOf("Zero cells", { measure: MEASURES.PETO })).toBeUndefined();
  });

  it.each<[ZeroCellRule, string]>([
    ["only0", "one half was added to all four cells of that table"],
    ["all", "all four cells of every 2×2 table"],
    ["treatment-arm", "that arm’s share of the participants"],
    ["none", "Nothing was added"],
  ])("tells the rule for zero cells %s", (zeroCells, words) => {
    const model = { ...AS_PUBLISHED, zeroCells };
    expect(textOf("Zero cells", { measure: MEASURES.OR, model })?.text).toContain(words);
  });

  it("tells what was left out, hidden, filtered and turned", () => {
    const selection = {
      ...analysis().selection,
      hiddenComparators: ["Recommended therapy"],
      filters: { condition: { kind: "values" as const, values: ["x"] } },
    };
    const studies = [study(0, { flipped: true }), study(1, { state: "excluded" })];
    expect(textOf("Data", { selection, studies })?.text).toBe(
      "Pain, 1 week: US-NKT against control, 2 trials, of which 1 was left out by choice. Comparisons with recommended therapy were not counted. The trials were filtered by condition. Effects on scales that run the other way were turned round, so that one direction means one thing. Simulated trial-level data; pooled results match Kim et al. 2025.",
    );
  });

  it("does not test timepoints against each other", () => {
    const compareBy = (column: string) => ({ selection: { ...analysis().selection, compareBy: column } });
    expect(textOf("Groups", compareBy("timepoint"))?.text).toContain("neither pooled together nor tested");
    expect(textOf("Groups", compareBy("condition"))?.text).toContain("τ² estimated within each group");
    expect(
      textOf("Groups", { ...compareBy("condition"), model: { ...AS_PUBLISHED, method: "EE" } })?.text,
    ).not.toContain("τ²");
    expect(textOf("Groups")).toBeUndefined();

    const nested = { ...analysis().selection, compareBy: "comparator", thenBy: "condition" };
    expect(textOf("Groups", { selection: nested })?.text).toContain("grouped by comparator and condition");
    const acrossTime = { selection: { ...nested, thenBy: "timepoint" } };
    expect(textOf("Groups", acrossTime)?.text).toContain("neither pooled together nor tested");
  });
});

it("makes one paragraph with citations and the version", () => {
  const text = methodsParagraph(analysis({ model: COCHRANE_2024 }), usNkt, "0.1.0");
  expect(text).toContain("restricted maximum likelihood (Viechtbauer 2005; Cochrane 2024).");
  expect(text).toContain("(Peters et al. 2008; Sterne et al. 2011; Pustejovsky and Rodgers 2019).");
  expect(text).toMatch(/Analyses were made with Understory 0\.1\.0\.$/);
  expect(text).not.toMatch(/\.\.|\s{2}|undefined/);
});
