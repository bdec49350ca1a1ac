import { describe, expect, it } from "vitest";
import { caseInput } from "./cases/caseInput";
import { COMPARED, manyMeans } from "./cases/caseStudies";
import { forestLines, linesWithin } from "./forestLines";

const HEIGHTS = { study: 24, heading: 24, other: 24, groupGap: 8 };

describe("forestLines", () => {
  it("lists groups with their studies and results, then the overall result", () => {
    const { analysis } = caseInput(COMPARED, { measure: "SMD", compareBy: "comparator" });
    const kinds = forestLines(analysis, HEIGHTS, 0).map((line) => line.kind);
    expect(kinds.join(" ")).toBe(
      "group study study study study study summary group study study study study summary overall predint",
    );
  });

  it("has no prediction interval under a common effect", () => {
    const { analysis } = caseInput(COMPARED, { measure: "SMD", model: { method: "EE" } });
    expect(forestLines(analysis, HEIGHTS, 0).at(-1)?.kind).toBe("overall");
  });

  it("leaves no line on another", () => {
    const { analysis } = caseInput(COMPARED, { measure: "SMD", compareBy: "comparator" });
    const lines = forestLines(analysis, HEIGHTS, 50);
    expect(lines[0]?.top).toBe(50);
    for (const [i, line] of lines.slice(1).entries()) {
      expect(line.top).toBeGreaterThanOrEqual(lines[i]!.top + lines[i]!.height);
    }
  });
});

describe("linesWithin", () => {
  const lines = forestLines(caseInput(manyMeans(50), { measure: "SMD" }).analysis, HEIGHTS, 0);

  it.each([
    [0, 100],
    [300, 301],
    [1100, 5000],
    [-100, -50],
    [9000, 9999],
  ])("finds by bisection what a full search finds, from %i to %i", (top, bottom) => {
    const expected = lines.filter((line) => line.top + line.height >= top && line.top <= bottom);
    expect(linesWithin(lines, top, bottom)).toEqual(expected);
  });
});
