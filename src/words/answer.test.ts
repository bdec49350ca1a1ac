import { describe, expect, it } from "vitest";
import type { Analysis } from "../model/analysis";
import type { Descriptor } from "../model/descriptor";
import { MEASURES } from "../model/measure";
import type { Selection } from "../model/selection";
import { answer } from "./answer";
import { analysis, cell, pooled, study, usNkt } from "./fixtures";

const heterogeneity = (I2: number) => ({ Q: 10, df: 7, pval: 0.1, I2, I2Q: I2, H2: 2 });
const asked = (parts: Partial<Selection>): Selection => ({ ...analysis().selection, ...parts });
const logged = (mu: number, ciLb: number, ciUb: number) =>
  pooled({ mu: Math.log(mu), ciLb: Math.log(ciLb), ciUb: Math.log(ciUb), predint: null });

describe("the headline of a pooled result", () => {
  const function1 = asked({ outcome: "Physical function" });
  const events = asked({ outcome: "Adverse events", timepoint: "Whole follow-up" });
  const quitting = asked({ outcome: "Abstinence", timepoint: "3 months" });
  const cases: readonly (readonly [string, Partial<Analysis>, string, string])[] = [
    [
      "lower is better, lowered",
      { overall: pooled({ k: 9, N: 758, mu: -1.74, ciLb: -2.5, ciUb: -0.98 }) },
      "US-NKT lowered pain more than control at 1 week: SMD −1.74 (95% CI −2.50 to −0.98), 9 trials, 758 patients.",
      "benefit",
    ],
    [
      "lower is better, higher",
      { overall: pooled({ mu: 0.5, ciLb: 0.2, ciUb: 0.8 }) },
      "Pain was higher with US-NKT than with control at 1 week: SMD 0.50 (95% CI 0.20 to 0.80), 8 trials, 652 patients.",
      "harm",
    ],
    [
      "lower is better, open",
      { overall: pooled({ mu: -0.24, ciLb: -0.6, ciUb: 0.12 }) },
      "Pain at 1 week: the trials are compatible with anything from lower pain with US-NKT (SMD −0.60) to higher pain (SMD 0.12). SMD −0.24 (95% CI −0.60 to 0.12), 8 trials, 652 patients.",
      "uncertain",
    ],
    [
      "higher is better, improved",
      { selection: function1, overall: pooled({ mu: 0.5, ciLb: 0.2, ciUb: 0.8 }) },
      "US-NKT improved physical function more than control at 1 week: SMD 0.50 (95% CI 0.20 to 0.80), 8 trials, 652 patients.",
      "benefit",
    ],
    [
      "higher is better, worse",
      { selection: function1, overall: pooled({ mu: -0.5, ciLb: -0.8, ciUb: -0.2 }) },
      "Physical function was worse with US-NKT than with control at 1 week: SMD −0.50 (95% CI −0.80 to −0.20), 8 trials, 652 patients.",
      "harm",
    ],
    [
      "higher is better, open",
      { selection: function1, overall: pooled({ mu: 0.1, ciLb: -0.2, ciUb: 0.4 }) },
      "Physical function at 1 week: the trials are compatible with anything from worse physical function with US-NKT (SMD −0.20) to better physical function (SMD 0.40). SMD 0.10 (95% CI −0.20 to 0.40), 8 trials, 652 patients.",
      "uncertain",
    ],
    [
      "a risk, lowered",
      { selection: events, measure: MEASURES.RR, overall: logged(0.34, 0.21, 0.55) },
      "US-NKT lowered the risk of adverse events compared with control over the whole follow-up: RR 0.34 (95% CI 0.21 to 0.55), 8 trials, 652 patients.",
      "benefit",
    ],
    [
      "odds, raised",
      { selection: events, measure: MEASURES.OR, overall: logged(2, 1.2, 3.4) },
      "US-NKT raised the odds of adverse events compared with control over the whole follow-up: OR 2.00 (95% CI 1.20 to 3.40), 8 trials, 652 patients.",
      "harm",
    ],
    [
      "odds, open",
      { selection: events, measure: MEASURES.OR, overall: logged(1, 0.5, 2) },
      "The odds of adverse events over the whole follow-up: the trials are compatible with anything from lower odds of adverse events with US-NKT (OR 0.50) to higher odds (OR 2.00). OR 1.00 (95% CI 0.50 to 2.00), 8 trials, 652 patients.",
      "uncertain",
    ],
    [
      "a wanted event, raised",
      { selection: quitting, measure: MEASURES.RR, overall: logged(1.55, 1.49, 1.61) },
      "US-NKT raised the chance of stopping smoking compared with control at 3 months: RR 1.55 (95% CI 1.49 to 1.61), 8 trials, 652 patients.",
      "benefit",
    ],
    [
      "a wanted event, open",
      { selection: quitting, measure: MEASURES.RR, overall: logged(1.1, 0.9, 1.35) },
      "The chance of stopping smoking at 3 months: the trials are compatible with anything from a lower chance of stopping smoking with US-NKT (RR 0.90) to a higher one (RR 1.35). RR 1.10 (95% CI 0.90 to 1.35), 8 trials, 652 patients.",
      "uncertain",
    ],
    [
      "an event named barely, as a risk difference",
      {
        selection: asked({ outcome: "Nausea" }),
        measure: MEASURES.RD,
        overall: pooled({ mu: -0.05, ciLb: -0.081, ciUb: -0.019 }),
      },
      "US-NKT lowered the risk of nausea compared with control at 1 week: RD −0.050 (95% CI −0.081 to −0.019), 8 trials, 652 patients.",
      "benefit",
    ],
    [
      "one comparator shown",
      { selection: asked({ hiddenComparators: ["Recommended therapy"] }), overall: pooled({ N: null }) },
      "US-NKT lowered pain more than conventional needle-knife therapy at 1 week: SMD −1.11 (95% CI −1.42 to −0.79), 8 trials.",
      "benefit",
    ],
  ];

  it.each(cases)("%s", (_, parts, headline, tone) => {
    const given = answer(analysis(parts), usNkt, []);
    expect(given.headline).toBe(headline);
    expect(given.tone).toBe(tone);
  });

  it("never calls an open result no difference", () => {
    for (const [, parts] of cases) {
      const { headline, detail } = answer(analysis(parts), usNkt, []);
      expect(`${headline} ${detail}`).not.toMatch(/no difference|not significant|no significant|had no effect/i);
    }
  });
});

