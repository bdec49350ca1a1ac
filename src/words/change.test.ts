import { describe, expect, it } from "vitest";
import type { GroupResult } from "../model/analysis";
import { change } from "./change";
import { analysis, pooled } from "./fixtures";

const heterogeneity = (I2: number) => ({ Q: 10, df: 7, pval: 0.1, I2, I2Q: I2, H2: 2 });

describe("change", () => {
  it("tells estimate, conclusion and I² from and to", () => {
    const before = analysis({
      overall: pooled({ mu: -1.74, ciLb: -2.5, ciUb: -0.98, heterogeneity: heterogeneity(95) }),
    });
    const after = analysis({
      overall: pooled({ mu: -1.52, ciLb: -3.1, ciUb: 0.06, heterogeneity: heterogeneity(91) }),
    });
    expect(change(before, after)).toEqual({
      parts: ["SMD from −1.74 to −1.52", "95% CI now includes no effect", "I² from 95% to 91%"],
      conclusionChanged: true,
    });
  });

  it("says what stays", () => {
    expect(change(analysis(), analysis())).toEqual({
      parts: ["SMD stays −1.11", "95% CI still excludes no effect", "I² stays 73%"],
      conclusionChanged: false,
    });
  });

  it("says when the last trial went, and when one came back", () => {
    const none = analysis({ overall: null, noOverall: "no-studies" });
    expect(change(analysis(), none)?.parts).toEqual(["no result any more"]);
    expect(change(none, analysis())?.parts).toEqual(["SMD −1.11, no result before"]);
  });

  it("does not compare answers to different questions", () => {
    const other = analysis({ selection: { ...analysis().selection, timepoint: "1 month" } });
    expect(change(analysis(), other)).toBeNull();
    const acrossTime = analysis({
      selection: { ...analysis().selection, compareBy: "timepoint" },
      overall: null,
      noOverall: "repeated-patients",
    });
    expect(change(analysis(), acrossTime)).toBeNull();
  });

  it("names the groups that moved where there is no overall result", () => {
    const byTime = (mu: number): readonly GroupResult[] => [
      { key: "1 week", rowIds: [], pooled: pooled({ mu }) },
      { key: "1 month", rowIds: [], pooled: pooled() },
    ];
    const selection = { ...analysis().selection, compareBy: "timepoint" };
    const separate = { selection, overall: null, noOverall: "repeated-patients" } as const;
    const before = analysis({ ...separate, groups: byTime(-1.3) });
    const after = analysis({ ...separate, groups: byTime(-1.2) });
    expect(change(before, after)?.parts[0]).toBe("1 week: SMD from −1.30 to −1.20");
    expect(change(before, after)?.parts).toHaveLength(3);
  });
});
