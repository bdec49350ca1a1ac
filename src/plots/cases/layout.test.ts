import { describe, expect, it } from "vitest";
import { LIGHT } from "../../scene/themes";
import { forestScene } from "../forest";
import { funnelScene } from "../funnel";
import { CASES } from "./allCases";
import { caseInput } from "./caseInput";
import { BIAS_COLUMNS, COMPARED, manyCounts } from "./caseStudies";
import { overlaps, textBoxes } from "./textBoxes";

const WIDTHS = [328, 360, 412, 599, 600, 640, 700, 768, 820, 900, 960, 1024, 1100, 1180, 1600];

const INPUTS = {
  means: caseInput(COMPARED, { measure: "SMD", compareBy: "comparator", columns: BIAS_COLUMNS }),
  counts: caseInput(manyCounts(5), {
    measure: "RR",
    arms: { intervention: "Nicotine replacement therapy of any kind", control: "placebo or no treatment at all" },
  }),
};

describe("layout of the figures", () => {
  it.each(CASES.filter(([name]) => !name.startsWith("glyph")))(
    "%s: no text covers another or leaves the figure",
    (_, draw) => {
      const scene = draw();
      const boxes = textBoxes(scene);
      expect(overlaps(boxes)).toEqual([]);
      expect(boxes.filter((b) => b.left < 0 || b.right > scene.width || b.bottom > scene.height)).toEqual([]);
    },
  );

  it.each(WIDTHS)("a forest plot in %i px fits without overlaps", (width) => {
    for (const input of Object.values(INPUTS)) {
      const scene = forestScene(input, { width, theme: LIGHT, includeColumn: 26 });
      const boxes = textBoxes(scene);
      expect(scene.width).toBeLessThanOrEqual(width);
      expect(overlaps(boxes)).toEqual([]);
      expect(boxes.filter((b) => b.left < 0 || b.right > scene.width)).toEqual([]);
    }
  });

  it.each(WIDTHS)("a funnel plot in %i px fits without overlaps", (width) => {
    for (const input of Object.values(INPUTS)) {
      const scene = funnelScene(input, { width, theme: LIGHT });
      const boxes = textBoxes(scene);
      expect(scene.width).toBeLessThanOrEqual(width);
      expect(overlaps(boxes)).toEqual([]);
      expect(boxes.filter((b) => b.left < 0 || b.right > scene.width)).toEqual([]);
    }
  });
});
