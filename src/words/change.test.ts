import { describe, expect, it } from "vitest";
import type { Analysis, GroupResult, Pooled } from "../model/analysis";
import { change } from "./change";
import { analysis, pooled } from "./fixtures";

const heterogeneity = (I2: number) => ({ Q: 10, df: 7, pval: 0.1, I2, I2Q: I2, H2: 2 });
const overall = (parts: Partial<Pooled>): Analysis => analysis({ overall: pooled(parts) });
const texts = (before: Analysis, after: Analysis, mid: number | null = null) =>
  change(before, after, mid)?.parts.map(({ text }) => text);

describe("change", () => {
  it("tells estimate, both intervals and I² from and to", () => {
    const before = overall({ mu: -1.74, ciLb: -2.5, ciUb: -0.98, heterogeneity: heterogeneity(95) });
    const after = overall({ mu: -1.52, ciLb: -3.1, ciUb: 0.06, heterogeneity: heterogeneity(91) });
    expect(change(before, after, null)).toEqual({
      parts: [
        { kind: "estimate", text: "SMD from −1.74 to −1.52", turned: false },
        { kind: "ci", text: "95% CI −3.10 to 0.06, now includes no effect", turned: true },
        { kind: "pi", text: "prediction interval −2.10 to −0.12, still excludes no effect", turned: false },
        { kind: "I2", text: "I² from 95% to 91%", turned: false },
      ],
      conclusionChanged: true,
    });
  });

  it("says what stays", () => {
    expect(change(analysis(), analysis(), null)?.conclusionChanged).toBe(false);
    expect(texts(analysis(), analysis())).toEqual([
      "SMD stays −1.11",
      "95% CI −1.42 to −0.79, still excludes no effect",
      "prediction interval −2.10 to −0.12, still excludes no effect",
      "I² stays 73%",
    ]);
  });

  // Confidence intervals before and after, the MID, and what is told of them.
  it.each<[[number, number], [number, number], number | null, string, boolean]>([
    [[-2, -1], [-2, -0.1], null, "still excludes no effect", false],
    [[-2, -1], [-2, 0.1], null, "now includes no effect", true],
    [[-2, 0.1], [-2, -1], null, "now excludes no effect", true],
    [[-2, 0.1], [-3, 0.2], null, "still includes no effect", false],
    [[-2, -1], [-2, 0], null, "now includes no effect", true], // a limit that is no effect includes it
    [[-2, -1], [-2, -0.6], 0.5, "still excludes no effect", false],
    [
      [-2, -1],
      [-2, -0.4],
      0.5,
      "still excludes no effect and now holds differences that matter and smaller ones",
      true,
    ],
    [[-2, -0.4], [-2, -0.5], 0.5, "still excludes no effect and now holds only differences that matter", true],
    [
      [-2, -0.1],
      [-0.4, -0.1],
      0.5,
      "still excludes no effect and now holds only differences too small to matter",
      true,
    ],
    [[-2, -1], [-0.4, 0.1], 0.5, "now includes no effect and holds only differences too small to matter", true],
    [[0.6, 2], [0.4, 2], 0.5, "still excludes no effect and now holds differences that matter and smaller ones", true],
    [
      [-0.4, 0.4],
      [-0.3, 0.6],
      0.5,
      "still includes no effect and now holds differences that matter and smaller ones",
      true,
    ],
  ])("%j to %j with a MID of %j: %s", (was, is, mid, text, turned) => {
    const at = ([ciLb, ciUb]: [number, number]) => overall({ ciLb, ciUb, predint: null });
    const ci = change(at(was), at(is), mid)?.parts.find(({ kind }) => kind === "ci");
    expect(ci?.text.split(/, (.*)/)[1]).toBe(text);
    expect(ci?.turned).toBe(turned);
  });

  it("turns where only the prediction interval does", () => {
    const after = overall({ predint: { piLb: -2.5, piUb: 0.3 } });
    expect(change(analysis(), after, null)?.conclusionChanged).toBe(true);
    expect(texts(analysis(), after)?.[2]).toBe("prediction interval −2.50 to 0.30, now includes no effect");
  });

  it("says where a prediction interval came or went", () => {
    const without = overall({ predint: null, predintReason: "needs-three-studies" });
    expect(texts(analysis(), without)?.[2]).toBe("no prediction interval any more");
    expect(texts(without, analysis())?.[2]).toBe("prediction interval where there was none");
    expect(texts(without, without)).toHaveLength(3);
  });

  it("says when the last trial went, and when one came back", () => {
    const none = analysis({ overall: null, noOverall: "no-studies" });
    expect(texts(analysis(), none)).toEqual(["no result any more"]);
    expect(texts(none, analysis())).toEqual(["SMD −1.11, no result before"]);
    expect(change(none, analysis(), null)?.conclusionChanged).toBe(true);
  });

  it("does not compare answers to different questions", () => {
    const other = analysis({ selection: { ...analysis().selection, timepoint: "1 month" } });
    expect(change(analysis(), other, null)).toBeNull();
    const acrossTime = analysis({
      selection: { ...analysis().selection, compareBy: "timepoint" },
      overall: null,
      noOverall: "repeated-patients",
    });
    expect(change(analysis(), acrossTime, null)).toBeNull();
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
    expect(texts(before, after)?.[0]).toBe("1 week: SMD from −1.30 to −1.20");
    expect(texts(before, after)).toHaveLength(4);
  });
});
