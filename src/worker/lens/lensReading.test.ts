import { describe, expect, it } from "vitest";
import { type Lens, NO_LENS } from "../../model/lens";
import { COCHRANE_2024, type PoolingModel } from "../../model/poolingModel";
import type { Selection } from "../../model/selection";
import { defaultAsked, questionOf } from "../../state/selectors";
import { bundled } from "../bundledDataset";
import { lensReading } from "./lensReading";

interface Change {
  readonly data?: string;
  readonly selection?: Partial<Selection>;
  readonly model?: Partial<PoolingModel>;
  readonly lens?: Partial<Lens>;
}

/** The reading of a dataset's first view, with what is changed of it. */
function read({ data = "us-nkt", selection = {}, model = {}, lens = {} }: Change = {}) {
  const dataset = bundled(data);
  const first = questionOf(defaultAsked(dataset), dataset.descriptor);
  const question = { selection: { ...first.selection, ...selection }, model: { ...first.model, ...model } };
  return lensReading(dataset, { question, lens: { ...NO_LENS, ...lens } });
}

/** By hand from the file: 0.88, 1.01, 1.53, 1.61, 1.77 and 1.91 on a VAS; 7 of 50 and 7 of 46 in the middle of ten arms. */
const SD_OF_VAS = 1.57;
const MEDIAN_RISK = (7 / 50 + 7 / 46) / 2;

const EVENTS = { outcome: "Adverse events", timepoint: "During follow-up" };
const rule = (x: number | undefined, to: number | undefined) => expect(x).toBeCloseTo(to ?? NaN, 10);

describe("the smallest difference that matters", () => {
  it("gives the chance that the prediction interval's own limits name", () => {
    const { pooled } = read();
    const { piUb } = pooled!.predint!;
    const { mid } = read({ lens: { mids: { "SMD Pain": -piUb } } });
    expect(mid).toMatchObject({ origin: "reader", value: -piUb, threshold: -piUb, points: null });
    const chances = mid!.newSetting;
    if ("reason" in chances) throw new Error(chances.reason);
    rule(chances.better, 0.975);
    rule(chances.better + chances.between + chances.worse, 1);
  });

  it("turns the dataset's points into standard deviations by the familiar scale", () => {
    const { mid, scale } = read();
    expect(mid).toMatchObject({ origin: "dataset", points: 1.5 });
    rule(mid?.threshold, 1.5 / scale!.sd);
    expect(mid?.source).toMatch(/Ostelo 2008/);
  });

  it("follows the reader's points and the reader's standard deviation", () => {
    const { mid } = read({ lens: { mids: { "MD Pain": 2 }, sds: { Pain: 2.5 } } });
    expect(mid).toMatchObject({ origin: "reader", points: 2, value: 0.8, threshold: 0.8 });
  });

  it("does not take points of one scale for those of another", () => {
    const selection = { outcome: "Physical function" };
    expect(read({ selection, lens: { mids: { "MD Physical function": 5 } } }).mid).toBeNull();
    expect(read({ selection, lens: { mids: { "MD Pain": 5, "SMD Pain": 5 } } }).mid).toBeNull();
  });

  it("counts a ratio to both sides, and better by the outcome's direction", () => {
    const mids = { "RR Abstinence at 6 months or longer": 1.25 };
    const wanted = read({ data: "nrt-smoking", lens: { mids } }).mid!;
    const inverse = read({
      data: "nrt-smoking",
      lens: { mids: { "RR Abstinence at 6 months or longer": 0.8 } },
    }).mid!;
    rule(wanted.threshold, Math.log(1.25));
    rule(inverse.threshold, wanted.threshold);
    expect(wanted.newSetting).toMatchObject({ better: expect.any(Number) });
    if (!("reason" in wanted.newSetting)) expect(wanted.newSetting.better).toBeGreaterThan(wanted.newSetting.worse);
    expect(wanted.share).toBeGreaterThan(0.5);
  });

  it("has no chance under a common effect, and no share without spread", () => {
    expect(read({ model: { method: "EE" } }).mid).toMatchObject({
      newSetting: { reason: "common-effect-model" },
      share: null,
    });
    const agreeing = read({ selection: EVENTS, lens: { mids: { "RR Adverse events": 0.8 } } });
    expect(agreeing.pooled?.tau2).toBe(0);
    expect(agreeing.mid?.share).toBeNull();
  });

  it("gives half as the share beyond the mean itself", () => {
    const { pooled } = read();
    rule(read({ lens: { mids: { "SMD Pain": -pooled!.mu } } }).mid?.share ?? undefined, 0.5);
  });
});

