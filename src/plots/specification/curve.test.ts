import { describe, expect, it } from "vitest";
import { MEASURES } from "../../model/measure";
import { ANY_ANALYSIS, type Multiverse } from "../../model/sensitivity";
import { everySpecification, type Specification, specificationAt } from "../../model/specifications";
import { specified } from "../cases/specified";
import { columnsOf, conclusionsOf, curveOf, studiesOf } from "./curve";

const METHODS = ["EE", "DL", "REML"] as const;
const TESTS = ["z", "knha"] as const;

const specifications = [null, ...Array.from({ length: 14 }, (_, i) => i)].flatMap((leftOut) =>
  METHODS.flatMap((method, m) =>
    TESTS.map((test): Specification => {
      const mu = -1 + 0.1 * m + (leftOut === null ? 0 : 0.01 * leftOut);
      const half = test === "z" ? 0.4 : 1.2;
      return {
        ...{ effects: "SMD", method, test, leftOut, k: 14, mu, ciLb: mu - half, ciUb: mu + half, I2: null },
        conclusion: mu + half < 0 ? "below" : "uncertain",
        excluding: [],
      };
    }),
  ),
);
const UNCOUNTED = { above: 0, below: 0, uncertain: 0 };
const EFFECTS = [{ key: "SMD", measure: MEASURES.SMD, smdVariance: null, zeroCells: null }];
const multiverse: Multiverse = {
  ...{ measure: MEASURES.SMD, weights: [], conclusions: UNCOUNTED },
  predictions: { kinds: [], conclusions: UNCOUNTED, weights: [] },
  ...specified(specifications, EFFECTS),
};
const at = (place: number) => specificationAt(multiverse, place);

describe("the specification curve", () => {
  it("goes by the estimate, and holds every analysis", () => {
    const curve = curveOf(multiverse, ANY_ANALYSIS);
    expect(curve).toHaveLength(90);
    expect(curve.every((place, i) => i === 0 || at(curve[i - 1]!).mu <= at(place).mu)).toBe(true);
    expect(everySpecification(multiverse)).toEqual(specifications);
  });

  it("keeps what makes the wanted choices", () => {
    const some = curveOf(multiverse, { ...ANY_ANALYSIS, method: ["DL", "EE"], leftOut: ["none"] });
    expect([...some].map(at).map((s) => [s.method, s.leftOut])).toEqual([
      ["EE", null],
      ["EE", null],
      ["DL", null],
      ["DL", null],
    ]);
  });

  it("is joined into columns that leave none out", () => {
    const curve = curveOf(multiverse, ANY_ANALYSIS);
    const columns = columnsOf(multiverse.specifications, curve, 8);
    expect(columns.flatMap(({ members }) => [...members])).toEqual([...curve]);
    for (const { members, least, most, mu } of columns) {
      expect(Math.abs(members.length - 90 / 8)).toBeLessThan(1);
      expect(least).toBe(Math.min(...[...members].map((place) => at(place).ciLb)));
      expect(most).toBe(Math.max(...[...members].map((place) => at(place).ciUb)));
      expect(mu).toBeGreaterThanOrEqual(at(members[0]!).mu);
    }
    expect(columnsOf(multiverse.specifications, curve, 500)).toHaveLength(90);
    expect(columnsOf(multiverse.specifications, new Uint32Array(), 8)).toEqual([]);
  });

  it("names only conclusions that occur", () => {
    expect(conclusionsOf(multiverse.specifications, curveOf(multiverse, ANY_ANALYSIS))).toEqual(["below", "uncertain"]);
  });

  it("gives a line to the studies that move the estimate most", () => {
    expect(studiesOf(multiverse)).toEqual({ shown: [4, 5, 6, 7, 8, 9, 10, 11, 12, 13], others: [0, 1, 2, 3] });
  });
});
