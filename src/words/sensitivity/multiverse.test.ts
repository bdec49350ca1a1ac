import { describe, expect, it } from "vitest";
import type { Conclusion } from "../../model/conclusion";
import { MEASURES } from "../../model/measure";
import type { Multiverse, MultiverseCounts, PredictionCounts } from "../../model/sensitivity";
import type { Specification } from "../../model/specifications";
import { usNkt } from "../fixtures";
import { outcomeOf } from "../phrase";
import { effectsLabel, multiverseNote, multiverseText, specificationChoices, specificationResult } from "./multiverse";

const ONE: Specification = {
  ...{ effects: "RR only0", method: "REML", test: "knha", leftOut: 4, k: 8, mu: Math.log(0.5) },
  ...{ ciLb: Math.log(0.25), ciUb: 0, I2: 40, conclusion: "uncertain", excluding: [] },
};
const EFFECTS = (["only0", "all"] as const).map((zeroCells) => {
  return { key: `RR ${zeroCells}`, measure: MEASURES.RR, smdVariance: null, zeroCells };
});

const NO_PREDICTIONS: PredictionCounts = {
  ...{ kinds: [], conclusions: { above: 0, below: 0, uncertain: 0 }, weights: [] },
};

function multiverseOf(
  conclusions: readonly Conclusion[],
  weights: Multiverse["weights"] = [],
  predictions = NO_PREDICTIONS,
): MultiverseCounts & Pick<Multiverse, "measure" | "effects"> {
  const counts = { above: 0, below: 0, uncertain: 0 };
  for (const conclusion of conclusions) counts[conclusion]++;
  return { measure: MEASURES.RR, effects: EFFECTS, conclusions: counts, weights, predictions };
}

describe("words of the multiverse", () => {
  const harm = outcomeOf(usNkt, "Adverse events");

  it("tell how many analyses conclude what, most first", () => {
    const found = multiverseOf(["below", "uncertain", "below", "below"]);
    expect(multiverseText(found, usNkt, harm, 0.95)).toBe(
      "4 analyses were tried. The 95% CI favours US-NKT in 75% (3) and includes no effect in 25% (1).",
    );
    expect(multiverseText(multiverseOf(["above", "above"]), usNkt, harm, 0.9)).toBe(
      "2 analyses were tried. The 90% CI favours control in all.",
    );
  });

  it("name the choice that decides most often", () => {
    const weights: Multiverse["weights"] = [
      { choice: "method", options: [], comparisons: 10, decided: 1 },
      { choice: "leftOut", options: [], comparisons: 4, decided: 2 },
    ];
    expect(multiverseText(multiverseOf(["below", "uncertain"], weights), usNkt, harm, 0.95)).toMatch(
      /The choice that matters most is which trial is left out: the conclusion depends on it in 50% of the comparisons that differ in nothing else\.$/,
    );
  });

  it("tell what prediction intervals say, and what decides it", () => {
    const predictions: PredictionCounts = {
      ...{ kinds: ["z", "V"], conclusions: { above: 0, below: 1, uncertain: 3 } },
      weights: [{ choice: "predint", options: [], comparisons: 2, decided: 1 }],
    };
    expect(multiverseText(multiverseOf(["below"], [], predictions), usNkt, harm, 0.95)).toBe(
      "One analysis was tried. The 95% CI favours US-NKT in all. The 95% prediction interval (PI; in 2 ways, 4 in all) includes no effect in 75% (3) and favours US-NKT in 25% (1); what matters most for it is how the prediction interval is made.",
    );
  });

  it("spell out one analysis", () => {
    const found = multiverseOf(["below"]);
    expect(specificationChoices(ONE, found, (id) => `Trial ${id}`)).toBe(
      "RR, ½ at zeros; REML; Hartung-Knapp; without Trial 4",
    );
    expect(specificationResult(ONE, found, 0.95)).toBe("0.50 (95% CI 0.25 to 1.00)");
  });

  it("leave out the rule for zeros where there is one alone", () => {
    expect(effectsLabel(EFFECTS[0]!, EFFECTS.slice(0, 1))).toBe("RR");
  });

  it("say how many are joined in a column", () => {
    expect(multiverseNote(1200, 1800, 120, 0.95)).toMatch(
      /^1,200 of 1,800 analyses, by estimate. About 10 stand in each column/,
    );
    expect(multiverseNote(40, 40, 40, 0.95)).toMatch(/^40 analyses, by estimate. Bands: 95% CI\./);
  });
});
