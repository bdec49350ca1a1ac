import { describe, expect, it } from "vitest";
import { caseInput } from "../../plots/cases/caseInput";
import { BIAS_COLUMNS, COMPARED } from "../../plots/cases/caseStudies";
import { forestScene } from "../../plots/forest";
import { funnelScene } from "../../plots/funnel";
import type { Mark } from "../../scene/scene";
import type { DrawFigure } from "../figureKind";
import { FONT_LIMITS, WIDTHS } from "./figureStyle";
import { printedFigure } from "./printedFigure";

const INPUT = caseInput(COMPARED, { measure: "SMD", compareBy: "comparator", columns: BIAS_COLUMNS });
const forest: DrawFigure = (options) => forestScene(INPUT, { ...options, includeColumn: 0 });
const funnel: DrawFigure = (options) => funnelScene(INPUT, options);

const POINTS_PER_MM = 72 / 25.4;

/** The size in points of a study's name. */
function nameSize({ scene, scale }: ReturnType<typeof printedFigure>): number {
  const texts = (marks: readonly Mark[]): Mark[] => marks.flatMap((m) => (m.kind === "group" ? texts(m.marks) : [m]));
  const name = texts(scene.marks).find((m) => m.kind === "text" && m.text.startsWith("Simulated trial"));
  return name?.kind === "text" ? name.size * scale : Number.NaN;
}

describe("printedFigure", () => {
  it.each([
    [85, 7],
    [174, 8],
    [254, 9.75],
  ])("%s mm with text of %s points", (width, font) => {
    const printed = printedFigure(forest, { theme: "understory", width, font });
    expect(printed.scene.width * printed.scale).toBeCloseTo(width * POINTS_PER_MM, 0);
    expect(nameSize(printed)).toBeCloseTo(font, 1);
  });

  it("draws 254 mm at 9.75 points in the 960 pixels of a page", () => {
    expect(printedFigure(forest, { theme: "understory", width: 254, font: 9.75 }).scene.width).toBe(960);
  });

  it.each(WIDTHS)("is never wider than %s mm nor its text larger than asked", (width) => {
    for (const draw of [forest, funnel]) {
      for (let font = FONT_LIMITS.min; font <= FONT_LIMITS.max; font += 0.5) {
        const { scene, scale } = printedFigure(draw, { theme: "bmj", width, font });
        expect(scene.width * scale).toBeLessThanOrEqual(width * POINTS_PER_MM + 0.5);
        expect(scale * 12).toBeLessThanOrEqual(font + 1e-9);
      }
    }
  });

  it("makes text smaller rather than cut a figure", () => {
    const { scene, scale } = printedFigure(forest, { theme: "understory", width: 60, font: 16 });
    expect(scene.width).toBe(328);
    expect(scale * 13).toBeLessThan(16);
  });
});
