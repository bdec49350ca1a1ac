import { describe, expect, it } from "vitest";
import { effectAxis } from "./axis";
import { boxMark, boxSide, diamondPoints, intervalMarks } from "./interval";

const axis = { ...effectAxis([-1, 1], "identity", [0, 200]), x: (v: number) => 100 + 100 * v };
const kinds = (lb: number, ub: number) => intervalMarks(axis, lb, ub, 5, { stroke: "#000" }).map((m) => m.kind);

describe("intervalMarks", () => {
  it("draws a plain line inside the axis", () => expect(kinds(-0.5, 0.5)).toEqual(["rule"]));

  it("adds an arrow at each end that the axis clips", () => {
    expect(kinds(-3, 0.5)).toEqual(["rule", "polygon"]);
    expect(kinds(-3, 3)).toEqual(["rule", "polygon", "polygon"]);
  });

  it.each([
    [-9, -8],
    [8, 9],
  ])("still shows an interval that lies wholly outside: %f to %f", (lb, ub) => {
    expect(kinds(lb, ub)).toEqual(["polygon"]);
  });
});

describe("boxSide", () => {
  it("makes area proportional to weight", () => {
    expect((boxSide(20, 20) / boxSide(10, 20)) ** 2).toBeCloseTo(2, 10);
  });

  it("keeps the lightest study visible", () => expect(boxSide(0.001, 50)).toBe(4));
});

describe("boxMark", () => {
  it("is centred on the estimate, and absent outside the axis", () => {
    expect(boxMark(axis, 0.5, 10, 8, {})).toMatchObject({ at: [146, 6], size: [8, 8] });
    expect(boxMark(axis, 1.5, 10, 8, {})).toBeNull();
  });
});

describe("diamondPoints", () => {
  it("spans the interval and is highest at the estimate", () => {
    const points = diamondPoints(axis, { mu: 0.2, ciLb: -0.5, ciUb: 0.6 }, 10, 8);
    expect(points).toEqual([
      [50, 10],
      [120, 2],
      [160, 10],
      [120, 18],
    ]);
  });

  it("is cut, not narrowed, where the axis ends before the interval", () => {
    const points = diamondPoints(axis, { mu: 0, ciLb: -2, ciUb: 2 }, 10, 8);
    expect(points).toEqual([
      [0, 14],
      [0, 6],
      [100, 2],
      [200, 6],
      [200, 14],
      [100, 18],
    ]);
  });
});
