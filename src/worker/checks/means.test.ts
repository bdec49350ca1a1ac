import { describe, expect, it } from "vitest";
import { checkOwn } from "./findSlips";
import { applied, cellAt, findingsOf, MEANS, ownOf, PAIN, painWith } from "./fixtures";
import { betterOn } from "./instruments";

describe("trials without a slip", () => {
  it("give no finding", () => {
    const { findings, rowIds } = checkOwn(ownOf(MEANS, PAIN));
    expect(findings).toEqual([]);
    expect(rowIds).toEqual([0, 1, 2, 3, 4, 5]);
  });
});

describe("standard errors typed as SDs", () => {
  const own = ownOf(MEANS, painWith("Lee 2019,Pain,1 month,Sham,3.2,0.3,25,4.2,0.32,25"));

  it("are found, and told once although the SMD is large too", () => {
    const { findings } = checkOwn(own);
    expect(findings.map(({ check, rows }) => [check, rows])).toEqual([["se-as-sd", [5]]]);
    expect(findings[0]?.columns).toEqual(["sd1i", "sd2i"]);
  });

  it("become SDs by √n, each cell with its derivation", () => {
    const [remedy] = findingsOf(own, "se-as-sd")[0]!.remedies;
    const done = applied(own, remedy!);
    expect(cellAt(done, 5, "sd1i")).toBeCloseTo(1.5, 12);
    expect(cellAt(done, 5, "sd2i")).toBeCloseTo(1.6, 12);
    expect(remedy?.derivation[0]).toBe("Lee 2019, Pain, 1 month, arm 1: SD = SE × √n = 0.3 × √25 = 1.5");
    expect(checkOwn(done).findings).toEqual([]);
  });

  it("are found in one arm alone", () => {
    const one = ownOf(MEANS, painWith("Lee 2019,Pain,1 month,Sham,3.2,0.3,25,4.2,1.6,25"));
    expect(findingsOf(one, "se-as-sd")[0]?.columns).toEqual(["sd1i"]);
  });

  it("are not seen in an SD that is small by another factor, nor among few studies, nor on another scale", () => {
    const small = ownOf(MEANS, painWith("Lee 2019,Pain,1 month,Sham,3.2,0.05,25,4.2,0.06,25"));
    expect(findingsOf(small, "se-as-sd")).toEqual([]);
    const few = ownOf(MEANS, [PAIN[0]!, PAIN[1]!, "Lee 2019,Pain,1 month,Sham,3.2,0.3,25,4.2,0.32,25"]);
    expect(findingsOf(few, "se-as-sd")).toEqual([]);
    const scales = PAIN.map((line, i) => `${line},${i === 5 ? "Likert" : "VAS"}`);
    const other = scales.with(5, "Lee 2019,Pain,1 month,Sham,0.5,0.3,25,0.7,0.32,25,Likert");
    expect(findingsOf(ownOf(`${MEANS},scale`, other), "se-as-sd")).toEqual([]);
  });
});

describe("large standardised mean differences", () => {
  it("are found, with the way out where standard errors would explain them", () => {
    const own = ownOf(MEANS, ["Ahn 2011,Pain,1 month,Sham,3.1,0.25,36,4.0,0.24,36", PAIN[1]!]);
    const [finding] = findingsOf(own, "large-smd");
    expect(finding?.message).toContain("−3.6");
    expect(cellAt(applied(own, finding!.remedies[0]!), 0, "sd1i")).toBeCloseTo(1.5, 12);
  });

  it("are found in given effects that are standardised, and only there", () => {
    const given = (name: string) =>
      ownOf(
        "study,outcome,timepoint,comparator,yi,vi",
        ["A,Pain,1 month,Sham,-3.5,0.1", "B,Pain,1 month,Sham,-0.5,0.1"],
        { outcomes: [{ name: "Pain", given: { name, short: "x", scale: "identity" } }] },
      );
    expect(findingsOf(given("Hedges’ g"), "large-smd")).toHaveLength(1);
    expect(findingsOf(given("mean difference"), "large-smd")).toEqual([]);
  });
});

