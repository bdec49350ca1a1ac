import { describe, expect, it } from "vitest";
import type { LensReading, MidReading, Needed, People, ScaleReading } from "../model/lens";
import { MEASURES } from "../model/measure";
import { cell, pooled, usNkt } from "./fixtures";
import { cellLine, lensSummary } from "./lens";
import { arrayInput } from "./lensArray";
import { chance, midParts, midSentences, midSource, midText } from "./lensMid";
import { baselineSource, differenceText, neededText, riskSentences } from "./lensRisk";
import { converseText, scaleEstimate, scaleSentences, superiorityText } from "./lensScale";

const mid: MidReading = {
  ...{ value: 0.955, threshold: 0.955, origin: "dataset", source: "a paper", points: 1.5, share: 0.65 },
  newSetting: { better: 0.64, between: 0.355, worse: 0.005 },
};

const scale: ScaleReading = {
  ...{ estimate: -1.74, ciLb: -2.23, ciUb: -1.24, predint: { piLb: -3.29, piUb: -0.19 } },
  ...{ sd: 1.57, origin: "control-arms" as const, unit: "VAS (0-10)", arms: 6, isTurned: false, takesPoints: true },
};

const people: People = {
  ...{ risk: 0.056, riskLb: 0.035, riskUb: 0.089, cut: false },
  ...{ perThousand: -90, perThousandLb: -111, perThousandUb: -57 },
  needed: {
    estimate: { direction: "fewer", people: 11.1 },
    interval: { kind: "one-way", direction: "fewer", low: 9.01, high: 17.5 },
  },
};

const risk = {
  ...{ baseline: 0.146, origin: "control-arms" as const, arms: 10, lowest: 0.0625, highest: 0.1887 },
  ...{ average: people, predicted: { perThousandLb: -113, perThousandUb: 51 } },
} as const;

function reading(parts: Partial<LensReading> = {}): LensReading {
  return {
    ...{ outcome: "Pain", timepoint: "1 week", measure: MEASURES.SMD, level: 0.95, pooled: pooled() },
    ...{ mid: null, scale: null, risk: null, superiority: null, converse: null },
    ...parts,
  };
}

const events = reading({ outcome: "Adverse events", timepoint: "Whole follow-up", measure: MEASURES.RR, risk });

describe("the lens in a line", () => {
  it.each([
    [
      reading({ mid, scale }),
      "A difference of −1.74 (95% CI −2.23 to −1.24) on VAS (0\u201110); 64% chance of a difference that matters in a new setting",
    ],
    [events, "Adverse events: 90 fewer (95% CI 57 to 111 fewer) per 1,000"],
    [reading({ pooled: null }), "Needs one result: choose a single timepoint with trials."],
    [reading(), "State the smallest difference that matters to see the chance of it."],
  ])("%#", (of, line) => {
    expect(lensSummary(of, usNkt)).toBe(line);
  });

  it("gives another cell's result, or says that there is none", () => {
    expect(cellLine(cell("Pain", "1 week", 8), usNkt)).toBe("Pain: SMD −1.11 (−1.42 to −0.79)");
    expect(cellLine(cell("Nausea", "1 week", 2, { pooled: null }), usNkt)).toBe("Nausea: 2 trials, no result");
  });
});

describe("the smallest difference that matters", () => {
  it("is told with its points and its source", () => {
    expect(midText(reading({ mid }))).toBe("SMD 0.95 (1.5 points)");
    expect(midSource(mid)).toBe("From the dataset: a paper.");
    expect(midSource({ ...mid, origin: "reader" })).toBe("As you set it.");
  });

  it("has three chances that are never certain by rounding", () => {
    expect(midParts(mid)?.map(({ percent }) => percent)).toEqual(["64%", "36%", "< 1%"]);
    expect([0, 0.004, 0.5, 0.996, 1].map(chance)).toEqual(["0%", "< 1%", "50%", "> 99%", "100%"]);
  });

  it.each([
    [-2, -1, "The whole 95% CI of the average effect is at least this large."],
    [1, 2, "The whole 95% CI of the average effect is at least this large."],
    [-0.5, 0.9, "The whole 95% CI of the average effect is smaller than this."],
    [-1.42, -0.79, "The 95% CI of the average effect holds differences that matter and differences that do not."],
    [-2, 2, "The 95% CI of the average effect holds differences that matter and differences that do not."],
  ])("is set against an interval from %d to %d", (ciLb, ciUb, sentence) => {
    expect(midSentences(reading({ mid, pooled: pooled({ ciLb, ciUb }) }), usNkt)[0]).toBe(sentence);
  });

  it.each(["needs-two-studies", "needs-three-studies", "common-effect-model"] as const)(
    "says why there is no chance: %s",
    (reason) => {
      const without = { ...mid, newSetting: { reason }, share: null };
      expect(midParts(without)).toBeNull();
      expect(midSentences(reading({ mid: without }), usNkt)).toHaveLength(2);
    },
  );
});

