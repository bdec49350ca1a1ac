import { describe, expect, it } from "vitest";
import { caseInput } from "./cases/caseInput";
import { COMPARED, manyMeans } from "./cases/caseStudies";
import type { ForestInput } from "./forestInput";
import { forestLines, linesWithin } from "./forestLines";

const source = ({ analysis }: ForestInput, collapsed: readonly string[] = []) => {
  return { analysis, studies: analysis.studies, collapsed };
};
const HEIGHTS = { study: 24, heading: 24, other: 24, groupGap: 8 };

describe("forestLines", () => {
  it("lists groups with their studies and results, then the overall result", () => {
    const input = caseInput(COMPARED, { measure: "SMD", compareBy: "comparator" });
    const kinds = forestLines(source(input), HEIGHTS, 0).map((line) => line.kind);
    expect(kinds.join(" ")).toBe(
      "group study study study study study summary group study study study study summary overall predint",
    );
  });

  it("puts groups of groups under headings of their own, with a result over each", () => {
    const within = (i: number) => (i % 2 ? "A" : "B");
    const studies = COMPARED.map((study, i) => ({ ...study, group: `${study.group} · ${within(i)}` }));
    const input = caseInput(
      studies.toSorted((a, b) => b.group.localeCompare(a.group)),
      { measure: "SMD", compareBy: "comparator" },
    );
    const lines = forestLines(
      source(
        input,
        input.analysis.groups.map(({ key }) => key),
      ),
      HEIGHTS,
      0,
    );
    expect(lines.map(({ kind }) => kind).join(" ")).toBe(
      "outer group summary group summary subtotal outer group summary group summary subtotal overall predint",
    );
    const subtotal = lines.find((line) => line.kind === "subtotal");
    const members = studies.filter(({ group }) => group.startsWith("Recommended therapy"));
    expect(subtotal?.kind === "subtotal" && subtotal.group.pooled?.k).toBe(members.length);
    expect(lines.flatMap((line) => (line.kind === "group" ? [line.name] : []))).toEqual(["B", "A", "B", "A"]);
  });

  it("has no prediction interval under a common effect", () => {
    const input = caseInput(COMPARED, { measure: "SMD", model: { method: "EE" } });
    expect(forestLines(source(input), HEIGHTS, 0).at(-1)?.kind).toBe("overall");
  });

  it("leaves no line on another", () => {
    const input = caseInput(COMPARED, { measure: "SMD", compareBy: "comparator" });
    const lines = forestLines(source(input), HEIGHTS, 50);
    expect(lines[0]?.top).toBe(50);
    for (const [i, line] of lines.slice(1).entries()) {
      expect(line.top).toBeGreaterThanOrEqual(lines[i]!.top + lines[i]!.height);
    }
  });
});

describe("linesWithin", () => {
  const lines = forestLines(source(caseInput(manyMeans(50), { measure: "SMD" })), HEIGHTS, 0);

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