describe("a familiar scale", () => {
  it("is the one that most pooled rows used, by the median of its control arms", () => {
    const { scale, pooled } = read();
    expect(scale).toMatchObject({ unit: "VAS (0-10)", arms: 6, origin: "control-arms", isTurned: false });
    rule(scale?.sd, SD_OF_VAS);
    rule(scale?.estimate, SD_OF_VAS * pooled!.mu);
    rule(scale?.predint?.piLb, SD_OF_VAS * pooled!.predint!.piLb);
  });

  it("does not count the arms of trials that are left out", () => {
    const excluded = ["Simulated trial 01", "Simulated trial 02"];
    expect(read({ selection: { excluded } }).scale?.arms).toBe(4);
  });

  it("turns the sign back for a scale that runs the other way", () => {
    const filters = { scale: { kind: "values", values: ["JOA (0-29)"] } } as const;
    const { scale, pooled } = read({ selection: { outcome: "Physical function", filters } });
    expect(scale?.isTurned).toBe(true);
    expect(Math.sign(scale!.estimate)).toBe(-Math.sign(pooled!.mu));
    rule(scale?.ciLb, -scale!.sd * pooled!.ciUb);
  });

  it("is not guessed where no column names the scales", () => {
    expect(read({ data: "antihistamines-cold" }).scale).toBeNull();
    expect(read({ data: "antihistamines-cold", lens: { sds: { "Runny nose improvement": 2 } } }).scale).toMatchObject({
      sd: 2,
      origin: "reader",
      takesPoints: true,
    });
  });

  it("is for standardised differences alone", () => {
    expect(read({ selection: { measure: "MD" } }).scale).toBeNull();
    expect(read({ selection: EVENTS }).scale).toBeNull();
  });
});

describe("events among people", () => {
  it("stand at the median risk of the control arms", () => {
    const { risk, pooled } = read({ selection: EVENTS });
    expect(risk).toMatchObject({ origin: "control-arms", arms: 10 });
    rule(risk?.baseline, MEDIAN_RISK);
    rule(risk?.average?.risk, MEDIAN_RISK * Math.exp(pooled!.mu));
    rule(risk?.average?.perThousandUb, 1000 * MEDIAN_RISK * (Math.exp(pooled!.ciUb) - 1));
    rule(risk?.predicted?.perThousandLb, 1000 * MEDIAN_RISK * (Math.exp(pooled!.predint!.piLb) - 1));
  });

  it("stand at the reader's risk instead", () => {
    const { risk } = read({ selection: EVENTS, lens: { baselines: { "Adverse events": 0.3 } } });
    expect(risk).toMatchObject({ baseline: 0.3, origin: "reader", arms: 10 });
  });

  it("are there for every measure that moves a risk, Peto's odds ratio as an odds ratio", () => {
    const at = (measure: Selection["measure"]) => read({ selection: { ...EVENTS, measure } });
    for (const measure of ["RR", "OR", "RD", "PETO"] as const) expect(at(measure).risk?.average).not.toBeNull();
    expect(at("AS").risk).toBeNull();
    const peto = at("PETO");
    const odds = (p: number) => p / (1 - p);
    const { baseline, average } = peto.risk!;
    rule(Math.log(odds(average!.risk) / odds(baseline)), peto.pooled!.mu);
  });

  it("say nothing where the effect leads beyond all", () => {
    const lens = { baselines: { "Abstinence at 6 months or longer": 0.9 } };
    expect(read({ data: "nrt-smoking", lens }).risk?.average).toBeNull();
  });
});

describe("other ways to say it", () => {
  it("turns SMDs and odds ratios into each other by π / √3", () => {
    const smd = read();
    rule(Math.log(smd.converse!.estimate), (smd.pooled!.mu * Math.PI) / Math.sqrt(3));
    expect(smd.converse?.to).toBe("OR");
    const or = read({ selection: { ...EVENTS, measure: "OR" } });
    rule(or.converse!.estimate, (or.pooled!.mu * Math.sqrt(3)) / Math.PI);
    expect(read({ selection: EVENTS }).converse).toBeNull();
  });

  it("gives the better arm the larger chance, whichever way is better", () => {
    const { superiority } = read();
    expect(superiority!.estimate).toBeGreaterThan(0.5);
    expect(superiority!.ciLb).toBeLessThan(superiority!.estimate);
    const higher = read({ data: "antihistamines-cold" });
    expect(higher.superiority!.estimate > 0.5).toBe(higher.pooled!.mu > 0);
  });
});

it("reads nothing where nothing is pooled over all", () => {
  const across = read({ selection: { compareBy: "timepoint" } });
  expect(across).toMatchObject({ pooled: null, mid: null, scale: null, risk: null, converse: null });
});

it("reads one trial, and foretells nothing from it", () => {
  const filters = { year: { kind: "range", min: 2023, max: 2023 } } as const;
  const one = read({ selection: { filters }, model: COCHRANE_2024 });
  expect(one.pooled?.k).toBe(1);
  expect(one.mid).toMatchObject({ newSetting: { reason: "needs-two-studies" }, share: null });
  expect(one.scale?.predint).toBeNull();
});
