import { expect, it } from "vitest";
import * as terms from "./terms";

const all = Object.values(terms).flatMap((group) => Object.values(group));

it("explains every term in one or two sentences that end", () => {
  for (const { name, explanation } of all) {
    expect(explanation, name).toMatch(/\.$/);
    expect(explanation.length, name).toBeLessThan(150);
  }
});

it("names every term differently", () => {
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
});

it("cites a source for every statistic and estimator", () => {
  const cited = [terms.STATISTIC_TERMS, terms.METHOD_TERMS, terms.TEST_TERMS, terms.PREDINT_TERMS];
  for (const { name, sources } of cited.flatMap((group) => Object.values(group))) {
    expect(sources.length, name).toBeGreaterThan(0);
  }
});