describe("the detail of a pooled result", () => {
  const range = { piLb: -4.3, piUb: 0.8 };
  it.each([
    [
      95,
      range,
      "Trials disagree strongly (I² 95%): in a new setting the effect could lie between −4.30 and 0.80, a range that reaches past no effect.",
    ],
    [
      60,
      { piLb: -2, piUb: -0.1 },
      "Trials disagree (I² 60%): in a new setting the effect could lie between −2.00 and −0.10.",
    ],
    [
      40,
      { piLb: -2, piUb: -0.1 },
      "Trials differ somewhat (I² 40%). In a new setting the effect could lie between −2.00 and −0.10.",
    ],
    [0, null, "Trials show little disagreement (I² 0%)."],
  ])("at I² %d%", (I2, predint, detail) => {
    const overall = pooled({ heterogeneity: heterogeneity(I2), predint, predintReason: null });
    expect(answer(analysis({ overall }), usNkt, []).detail).toBe(detail);
  });

  it("says that a common effect predicts nothing", () => {
    const overall = pooled({ predint: null, predintReason: "common-effect-model" });
    expect(answer(analysis({ overall }), usNkt, []).detail).toContain("assumes one true effect everywhere");
  });

  it.each([
    [
      0.021,
      "Results differ between recommended therapy and conventional needle-knife therapy by more than chance would explain (test for subgroup differences p = 0.021); a difference between trials is not a difference between patients.",
    ],
    [
      0.34,
      "Whether the effect differs between recommended therapy and conventional needle-knife therapy is not settled by these trials (test for subgroup differences p = 0.340).",
    ],
  ])("compares the groups with care at p = %d", (pval, sentence) => {
    const groups = usNkt.comparators.map((key) => ({ key, rowIds: [], pooled: pooled({ k: 5 }) }));
    const compared = analysis({
      selection: asked({ compareBy: "comparator" }),
      groups,
      difference: { statistic: 1, df1: 1, df2: null, pval },
    });
    expect(answer(compared, usNkt, []).detail).toContain(sentence);
  });
});

it("gives the numbers by name, and says why there is no prediction interval", () => {
  expect(answer(analysis(), usNkt, []).numbers).toEqual([
    { label: "SMD", value: "−1.11" },
    { label: "95% CI", value: "−1.42 to −0.79" },
    { label: "95% prediction interval", value: "−2.10 to −0.12" },
    { label: "Trials", value: "8" },
    { label: "Patients", value: "652" },
    { label: "I²", value: "73%" },
    { label: "τ", value: "0.39" },
  ]);
  const overall = pooled({ k: 2, N: null, predint: null, predintReason: "needs-three-studies" });
  const labels = answer(analysis({ overall }), usNkt, []).numbers;
  expect(labels).toContainEqual({ label: "95% prediction interval", value: "needs three trials" });
  expect(labels.map(({ label }) => label)).not.toContain("Patients");
});

describe("one trial", () => {
  const one = pooled({ k: 1, N: 60, heterogeneity: null, predint: null, predintReason: "needs-two-studies" });

  it("is reported, with nothing to pool", () => {
    const given = answer(analysis({ studies: [study(0)], overall: one }), usNkt, []);
    expect(given.headline).toBe(
      "One trial reports pain at 1 week: SMD −1.11 (95% CI −1.42 to −0.79), 60 patients. There is nothing to pool.",
    );
    expect(given.detail).toBe("");
  });

  it("may be what is left of several", () => {
    const studies = [study(0), study(1, { state: "excluded" }), study(2, { state: "excluded" })];
    const given = answer(analysis({ studies, overall: one }), usNkt, []);
    expect(given.headline).toMatch(/^One trial of 3 counts for pain at 1 week: SMD/);
    expect(given.numbers).toContainEqual({ label: "Trials", value: "1 (2 left out)" });
    expect(given.cautions).toEqual([]);
  });
});

