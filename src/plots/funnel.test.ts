import { describe, expect, it } from "vitest";
import { DEFAULT_LOOK, type FunnelAxis, type Look } from "../model/look";
import { LIGHT } from "../scene/themes";
import { caseInput } from "./cases/caseInput";
import { BIAS_COLUMNS, COMPARED, counts, manyCounts, manyMeans } from "./cases/caseStudies";
import { textBoxes } from "./cases/textBoxes";
import { funnelScene } from "./funnel";
import { limit } from "./funnelContours";
import { funnelGroups } from "./funnelGroups";
import { funnelLayout, Z05 } from "./funnelLayout";

const OPTIONS = { width: 760, theme: LIGHT };
const SMD = { measure: "SMD" } as const;
const words = (...args: Parameters<typeof funnelScene>) => textBoxes(funnelScene(...args)).map((b) => b.text);

describe("funnelLayout", () => {
  it("puts precise studies on top, with standard error 0 at the upper edge", () => {
    const { points, scale, top, bottom } = funnelLayout(caseInput(manyMeans(23), SMD), OPTIONS);
    expect(scale.y(0)).toBe(top);
    const bySe = [...points].sort((a, b) => a.sei - b.sei);
    expect(bySe[0]!.y).toBeLessThan(bySe.at(-1)!.y);
    expect(bySe.at(-1)!.y).toBeLessThan(bottom);
  });

  it("shows every study and the foot of the pseudo limits", () => {
    const input = caseInput(manyCounts(136), { measure: "RR" });
    const { points, axis, scale } = funnelLayout(input, OPTIONS);
    const [left, right] = axis.range;
    expect(points).toHaveLength(input.analysis.studies.length);
    expect(points.every((p) => p.x >= left && p.x <= right)).toBe(true);
    expect(axis.x(input.analysis.overall!.mu + Z05 * scale.edges!.bottom)).toBeLessThanOrEqual(right);
  });
});

describe("the vertical axis", () => {
  const look = (funnelAxis: FunnelAxis): Look => ({ ...DEFAULT_LOOK, funnelAxis });
  const input = caseInput(manyMeans(23), SMD);

  it.each(["se", "precision", "size"] as const)("%s: large studies stand above small ones", (funnelAxis) => {
    const { points, bottom, top } = funnelLayout(input, { ...OPTIONS, look: look(funnelAxis) });
    const sizes = [...points].sort((a, b) => a.size! - b.size!);
    expect(sizes[0]!.y).toBeLessThan(sizes.at(-1)!.y);
    expect(points.every(({ y }) => y > top && y < bottom)).toBe(true);
  });

  it("puts a study on the limit of significance wherever its p is 0.05, straight or curved", () => {
    for (const funnelAxis of ["se", "precision"] as const) {
      const layout = funnelLayout(input, { ...OPTIONS, look: look(funnelAxis) });
      const { axis, scale, top, bottom } = layout;
      const line = limit(layout, 0, -Z05);
      for (const [x, y] of line.filter(([x]) => x > axis.range[0] + 0.1)) {
        const [[x0, x1], [lo, hi]] = [axis.range, axis.domain];
        const effect = lo + ((x - x0) * (hi - lo)) / (x1 - x0);
        const se = Math.abs(effect) / Z05;
        expect(scale.y(scale.valueOf({ sei: se, size: null }))).toBeCloseTo(y, 6);
        expect(y).toBeGreaterThanOrEqual(top - 1e-6);
        expect(y).toBeLessThanOrEqual(bottom + 1e-6);
      }
    }
  });

  it("has no limits over sizes, and says so", () => {
    const options = { ...OPTIONS, look: look("size") };
    expect(limit(funnelLayout(input, options), 0, Z05)).toEqual([]);
    expect(words(input, options).join(" ")).toContain("no regions of significance");
    expect(words(input, options).join(" ")).not.toContain("pseudo");
  });

  it("stands on standard errors where an arm's size is not known", () => {
    const given = { kind: "given", yi: -0.5, vi: 0.04, n1i: null, n2i: 30 } as const;
    const unsized = caseInput([{ slab: "Given", data: given }], { measure: "GEN" });
    const options = { ...OPTIONS, look: look("size") };
    expect(funnelLayout(unsized, options).scale.axis).toBe("se");
    expect(words(unsized, options).join(" ").replaceAll("\u00a0", " ")).toContain("size of its arms");
  });
});

describe("the groups of points", () => {
  const judged = caseInput(COMPARED, { measure: "SMD", compareBy: "comparator", columns: BIAS_COLUMNS });
  const column = BIAS_COLUMNS.find(({ riskOfBias }) => riskOfBias === "overall")!.name;

  it("are the compared ones with their results, or the values of a column without", () => {
    const compared = funnelGroups(judged, null, LIGHT);
    expect(compared.map(({ pooled }) => pooled)).toEqual(judged.analysis.groups.map(({ pooled }) => pooled));
    const byRisk = funnelGroups(judged, column, LIGHT);
    expect(byRisk.every(({ pooled }) => pooled === null)).toBe(true);
    expect(byRisk.flatMap(({ rowIds }) => rowIds)).toHaveLength(judged.analysis.studies.length);
    expect(new Set(byRisk.map(({ style }) => style.shape)).size).toBe(byRisk.length);
  });

  it("run from low to high risk of bias", () => {
    const studies = ["High risk", "Low risk", "Some concerns", null].map((value, i) => {
      return { ...manyMeans(4)[i]!, columns: { [column]: value } };
    });
    const groups = funnelGroups(caseInput(studies, { measure: "SMD", columns: BIAS_COLUMNS }), column, LIGHT);
    expect(groups.map(({ name }) => name)).toEqual(["Low risk", "Some concerns", "High risk", "Not reported"]);
  });
});

describe("funnelScene", () => {
  it("says that few studies cannot show asymmetry", () => {
    const few = "Fewer than 10 trials: asymmetry can hardly be judged";
    expect(words(caseInput(manyMeans(9), SMD), OPTIONS).map((t) => t.replaceAll("\u00a0", " "))).toContain(few);
    expect(words(caseInput(manyMeans(9), SMD), { ...OPTIONS, width: 328 }).join(" ")).toContain("asymmetry can hardly");
    expect(words(caseInput(manyMeans(10), SMD), OPTIONS).join(" ")).not.toContain("asymmetry");
  });

  it("counts the studies that it cannot show", () => {
    const studies = [...manyCounts(12), { slab: "Empty", data: counts(0, 31, 0, 30) }];
    const shown = words(caseInput(studies, { measure: "RR" }), OPTIONS)
      .join(" ")
      .replaceAll("\u00a0", " ");
    expect(shown).toContain("1 trial without an estimable effect not shown.");
  });

  it("gives each point a target of 24 px around it", () => {
    const { targets } = funnelScene(caseInput(manyMeans(5), SMD), OPTIONS);
    expect(targets).toHaveLength(5);
    expect(targets.every((t) => t.box.width === 24 && t.box.height === 24)).toBe(true);
  });

  it("stays small with very many studies", () => {
    const scene = funnelScene(caseInput(manyMeans(6000), SMD), OPTIONS);
    expect(scene.targets.length).toBeLessThan(6000);
    expect(textBoxes(scene).some((b) => b.text.includes("drawn once"))).toBe(true);
  });
});
