import { describe, expect, it } from "vitest";
import type { Pooled } from "../../model/analysis";
import { MEASURES } from "../../model/measure";
import type { Influence, MultiverseCounts, PredictionCounts, StudyInfluence } from "../../model/sensitivity";
import { pooled, usNkt } from "../fixtures";
import { analysesDoubt, conclusionText, newSettingDoubt } from "./analysisDoubts";
import { oneStudyDoubt, severalStudiesDoubt } from "./studyDoubts";

const nameOf = (rowId: number) => `Trial ${rowId}`;
const result = (mu: number, half: number): Pooled => pooled({ mu, ciLb: mu - half, ciUb: mu + half });

function study(rowId: number, without: Pooled | null): StudyInfluence {
  return {
    ...{ rowId, studyId: `t${rowId}`, yi: -1, vi: 0.1, without, diagnostics: null, baujat: null },
    ...{ radial: { x: 1, z: 1 }, risks: null },
  };
}

function influence(withouts: readonly (Pooled | null)[], overall: Pooled | null = result(-1, 0.5)): Influence {
  return {
    ...{ measure: MEASURES.SMD, overall, conclusion: "below", flip: null, band: 1.96 },
    studies: withouts.map((without, i) => study(i + 1, without)),
  };
}

describe("oneStudyDoubt", () => {
  it.each<[string, readonly (Pooled | null)[], string, boolean]>([
    [
      "nothing changes",
      [result(-0.9, 0.5), result(-1.2, 0.5), result(-1, 0.5)],
      "Leaving out one trial at a time gives SMD −1.20 to −0.90; Trial 2 moves it most, to −1.20. No single trial changes what the interval says.",
      false,
    ],
    [
      "one changes it",
      [result(-0.4, 0.5), result(-1.1, 0.5), result(-1, 0.5)],
      "Leaving out one trial at a time gives SMD −1.10 to −0.40; Trial 1 moves it most, to −0.40. Without Trial 1 the interval says something else.",
      true,
    ],
    ["one trial", [null], "With 1 trial nothing can be left out.", false],
  ])("%s", (_, withouts, text, changes) => {
    expect(oneStudyDoubt(influence(withouts), usNkt, nameOf)).toMatchObject({ text, changes });
  });

  it("names three of many, and counts the rest", () => {
    const all = Array.from({ length: 6 }, () => result(-0.2, 0.5));
    expect(oneStudyDoubt(influence(all), usNkt, nameOf).text).toContain(
      "Without Trial 1, Trial 2, Trial 3 or one of 3 more trials the interval says something else.",
    );
  });
});

describe("severalStudiesDoubt", () => {
  it.each([
    [
      { rowIds: [3], isSmallest: true, conclusion: "uncertain" } as const,
      8,
      "It takes at least 1 trial: without Trial 3 the interval includes no effect.",
      true,
    ],
    [
      { rowIds: [1, 2, 3], isSmallest: true, conclusion: "above" } as const,
      8,
      "It takes at least 3 trials: without Trial 1, Trial 2 and Trial 3 the interval lies above no effect.",
      false,
    ],
    [
      { rowIds: [1, 2, 3, 4, 5, 6], isSmallest: false, conclusion: "uncertain" } as const,
      60,
      "6 trials (Trial 1, Trial 2, Trial 3 and Trial 4 and 2 more) are enough",
      false,
    ],
    [null, 8, "No set of trials was found", false],
    [null, 2, "With 2 trials there is nothing to take away.", false],
  ])("%j of %i", (flip, k, text, changes) => {
    const doubt = severalStudiesDoubt(flip, k, usNkt, nameOf);
    expect(doubt.text).toContain(text);
    expect(doubt.changes).toBe(changes);
  });
});

const predictions = (below: number, uncertain: number): PredictionCounts => ({
  ...{ kinds: ["V"], conclusions: { above: 0, below, uncertain }, weights: [] },
});

describe("analysesDoubt", () => {
  const tried = (below: number, uncertain: number): MultiverseCounts => ({
    conclusions: { above: 0, below, uncertain },
    predictions: predictions(0, 0),
    weights: [
      { choice: "method", options: [], comparisons: 10, decided: 1 },
      { choice: "test", options: [], comparisons: 10, decided: 4 },
    ],
  });

  it.each([
    [1000, 0, "all come to the same conclusion.", false],
    [900, 100, "90% come to the same conclusion. What matters most is how the interval is made.", true],
    [999, 1, "more than 99% come to the same conclusion.", true],
    [1, 999, "fewer than 1% come to the same conclusion.", true],
  ])("%i keep it, %i do not", (below, uncertain, text, changes) => {
    const doubt = analysesDoubt(tried(below, uncertain), "below", usNkt);
    expect(doubt.text).toContain(text);
    expect(doubt.changes).toBe(changes);
  });

  it("has nothing to say where nothing is pooled", () => {
    expect(analysesDoubt(tried(0, 0), null, usNkt).text).toContain("no pooled result");
  });
});

describe("newSettingDoubt", () => {
  it.each<[Partial<Pooled>, string, boolean]>([
    [
      { predint: { piLb: -2, piUb: 0.5 } },
      "between −2.00 and 0.50 (95% prediction interval): on either side of no effect.",
      true,
    ],
    [{ predint: { piLb: -2, piUb: -0.5 } }, "on the same side of no effect throughout.", false],
    [{ predint: null, predintReason: "common-effect-model" }, "The model assumes one effect everywhere", false],
    [{ predint: null, predintReason: "needs-two-studies", k: 1 }, "There are too few trials", false],
  ])("%j", (parts, text, changes) => {
    const doubt = newSettingDoubt(pooled(parts), MEASURES.SMD, 0.95, usNkt, predictions(0, 0));
    expect(doubt.text).toContain(text);
    expect(doubt.changes).toBe(changes);
  });
});

it.each([
  [{ piLb: -2, piUb: 0.5 }, 0, 40, "on either side of no effect. So say all 40 prediction intervals of other kinds"],
  [{ piLb: -2, piUb: 0.5 }, 10, 30, "So say 75% of 40 prediction intervals of other kinds and analyses."],
  [{ piLb: -2, piUb: -0.5 }, 10, 30, "throughout. So say 25% of 40 prediction intervals"],
  [{ piLb: -2, piUb: -0.5 }, 1, 0, "on the same side of no effect throughout."],
])("sets the model's own prediction interval %j beside all others", (predint, below, uncertain, text) => {
  const doubt = newSettingDoubt(pooled({ predint }), MEASURES.SMD, 0.95, usNkt, predictions(below, uncertain));
  expect(doubt.text).toContain(text);
});

it("says what the interval says, and never calls a result robust", () => {
  expect(conclusionText(result(-1, 0.5), 0.95)).toBe("The 95% CI excludes no effect.");
  expect(conclusionText(result(-1, 2), 0.95)).toBe("The 95% CI includes no effect.");
  const told = [
    oneStudyDoubt(influence([result(-1, 0.5), result(-1, 0.5)]), usNkt, nameOf),
    severalStudiesDoubt(null, 8, usNkt, nameOf),
    newSettingDoubt(pooled({}), MEASURES.SMD, 0.95, usNkt, predictions(0, 0)),
  ];
  for (const { text } of told) expect(text).not.toMatch(/robust|prove|no difference|not significant/i);
});
