import { describe, expect, it } from "vitest";
import { applied, COUNTS, cellAt, findingsOf, ownOf } from "./fixtures";

const FINE = [
  "A 2001,Nausea,1 week,Sham,5,50,9,51",
  "B 2002,Nausea,1 week,Sham,4,40,8,41",
  "C 2003,Nausea,1 week,Sham,7,60,12,58",
];

describe("events", () => {
  it("more than participants are wrong, and the two can be swapped", () => {
    const own = ownOf(COUNTS, [...FINE, "D 2004,Nausea,1 week,Sham,50,6,9,49"]);
    const [finding] = findingsOf(own, "fault-events-above-size");
    expect(finding).toMatchObject({ severity: "wrong", rows: [3] });
    const done = applied(own, finding!.remedies[0]!);
    expect([cellAt(done, 3, "ai"), cellAt(done, 3, "n1i")]).toEqual([6, 50]);
    expect(findingsOf(done, "fault-events-above-size")).toEqual([]);
  });

  it("that are percentages become numbers where these are whole", () => {
    const own = ownOf(COUNTS, [
      ...FINE,
      "D 2004,Nausea,1 week,Sham,12.5,48,18.4,49",
      "E 2005,Nausea,1 week,Sham,3.7,50,9,49",
    ]);
    const [finding, ...others] = findingsOf(own, "percentage");
    expect(others).toEqual([]);
    expect(finding?.rows).toEqual([3]);
    const done = applied(own, finding!.remedies[0]!);
    expect([cellAt(done, 3, "ai"), cellAt(done, 3, "ci")]).toEqual([6, 9]);
    expect(findingsOf(own, "fault-events-not-a-count").map(({ rows }) => rows)).toEqual([[4]]);
  });

  it("out of a hundred in every arm are doubtful", () => {
    const hundred = ["A", "B", "C"].map((study, i) => `${study},Nausea,1 week,Sham,${12 + i},100,${20 + i},100`);
    expect(findingsOf(ownOf(COUNTS, hundred), "out-of-hundred")).toHaveLength(1);
    expect(findingsOf(ownOf(COUNTS, [...hundred, ...FINE]), "out-of-hundred")).toEqual([]);
  });

  it("that nobody had in either arm are worth knowing", () => {
    const own = ownOf(COUNTS, [...FINE, "D 2004,Nausea,1 week,Sham,0,48,0,49", "E 2005,Nausea,1 week,Sham,0,48,2,49"]);
    expect(findingsOf(own, "double-zero")).toMatchObject([{ severity: "note", rows: [3] }]);
  });
});

describe("one sample twice", () => {
  it("is found under another name, and either row can go", () => {
    const own = ownOf(COUNTS, [...FINE, "C 2004b,Nausea,1 week,Sham,7,60,12,58"]);
    const [finding] = findingsOf(own, "duplicate");
    expect(finding?.rows).toEqual([2, 3]);
    expect(applied(own, finding!.remedies[0]!).table.rows).toHaveLength(3);
    expect(applied(own, finding!.remedies[1]!).table.rows.at(-1)?.[0]).toBe("C 2004b");
  });

  it("is not seen in short numbers that agree by chance, nor in other outcomes", () => {
    const short = ["A,Nausea,1 week,Sham,0,20,1,20", "B,Nausea,1 week,Sham,0,20,1,20"];
    expect(findingsOf(ownOf(COUNTS, short), "duplicate")).toEqual([]);
    const other = [...FINE, "A 2001,Vomiting,1 week,Sham,5,50,9,51"];
    expect(findingsOf(ownOf(COUNTS, other), "duplicate")).toEqual([]);
  });

  it("of a row that repeats another in every cell goes at a press", () => {
    const own = ownOf(COUNTS, [...FINE, FINE[0]!]);
    const [finding] = findingsOf(own, "repeated-row");
    expect(applied(own, finding!.remedies[0]!).table.rows).toHaveLength(3);
  });
});

describe("a comparator arm that stands in two rows", () => {
  const own = ownOf(COUNTS, [
    ...FINE,
    "D 2004,Nausea,1 week,Sham,5,50,9,51",
    "D 2004,Nausea,1 week,Usual care,6,48,9,51",
  ]);

  it("is split between them, every patient once", () => {
    const [finding] = findingsOf(own, "shared-arm");
    expect(finding?.rows).toEqual([3, 4]);
    const done = applied(own, finding!.remedies[0]!);
    expect([3, 4].map((row) => [cellAt(done, row, "ci"), cellAt(done, row, "n2i")])).toEqual([
      [5, 26],
      [4, 25],
    ]);
    expect(findingsOf(done, "shared-arm")).toEqual([]);
  });

  it("is not seen at another time, nor in other studies", () => {
    const times = [...FINE, "D 2004,Nausea,1 week,Sham,5,50,9,51", "D 2004,Nausea,1 month,Sham,6,48,9,51"];
    expect(findingsOf(ownOf(COUNTS, times), "shared-arm")).toEqual([]);
  });
});