describe("a familiar scale", () => {
  it("carries its sign, its intervals and what it rests on", () => {
    expect(scaleEstimate(scale, 0.95)).toBe("−1.74 (95% CI −2.23 to −1.24)");
    expect(scaleSentences(reading({ scale }), usNkt)).toEqual([
      "In a new setting: between −3.29 and −0.19.",
      "By a standard deviation of 1.57: the median of 6 control arms on this, the scale most used here.",
    ]);
  });

  it("says so where the reader gave the SD, and where the scale runs the other way", () => {
    const own = { ...scale, origin: "reader", predint: null, isTurned: true } as const;
    expect(scaleSentences(reading({ scale: own }), usNkt)).toEqual([
      "By a standard deviation of 1.57, as you set it.",
      "On this scale higher is better.",
    ]);
  });

  it("says who fares better how often, and what the odds would be", () => {
    const superiority = { estimate: 0.784, ciLb: 0.71, ciUb: 0.84, predint: null };
    expect(superiorityText(reading({ superiority }), usNkt)).toBe(
      "A patient of the US-NKT arm fares better than one of the control arm with a probability of 78% (95% CI 71% to 84%); evens are 50%.",
    );
    const converse = { estimate: 0.134, ciLb: 0.076, ciUb: 0.239, predint: null, to: "OR" } as const;
    expect(converseText(reading({ converse }))).toMatch(
      /^As an odds ratio: 0\.13 \(95% CI 0\.08 to 0\.24\) for a higher/,
    );
    expect(converseText(reading({ converse: { ...converse, to: "SMD" } }))).toMatch(/^As an SMD: 0\.13/);
  });
});

describe("events among people", () => {
  it("are told with their intervals", () => {
    expect(differenceText(people, 0.95)).toBe("90 fewer (95% CI 57 to 111 fewer)");
    expect(riskSentences(events, usNkt)).toEqual([
      "In a new setting: between 113 fewer and 51 more per 1,000.",
      "Number needed to treat for one event fewer: 12 (95% CI 10 to 18).",
    ]);
    expect(baselineSource(risk)).toBe("The median of 10 control arms, which lie from 63 to 189 per 1,000.");
  });

  it.each([
    [-9.4, -12, -0.04, "9.4 fewer (95% CI 0 to 12 fewer)"],
    [12, 4, 20, "12 more (95% CI 4 to 20 more)"],
    [0, -3, 3, "as many (95% CI 3 fewer to 3 more)"],
  ])("with a decimal below ten: %d per 1,000", (perThousand, perThousandLb, perThousandUb, text) => {
    expect(differenceText({ ...people, perThousand, perThousandLb, perThousandUb }, 0.95)).toBe(text);
  });

  const needs: readonly (readonly [string, Needed, string])[] = [
    [
      "through infinity, as Altman (1998) has it",
      {
        estimate: { direction: "fewer", people: 10 },
        interval: { kind: "through-infinity", fewer: 4, more: 20 },
      },
      "Number needed to treat for one event fewer: 10 (95% CI from 4, through infinity, to 20 for one more).",
    ],
    [
      "from the other side",
      { estimate: { direction: "more", people: 30.2 }, interval: { kind: "through-infinity", fewer: 9, more: 8.1 } },
      "Number needed to treat for one event more: 31 (95% CI from 9, through infinity, to 9 for one fewer).",
    ],
    [
      "to infinity",
      {
        estimate: { direction: "fewer", people: 10 },
        interval: { kind: "one-way", direction: "fewer", low: 5, high: null },
      },
      "Number needed to treat for one event fewer: 10 (95% CI 5 to infinity).",
    ],
    [
      "nowhere",
      { estimate: null, interval: { kind: "none" } },
      "Number needed to treat for one event fewer: infinite.",
    ],
  ];
  it.each(needs)("need numbers that run %s", (_, needed, text) => {
    expect(neededText(needed, 0.95, "lower")).toBe(text);
  });

  it("say so where the effect leads beyond all of them", () => {
    expect(riskSentences({ ...events, risk: { ...risk, average: null } }, usNkt)).toHaveLength(1);
  });

  it("are drawn as whole people that sum to 1,000, on the side that they are on", () => {
    const drawn = arrayInput(events, usNkt, "0.1.0")!;
    expect(drawn.people).toMatchObject({ both: 56, changed: 90, none: 854, isGood: true });
    expect(drawn.people.title).toBe("Adverse events among 1,000 patients: 146 with control, 56 with US-NKT");
    const more = { ...events, risk: { ...risk, average: { ...people, risk: 0.3 } } };
    expect(arrayInput(more, usNkt, "0.1.0")!.people).toMatchObject({
      both: 146,
      changed: 154,
      none: 700,
      isGood: false,
      legend: { changed: "154 more with US-NKT" },
    });
    expect(arrayInput(reading(), usNkt, "0.1.0")).toBeNull();
  });
});

it("never says more than the numbers do", () => {
  const said = [
    lensSummary(reading({ mid, scale }), usNkt),
    ...midSentences(reading({ mid }), usNkt),
    ...riskSentences(events, usNkt),
    ...scaleSentences(reading({ scale }), usNkt),
  ].join(" ");
  expect(said).not.toMatch(/no effect|no difference|significant|robust|proves|undefined|NaN/i);
});
