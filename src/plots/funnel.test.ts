import { describe, expect, it } from "vitest";
import { LIGHT } from "../scene/themes";
import { caseInput } from "./cases/caseInput";
import { counts, manyCounts, manyMeans } from "./cases/caseStudies";
import { textBoxes } from "./cases/textBoxes";
import { funnelScene } from "./funnel";
import { funnelLayout, Z05 } from "./funnelLayout";

const OPTIONS = { width: 760, theme: LIGHT };
const SMD = { measure: "SMD" } as const;
const words = (...args: Parameters<typeof funnelScene>) => textBoxes(funnelScene(...args)).map((b) => b.text);

describe("funnelLayout", () => {
  it("puts precise studies on top, with standard error 0 at the upper edge", () => {
    const { points, y, top, bottom } = funnelLayout(caseInput(manyMeans(23), SMD), OPTIONS);
    expect(y(0)).toBe(top);
    const bySe = [...points].sort((a, b) => a.sei - b.sei);
    expect(bySe[0]!.y).toBeLessThan(bySe.at(-1)!.y);
    expect(bySe.at(-1)!.y).toBeLessThan(bottom);
  });

  it("shows every study and the foot of the pseudo limits", () => {
    const input = caseInput(manyCounts(136), { measure: "RR" });
    const { points, axis, maxSe } = funnelLayout(input, OPTIONS);
    const [left, right] = axis.range;
    expect(points).toHaveLength(input.analysis.studies.length);
    expect(points.every((p) => p.x >= left && p.x <= right)).toBe(true);
    expect(axis.x(input.analysis.overall!.mu + Z05 * maxSe)).toBeLessThanOrEqual(right);
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
