import { describe, expect, it } from "vitest";
import type { Method, Predint, Test } from "../../model/poolingModel";
import { pool } from "../pool";
import { expectClose, FITS } from "../reference/reference";
import { type MultiverseRequest, multiverse } from "./multiverse";
import { weighChoices } from "./weighChoices";

const METHODS: readonly Method[] = ["EE", "DL", "PM", "REML", "ML", "EB", "HE", "HS", "SJ"];
const TESTS: readonly Test[] = ["z", "t", "knha", "adhoc", "wider"];
const PREDINTS: readonly Predint[] = ["z", "V", "HTS", "HK", "HK-PR"];
const EVERY = { methods: METHODS, tests: TESTS, predints: PREDINTS, level: 0.9, leaveOneOut: true };

function setOf(name: string) {
  const { yi, vi } = FITS.find((data) => data.name === name)!;
  return { key: name, yi, vi };
}

/** Each universe against `pool`, whose numbers are those of metafor. */
function expectPooled(request: MultiverseRequest): number {
  const sets = new Map(request.sets.map((set) => [set.key, set]));
  const universes = multiverse(request);
  for (const universe of universes) {
    const { yi, vi } = sets.get(universe.set)!;
    const isIn = (_: number, place: number) => place !== universe.leftOut;
    const { method, test, predint } = universe;
    const model = { method, test, predint, level: request.level } as const;
    const want = pool(yi.filter(isIn), vi.filter(isIn), model);
    expect(universe.k).toBe(want.k);
    for (const name of ["mu", "se", "ciLb", "ciUb", "tau2"] as const) {
      expectClose(universe[name], want[name], 1e-13, want.se);
    }
    expect(universe.predintReason).toBe(want.predintReason);
    if (want.predint) {
      expectClose(universe.interval?.piLb, want.predint.piLb, 1e-13, want.se);
      expectClose(universe.interval?.piUb, want.predint.piUb, 1e-13, want.se);
    } else expect(universe.interval).toBeNull();
    if (want.heterogeneity) expectClose(universe.I2 ?? NaN, want.heterogeneity.I2, 1e-12, 1);
    else expect(universe.I2).toBeNull();
    expect(universe.conclusion).toBe(want.ciLb > 0 ? "above" : want.ciUb < 0 ? "below" : "uncertain");
  }
  return universes.length;
}

describe("multiverse", () => {
  it("gives what pool gives, in every universe of three measures", () => {
    const sets = ["bcg RR", "bcg OR", "bcg RD"].map(setOf);
    expect(expectPooled({ ...EVERY, sets })).toBe(3 * 14 * 9 * 5 * 5);
  });

  it("gives what pool gives for one and for two studies, and for equal effects", () => {
    const sets = [
      { key: "one", yi: [0.4], vi: [0.1] },
      { key: "two", yi: [0.4, 2], vi: [0.1, 0.2] },
      { key: "equal", yi: [0.1, 0.1, 0.1], vi: [0.3, 0.2, 0.7] },
    ];
    expect(expectPooled({ ...EVERY, sets })).toBe((1 + 3 + 4) * 225);
  });

  it("tries no more than it is asked to", () => {
    const request = { sets: [setOf("bcg RR")], methods: ["DL"], tests: ["z"], predints: ["V"] } as const;
    const [universe, ...others] = multiverse({ ...request, level: 0.95, leaveOneOut: false });
    expect(others).toEqual([]);
    expect(universe).toMatchObject({ set: "bcg RR", method: "DL", leftOut: null, conclusion: "below" });
  });

  it("throws for a set that cannot be pooled", () => {
    expect(() => multiverse({ ...EVERY, sets: [{ key: "none", yi: [], vi: [] }] })).toThrow(RangeError);
    expect(() => multiverse({ ...EVERY, sets: [{ key: "bad", yi: [1], vi: [0] }] })).toThrow(RangeError);
  });
});

describe("weighChoices", () => {
  // Two studies: clear by Wald's interval, open by Hartung and Knapp's; one of them alone is open.
  const sets = [{ key: "two", yi: [0.9, 1.1], vi: [0.2, 0.6] }];
  const universes = multiverse({
    ...EVERY,
    sets,
    methods: ["EE", "DL"],
    tests: ["z", "knha"],
    predints: ["z", "V"],
    level: 0.95,
  });
  const weights = new Map(weighChoices(universes).map((weight) => [weight.choice, weight]));

  it("counts the conclusions of each value", () => {
    expect(weights.get("leftOut")?.options).toEqual([
      { value: null, conclusions: { above: 4, below: 0, uncertain: 4 } },
      { value: 0, conclusions: { above: 0, below: 0, uncertain: 8 } },
      { value: 1, conclusions: { above: 8, below: 0, uncertain: 0 } },
    ]);
  });

  it("counts the comparisons that a choice decides", () => {
    expect(weights.get("leftOut")).toMatchObject({ comparisons: 8, decided: 8 });
    expect(weights.get("test")).toMatchObject({ comparisons: 12, decided: 4 });
    expect(weights.get("method")).toMatchObject({ comparisons: 12, decided: 0 });
    expect(weights.get("predint")).toMatchObject({ comparisons: 12, decided: 0 });
    expect(weights.get("set")).toMatchObject({ comparisons: 24, decided: 0 });
  });
});