describe("timepoints compared", () => {
  const separate = analysis({
    selection: asked({ compareBy: "timepoint" }),
    overall: null,
    noOverall: "repeated-patients",
    groups: [
      { key: "1 week", rowIds: [], pooled: pooled() },
      { key: "1 month", rowIds: [], pooled: pooled({ k: 3, mu: -0.4, ciLb: -0.9, ciUb: 0.1 }) },
      { key: "3 months", rowIds: [], pooled: null },
    ],
  });

  it("names each result and pools nothing", () => {
    expect(answer(separate, usNkt, [])).toEqual({
      headline:
        "Pain, each timepoint by itself. 1 week: SMD −1.11 (95% CI −1.42 to −0.79), 8 trials; 1 month: SMD −0.40 (95% CI −0.90 to 0.10), 3 trials; 3 months: no result.",
      detail: "Timepoints share patients, so they are not pooled together.",
      numbers: [],
      cautions: ["Intervals from groups of 4 trials or fewer are uncertain."],
      tone: "uncertain",
    });
  });
});

describe("where there is no result", () => {
  const none = { overall: null, noOverall: "no-studies" } as const;
  const cells = [
    cell("Pain", "1 week", 8),
    cell("Pain", "1 month", 9),
    cell("Pain", "3 months", 0),
    cell("Nausea", "3 months", 1),
  ];
  const empty = (selection: Partial<Selection>, descriptor: Descriptor = usNkt) =>
    answer(
      analysis({ ...none, studies: [], selection: asked({ timepoint: "3 months", ...selection }) }),
      descriptor,
      cells,
    );

  it("points to the nearest cells that have some", () => {
    expect(empty({})).toEqual({
      headline: "No trial reports pain at 3 months.",
      detail: "Nearest with results: Pain, 1 month (9 trials); Pain, 1 week (8 trials); Nausea, 3 months (1 trial).",
      numbers: [],
      cautions: [],
      tone: "none",
    });
  });

  it("speaks of events, not of their risk", () => {
    expect(empty({ outcome: "Adverse events" }).headline).toBe("No trial reports adverse events at 3 months.");
  });

  it("says which filters are set and how to get back", () => {
    const { headline, detail } = empty({ filters: { condition: { kind: "values", values: ["x"] } } });
    expect(headline).toBe("No trial that matches the filters reports pain at 3 months.");
    expect(detail).toMatch(/Filters are set on condition: clear them to see every trial\.$/);
  });

  it("says which comparators are switched off", () => {
    const { headline, detail } = empty({ hiddenComparators: ["Recommended therapy"] });
    expect(headline).toBe("No trial against conventional needle-knife therapy reports pain at 3 months.");
    expect(detail).toMatch(/Other comparators are switched off\.$/);
    expect(empty({ hiddenComparators: usNkt.comparators })).toMatchObject({
      headline: "Every comparator is switched off.",
      detail: "Switch one on to see its trials.",
    });
  });

  it("says that all trials are left out", () => {
    const studies = [study(0, { state: "excluded" }), study(1, { state: "excluded" })];
    expect(answer(analysis({ ...none, studies }), usNkt, cells)).toMatchObject({
      headline: "All 2 trials of pain at 1 week are left out.",
      detail: "Include a trial again to see a result.",
    });
  });

  it("says why no effect can be estimated", () => {
    const studies = [study(0, { effect: null, reason: "no-events" })];
    expect(answer(analysis({ ...none, studies }), usNkt, cells).headline).toBe(
      "No trial of pain at 1 week gives an effect that can be pooled (no event in either arm).",
    );
  });
});

describe("effects against the state before", () => {
  const uncontrolled: Descriptor = {
    ...usNkt,
    studyNoun: { one: "study", many: "studies" },
    arms: { intervention: "deep-brain stimulation", control: "before" },
    comparators: ["Before stimulation"],
    outcomes: [{ ...usNkt.outcomes[0]!, noun: "the motor score", unit: "points (UPDRS III)" }],
  };
  const measure = { ...MEASURES.GEN, name: "mean change", short: "Change" };

  it("claim no superiority and carry the warning", () => {
    const overall = pooled({ mu: -24, ciLb: -26.1, ciUb: -21.9 });
    const given = answer(analysis({ measure, overall }), uncontrolled, []);
    expect(given.headline).toBe(
      "The motor score was lower at 1 week than before stimulation: Change −24.00 points (95% CI −26.10 to −21.90), 8 studies, 652 patients.",
    );
    expect(given.cautions[0]).toMatch(/without a control group/);
  });

  it("leave an open interval open", () => {
    const overall = pooled({ mu: -1, ciLb: -3, ciUb: 1 });
    expect(answer(analysis({ measure, overall }), uncontrolled, []).headline).toMatch(
      /anything from a lower motor score than before stimulation \(Change −3\.00\) to a higher one \(Change 1\.00\)\./,
    );
  });
});
