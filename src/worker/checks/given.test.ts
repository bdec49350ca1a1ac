import { describe, expect, it } from "vitest";
import { readOwn } from "../../data/readDataset";
import { remedied } from "../../state/remedies";
import { applied, cellAt, findingsOf, ownOf } from "./fixtures";

const INTERVALS = "study,outcome,timepoint,comparator,yi,ci.lb,ci.ub";
const SIZED = "study,outcome,timepoint,comparator,yi,vi,n1i,n2i";
const COLUMN = "study,outcome,timepoint,comparator,yi,sei,n1i,n2i";

describe("ratios where logarithms are expected", () => {
  const own = ownOf(INTERVALS, [
    "A,Death,1 year,Placebo,0.5,0.25,1.0",
    "B,Death,1 year,Placebo,0.8,0.5,1.28",
    "C,Death,1 year,Placebo,0.9,0.8,1.0125",
  ]);

  it("are found by their limits, for the whole outcome", () => {
    const [finding, ...others] = findingsOf(own, "ratios-not-logs");
    expect(others).toEqual([]);
    expect(finding?.rows).toEqual([0, 1, 2]);
  });

  it("become logarithms, and the outcome a ratio", () => {
    const [finding] = findingsOf(own, "ratios-not-logs");
    const done = remedied(own, finding!, finding!.remedies[0]!);
    expect(cellAt(done, 0, "yi")).toBeCloseTo(Math.log(0.5), 9);
    expect(cellAt(done, 0, "ci.lb")).toBeCloseTo(Math.log(0.25), 9);
    expect(readOwn(done).dataset?.descriptor.outcomes[0]?.given).toEqual({
      name: "ratio",
      short: "Ratio",
      scale: "log",
    });
    expect(findingsOf(done, "ratios-not-logs")).toEqual([]);
    expect(findingsOf(done, "interval-off-centre")).toEqual([]);
  });

  it("leave rows alone that cannot be ratios", () => {
    const mixed = ownOf(INTERVALS, ["A,Death,1 year,Placebo,0.5,0.25,1.0", "B,Death,1 year,Placebo,-0.2,-0.6,0.2"]);
    const [finding] = findingsOf(mixed, "ratios-not-logs");
    expect(finding?.rows).toEqual([0]);
    expect(finding?.remedies[0]?.given).toBeUndefined();
  });

  it("are not seen in limits that are symmetric but for their rounding", () => {
    expect(findingsOf(ownOf(INTERVALS, ["A,Death,1 year,Placebo,0.02,0.01,0.04"]), "ratios-not-logs")).toEqual([]);
    const lopsided = findingsOf(ownOf(INTERVALS, ["A,Death,1 year,Placebo,-0.5,-0.6,0.9"]), "interval-off-centre");
    expect(lopsided).toHaveLength(1);
  });
});

describe("variances and standard errors", () => {
  const vis = ["0.08", "0.05", "0.11", "0.06", "0.09"];
  const sizes = [50, 80, 36, 66, 44];
  const lines = vis.map((vi, i) => `S${i},Pain,1 week,Sham,-0.4${i},${vi},${sizes[i]},${sizes[i]}`);

  it("in each other’s place are found by the size of the study", () => {
    const own = ownOf(SIZED, [...lines, "Odd,Pain,1 week,Sham,-0.4,0.2,100,100"]);
    const [finding] = findingsOf(own, "se-or-variance");
    expect(finding?.rows).toEqual([5]);
    expect(cellAt(applied(own, finding!.remedies[0]!), 5, "vi")).toBeCloseTo(0.04, 12);
  });

  it("are found the other way round too", () => {
    const ses = vis.map((vi, i) => `S${i},Pain,1 week,Sham,-0.4${i},${Math.sqrt(Number(vi))},${sizes[i]},${sizes[i]}`);
    const own = ownOf(COLUMN, [...ses, "Odd,Pain,1 week,Sham,-0.4,0.04,100,100"]);
    const [finding] = findingsOf(own, "se-or-variance");
    expect(cellAt(applied(own, finding!.remedies[0]!), 5, "sei")).toBeCloseTo(0.2, 12);
  });

  it("in each other’s place in the whole column are found where the effects are standardised", () => {
    const named = (name: string) => ({
      outcomes: [{ name: "Pain", given: { name, short: "d", scale: "identity" as const } }],
    });
    const all = sizes.map((n, i) => `S${i},Pain,1 week,Sham,-0.4${i},${Math.sqrt(2 / n).toFixed(3)},${n},${n}`);
    const [finding, ...others] = findingsOf(ownOf(SIZED, all, named("Cohen’s d")), "se-or-variance");
    expect(others).toEqual([]);
    expect(finding?.rows).toEqual([0, 1, 2, 3, 4]);
    expect(cellAt(applied(ownOf(SIZED, all), finding!.remedies[0]!), 0, "vi")).toBeCloseTo(0.04, 12);
    expect(findingsOf(ownOf(SIZED, all, named("mean difference")), "se-or-variance")).toEqual([]);
    const right = sizes.map((n, i) => `S${i},Pain,1 week,Sham,-0.4${i},${(2 / n).toFixed(4)},${n},${n}`);
    expect(findingsOf(ownOf(SIZED, right, named("Cohen’s d")), "se-or-variance")).toEqual([]);
  });

  it("give no finding where they go with the sizes", () => {
    expect(findingsOf(ownOf(SIZED, [...lines, "Even,Pain,1 week,Sham,-0.4,0.04,100,100"]), "se-or-variance")).toEqual(
      [],
    );
  });

  it("that contradict each other in a row are wrong", () => {
    const header = "study,outcome,timepoint,comparator,yi,vi,sei";
    const own = ownOf(header, ["A,Pain,1 week,Sham,-0.4,0.2,0.2", "B,Pain,1 week,Sham,-0.4,0.04,0.20"]);
    const [finding, ...others] = findingsOf(own, "spreads-disagree");
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ severity: "wrong", rows: [0] });
    const done = applied(own, finding!.remedies[0]!);
    expect(cellAt(done, 0, "vi")).toBeCloseTo(0.04, 12);
    expect(findingsOf(done, "spreads-disagree")).toEqual([]);
  });
});

describe("rounding", () => {
  const header = "study,outcome,timepoint,comparator,yi,sei,ci.lb,ci.ub";
  const own = ownOf(header, ["A,Pain,1 week,Sham,-0.4,0.2,,", "B,Pain,1 week,Sham,-0.400,0.00,-0.406,-0.394"]);

  it("that hides a standard error is found, and undone by the limits", () => {
    const [finding] = findingsOf(own, "rounded-to-zero");
    expect(finding).toMatchObject({ severity: "wrong", rows: [1] });
    expect(cellAt(applied(own, finding!.remedies[0]!), 1, "sei")).toBeCloseTo(0.012 / (2 * 1.959964), 6);
    expect(findingsOf(own, "fault-variance-not-positive")).toEqual([]); // told once
  });

  it("to one digit is worth knowing, a zero that is no rounding is a fault", () => {
    expect(findingsOf(ownOf(header, ["A,Pain,1 week,Sham,-0.4,0.01,,"]), "coarse-spread")).toHaveLength(1);
    const zero = ownOf(header, ["A,Pain,1 week,Sham,-0.4,0.2,,", "B,Pain,1 week,Sham,-0.4,0,,"]);
    expect(findingsOf(zero, "rounded-to-zero")).toEqual([]);
    expect(findingsOf(zero, "fault-variance-not-positive")).toHaveLength(1);
  });
});