describe("arms in each other’s place", () => {
  const line = "Lee 2019,Pain,1 month,Sham,4.6,1.6,25,3.2,1.5,25";
  const own = ownOf(MEANS, painWith(line));

  it("are found, and swapped or turned at a press", () => {
    const [finding] = findingsOf(own, "arms-swapped");
    expect(finding?.rows).toEqual([5]);
    const [swap, turn] = finding!.remedies;
    const swapped = applied(own, swap!);
    expect(["m1i", "sd1i", "m2i", "sd2i"].map((column) => cellAt(swapped, 5, column))).toEqual([3.2, 1.5, 4.6, 1.6]);
    expect(findingsOf(swapped, "arms-swapped")).toEqual([]);
    const turned = applied(own, turn!);
    expect(turned.table.header).toContain("better");
    expect(turned.table.rows[5]?.at(-1)).toBe("higher");
    expect(findingsOf(turned, "arms-swapped")).toEqual([]);
  });

  it("are not seen where the study may well be opposite by chance, nor where the others disagree", () => {
    const chance = ownOf(MEANS, painWith("Lee 2019,Pain,1 month,Sham,4.0,1.6,25,3.9,1.5,25"));
    expect(findingsOf(chance, "arms-swapped")).toEqual([]);
    const mixed = painWith(line, "Ahn 2011,Pain,1 month,Sham,4.4,1.5,30,3.4,1.6,31");
    expect(findingsOf(ownOf(MEANS, mixed), "arms-swapped")).toEqual([]);
  });

  it("turn given effects with their limits", () => {
    const header = "study,outcome,timepoint,comparator,yi,ci.lb,ci.ub";
    const lines = ["A", "B", "C", "D", "E"].map((study, i) => `${study},Pain,1 week,Sham,-0.6${i},-0.9${i},-0.3${i}`);
    const given = ownOf(header, [...lines, "F,Pain,1 week,Sham,0.6,0.3,0.9"]);
    const [finding] = findingsOf(given, "arms-swapped");
    expect(applied(given, finding!.remedies[0]!).table.rows[5]?.slice(4)).toEqual(["-0.6", "-0.9", "-0.3"]);
  });
});

describe("scales", () => {
  it("of several instruments in one mean difference are told", () => {
    const lines = PAIN.map((line, i) => `${line},${i < 3 ? "VAS" : "NRS"}`);
    const md = { outcomes: [{ name: "Pain", measure: "MD" as const }] };
    expect(findingsOf(ownOf(`${MEANS},scale`, lines, md), "mixed-scales")).toHaveLength(1);
    expect(findingsOf(ownOf(`${MEANS},scale`, lines), "mixed-scales")).toEqual([]);
  });

  it("of another size are worth knowing, and doubtful in a mean difference", () => {
    const lines = painWith("Lee 2019,Pain,1 month,Sham,32,15,25,42,16,25");
    expect(findingsOf(ownOf(MEANS, lines), "mixed-scales")[0]?.severity).toBe("note");
    const md = { outcomes: [{ name: "Pain", measure: "MD" as const }] };
    expect(findingsOf(ownOf(MEANS, lines, md), "mixed-scales")[0]).toMatchObject({ severity: "doubtful", rows: [5] });
  });

  it("are known by their abbreviations, not by plain words, and not where more is better", () => {
    expect(betterOn("VAS (0-10)")).toEqual({ instrument: "VAS", better: "lower" });
    expect(betterOn("SF-36, physical function")).toEqual({ instrument: "SF-36", better: "higher" });
    for (const text of ["a dash of pain", "EQ VAS", "Pain relief (VAS)", "Adherence", "VAS or JOA"]) {
      expect(betterOn(text)).toBeNull();
    }
  });

  it("that run against what is said of them are found by their name", () => {
    const lines = PAIN.map((line, i) => `${line},${i === 5 ? "JOA (0-17)" : "VAS (0-10)"}`);
    const own = ownOf(`${MEANS},scale`, lines);
    const [finding] = findingsOf(own, "mixed-directions");
    expect(finding).toMatchObject({ rows: [5], severity: "doubtful" });
    const done = applied(own, finding!.remedies[0]!);
    expect(done.table.rows[5]?.at(-1)).toBe("higher");
    expect(findingsOf(done, "mixed-directions")).toEqual([]);
  });
});
