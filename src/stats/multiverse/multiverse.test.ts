import { describe, expect, it } from "vitest";
import type { Method, Predint, Test } from "../../model/poolingModel";
import { pool } from "../pool";
import { expectClose, FITS } from "../reference/reference";
import { multiverse } from "./multiverse";
import { type MultiverseRequest, predictionAt, type Universe, type UniversePrediction, universeAt } from "./universe";
import { countConclusions, weighChoices } from "./weighChoices";

const METHODS: readonly Method[] = ["EE", "DL", "PM", "REML", "ML", "EB", "HE", "HS", "SJ"];
const TESTS: readonly Test[] = ["z", "t", "knha", "adhoc", "wider"];
const PREDINTS: readonly Predint[] = ["z", "V", "HTS", "HK", "HK-PR"];
const EVERY = { methods: METHODS, tests: TESTS, predints: PREDINTS, level: 0.9, leaveOneOut: true };

function setOf(name: string) {
  const { yi, vi } = FITS.find((data) => data.name === name)!;
  return { key: name, yi, vi };
}

/** All that was tried, as objects. */
function tried(request: MultiverseRequest) {
  const { universes, predictions } = multiverse(request);
  return {
    universes: Array.from({ length: universes.length }, (_, at) => universeAt(request, universes, at)),
    predictions: Array.from({ length: predictions.length }, (_, at) => predictionAt(request, predictions, at)),
  };
}

/** Each universe against `pool`, whose numbers are those of metafor. */
function expectPooled(request: MultiverseRequest): readonly [universes: number, predictions: number] {
  const sets = new Map(request.sets.map((set) => [set.key, set]));
  const { universes, predictions } = tried(request);
  const wanted = ({ set, method, leftOut }: Universe | UniversePrediction, test: Test, predint: Predint) => {
    const { yi, vi } = sets.get(set)!;
    const isIn = (_: number, place: number) => place !== leftOut;
    return pool(yi.filter(isIn), vi.filter(isIn), { method, test, predint, level: request.level });
  };
  const excludes = (ends: { readonly piLb: number; readonly piUb: number } | null) =>
    ends !== null && (ends.piLb > 0 || ends.piUb < 0);
  for (const universe of universes) {
    const want = wanted(universe, universe.test, "z");
    expect(universe.k).toBe(want.k);
    for (const name of ["mu", "se", "ciLb", "ciUb", "tau2"] as const) {
      expectClose(universe[name], want[name], 1e-13, want.se);
    }
    if (want.heterogeneity) expectClose(universe.I2 ?? NaN, want.heterogeneity.I2, 1e-12, 1);
    else expect(universe.I2).toBeNull();
    expect(universe.conclusion).toBe(want.ciLb > 0 ? "above" : want.ciUb < 0 ? "below" : "uncertain");
  }
  for (const prediction of predictions) {
    const { predint } = wanted(prediction, "z", prediction.predint);
    expectClose(prediction.piLb, predint!.piLb, 1e-13);
    expectClose(prediction.piUb, predint!.piUb, 1e-13);
    expect(prediction.conclusion !== "uncertain").toBe(excludes(predint));
  }
  const [one] = universes;
  expect(one?.excluding).toEqual(request.predints.filter((predint) => excludes(wanted(one!, "z", predint).predint)));
  return [universes.length, predictions.length];
}

describe("multiverse", () => {
  it("gives what pool gives, in every universe of three measures", () => {
    const sets = ["bcg RR", "bcg OR", "bcg RD"].map(setOf);
    expect(expectPooled({ ...EVERY, sets })).toEqual([3 * 14 * 9 * 5, 3 * 14 * 8 * 5]);
  });

  it("gives what pool gives for one and for two studies, and for equal effects", () => {
    const sets = [
      { key: "one", yi: [0.4], vi: [0.1] },
      { key: "two", yi: [0.4, 2], vi: [0.1, 0.2] },
      { key: "equal", yi: [0.1, 0.1, 0.1], vi: [0.3, 0.2, 0.7] },
    ];
    // Of two studies three kinds have an interval, of one none has; the common effect has none.
    expect(expectPooled({ ...EVERY, sets })).toEqual([(1 + 3 + 4) * 45, 8 * (1 * 3 + 1 * 5 + 3 * 3)]);
  });

  it("tries no more than it is asked to", () => {
    const request = { sets: [setOf("bcg RR")], methods: ["DL"], tests: ["z"], predints: ["V"] } as const;
    const { universes, predictions } = tried({ ...request, level: 0.95, leaveOneOut: false });
    const chosen = { set: "bcg RR", method: "DL", leftOut: null };
    expect(universes).toMatchObject([{ ...chosen, test: "z", conclusion: "below", excluding: [] }]);
    expect(predictions).toMatchObject([{ ...chosen, predint: "V", conclusion: "uncertain" }]);
  });

  it("throws for a set that cannot be pooled", () => {
    expect(() => multiverse({ ...EVERY, sets: [{ key: "none", yi: [], vi: [] }] })).toThrow(RangeError);
    expect(() => multiverse({ ...EVERY, sets: [{ key: "bad", yi: [1], vi: [0] }] })).toThrow(RangeError);
  });
});

describe("weighChoices", () => {
  // Two studies: clear by Wald's interval, open by Hartung and Knapp's; one of them alone is open.
  const sets = [{ key: "two", yi: [0.9, 1.1], vi: [0.2, 0.6] }];
  const methods = ["EE", "DL"] as const;
  const tests = ["z", "knha"] as const;
  const predints = ["z", "V"] as const;
  const { universes, predictions } = multiverse({ sets, methods, tests, predints, level: 0.95, leaveOneOut: true });
  const weights = new Map(
    weighChoices(universes, {
      set: { codes: universes.set, name: () => "two" },
      method: { codes: universes.method, name: (code) => methods[code]! },
      test: { codes: universes.test, name: (code) => tests[code]! },
      leftOut: { codes: universes.leftOut, name: (code) => (code < 0 ? null : code) },
    }).map((weight) => [weight.choice, weight]),
  );

  it("counts all conclusions", () => {
    expect(countConclusions(universes)).toEqual({ above: 6, below: 0, uncertain: 6 });
  });

  it("counts the conclusions of each value", () => {
    expect(weights.get("leftOut")?.options).toEqual([
      { value: null, conclusions: { above: 2, below: 0, uncertain: 2 } },
      { value: 0, conclusions: { above: 0, below: 0, uncertain: 4 } },
      { value: 1, conclusions: { above: 4, below: 0, uncertain: 0 } },
    ]);
  });

  it("counts the comparisons that a choice decides", () => {
    expect(weights.get("leftOut")).toMatchObject({ comparisons: 4, decided: 4 });
    expect(weights.get("test")).toMatchObject({ comparisons: 6, decided: 2 });
    expect(weights.get("method")).toMatchObject({ comparisons: 6, decided: 0 });
    expect(weights.get("set")).toMatchObject({ comparisons: 12, decided: 0 });
  });

  it("weighs the kinds of prediction interval too", () => {
    // Under DL alone, and with two studies alone: the normal one excludes no effect, the one by t does not.
    expect(
      weighChoices(predictions, { predint: { codes: predictions.predint, name: (code) => predints[code]! } }),
    ).toEqual([
      {
        ...{ choice: "predint", comparisons: 1, decided: 1 },
        options: [
          { value: "z", conclusions: { above: 1, below: 0, uncertain: 0 } },
          { value: "V", conclusions: { above: 0, below: 0, uncertain: 1 } },
        ],
      },
    ]);
  });
});
