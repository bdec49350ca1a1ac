import { describe, expect, it } from "vitest";
import { LIGHT } from "../scene/themes";
import { caseInput } from "./cases/caseInput";
import { manyMeans } from "./cases/caseStudies";
import { forestLayout } from "./forestLayout";
import { overviewStrip } from "./overviewStrip";

const SIZE = { width: 40, height: 480 };
const layoutOf = (k: number) => {
  return forestLayout(caseInput(manyMeans(k), { measure: "SMD" }), { width: 960, theme: LIGHT, includeColumn: 26 });
};

describe("overviewStrip", () => {
  it("stays inside its size with few marks, however many studies there are", () => {
    for (const k of [0, 1, 150, 5000]) {
      const scene = overviewStrip(layoutOf(k), SIZE);
      expect(scene.marks.length).toBeLessThan(10);
      const points = scene.marks.flatMap((m) => (m.kind === "polygon" || m.kind === "polyline" ? m.points : []));
      expect(points.length).toBeLessThan(600);
      for (const [x, y] of points) {
        expect(x >= 0 && x <= SIZE.width && y >= 0 && y <= SIZE.height).toBe(true);
      }
    }
  });

  it("goes from top to bottom with the rows", () => {
    const line = overviewStrip(layoutOf(500), SIZE).marks.find((m) => m.kind === "polyline");
    const heights = line?.kind === "polyline" ? line.points.map(([, y]) => y) : [];
    expect(heights).toEqual([...heights].sort((a, b) => a - b));
    expect(heights.length).toBeGreaterThan(100);
  });
});
