import { describe, expect, it } from "vitest";
import { DEFAULT_LOOK } from "../../model/look";
import type { GroupMark, Scene } from "../../scene/scene";
import { LIGHT } from "../../scene/themes";
import { labbe } from "../../stats/index";
import { caseInput } from "../cases/caseInput";
import { COMPARED, manyCounts, manyMeans } from "../cases/caseStudies";
import { caseCumulative, caseInfluence } from "../cases/sensitivityInput";
import { overlaps, textBoxes } from "../cases/textBoxes";
import { forestLayout } from "../forestLayout";
import { baujatScene } from "./baujat";
import { cumulativeScene } from "./cumulative";
import { influenceScene } from "./influenceBars";
import { labbeScene, riskWith } from "./labbe";
import { leaveOneOutScene } from "./leaveOneOut";
import { radialScene } from "./radial";
import { seriesLayout } from "./seriesLayout";

const OPTIONS = { width: 760, theme: LIGHT, includeColumn: 26 };
const WITH_OUT = caseInput(
  COMPARED.map((study, i) => ({ ...study, excluded: i === 2 })),
  { measure: "SMD" },
);
const COUNTS = caseInput(manyCounts(12), { measure: "RR" });

function group(scene: Scene, key: string): GroupMark {
  const found = scene.marks.find((mark): mark is GroupMark => mark.kind === "group" && mark.key === key);
  if (!found) throw new Error(`no group ${key}`);
  return found;
}

const texts = (scene: Scene) => textBoxes(scene).map(({ text }) => text);

describe("leaveOneOutScene", () => {
  const influence = caseInfluence(WITH_OUT);
  const scene = leaveOneOutScene(WITH_OUT, influence, OPTIONS);

  it("gives, on each row, the result that the page has without that study", () => {
    for (const { rowId } of influence.studies) {
      const less = caseInput(
        COMPARED.map((study, i) => ({ ...study, excluded: i === 2 || i === rowId })),
        { measure: "SMD" },
      );
      const { mu } = less.analysis.overall!;
      const shown = mu.toFixed(2).replace("-", "−");
      expect(group(scene, `study-${rowId}`).label).toContain(`SMD ${shown} [`);
    }
  });

  it("keeps a study that is left out in its place, so that it can come back", () => {
    expect(scene.targets.map(({ rowId }) => rowId)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(group(scene, "study-2").label).toBe("Simulated trial 05, 2019: left out");
  });

  it("stands on the axis of the forest plot", () => {
    const series = { title: "", description: "", head: "", rows: [], overall: influence.overall!, notes: [] };
    const { axis } = seriesLayout(WITH_OUT, series, OPTIONS);
    expect(axis.domain).toEqual(forestLayout(WITH_OUT, OPTIONS).axis.domain);
  });

  it("follows the order of the forest plot, and draws only the rows in view", () => {
    const look = { ...DEFAULT_LOOK, sort: { by: "year", descending: true } };
    const sorted = leaveOneOutScene(WITH_OUT, influence, { ...OPTIONS, look });
    expect(sorted.targets[0]?.rowId).toBe(8);
    const part = leaveOneOutScene(WITH_OUT, influence, { ...OPTIONS, window: { top: 0, bottom: 60 } });
    expect(part.targets.length).toBeLessThan(4);
    expect(part.height).toBe(scene.height);
  });

  it("marks the study that carries the conclusion, not by colour alone", () => {
    const yi = [0.02, 0.05, 0.01, 0.9, -0.02];
    const studies = yi.map((effect, i) => ({
      slab: `T${i}`,
      data: { kind: "given", yi: effect, vi: i === 3 ? 0.001 : 0.02, n1i: null, n2i: null } as const,
    }));
    const given = { name: "mean difference", short: "MD", scale: "identity" } as const;
    const input = caseInput(studies, { measure: "GEN", outcome: { given }, model: { method: "EE" } });
    const drawn = leaveOneOutScene(input, caseInfluence(input), OPTIONS);
    expect(texts(drawn).filter((text) => text.endsWith(" ‡"))).toEqual(["T3 ‡"]);
    expect(group(drawn, "study-3").label).toMatch(/: the conclusion differs$/);
  });
});

describe("cumulativeScene", () => {
  const found = caseCumulative(WITH_OUT);
  const draw = (shown?: number) =>
    cumulativeScene(WITH_OUT, found, { ...OPTIONS, by: "year", ...(shown === undefined ? {} : { shown }) });

  it("ends with the result of all", () => {
    const last = found.steps.at(-1)!;
    expect(last.pooled.mu).toBeCloseTo(WITH_OUT.analysis.overall!.mu, 12);
    expect(texts(draw())).toContain("All 8 trials");
  });

  it("keeps its size and its columns while it grows", () => {
    const [some, all] = [draw(3), draw()];
    expect([some.width, some.height, some.targets]).toEqual([all.width, all.height, all.targets]);
    const effects = (scene: Scene) => texts(scene).filter((text) => text.endsWith("]")).length;
    expect([effects(some), effects(all)]).toEqual([3 + 2, 8 + 2]); // with the head and the overall result
    const rights = new Map(textBoxes(all).map(({ text, right }) => [text, right]));
    for (const { text, right } of textBoxes(some)) {
      if (text.endsWith("]")) expect(rights.get(text)).toBe(right);
    }
  });
});

it.each([328, 360, 412, 599, 600, 640, 768, 960, 1180])("every figure fits in %i px without overlaps", (width) => {
  for (const input of [WITH_OUT, COUNTS]) {
    const influence = caseInfluence(input);
    const options = { ...OPTIONS, width };
    const scenes = [
      leaveOneOutScene(input, influence, options),
      cumulativeScene(input, caseCumulative(input), { ...options, by: "precision" }),
      influenceScene(input, influence, options),
      baujatScene(input, influence, options),
      radialScene(input, influence, options),
      labbeScene(input, influence, options),
    ];
    for (const scene of scenes) {
      const boxes = textBoxes(scene);
      expect(scene.width).toBeLessThanOrEqual(width);
      expect(overlaps(boxes)).toEqual([]);
      expect(boxes.filter((b) => b.left < 0 || b.right > scene.width)).toEqual([]);
    }
  }
});

it("gives every study of the influence plot its numbers in words", () => {
  const influence = caseInfluence(WITH_OUT);
  const scene = influenceScene(WITH_OUT, influence, OPTIONS);
  for (const { rowId, diagnostics } of influence.studies) {
    const weight = (100 * diagnostics!.hat).toFixed(1);
    expect(group(scene, `study-${rowId}`).label).toContain(`Weight ${weight}%`);
  }
  expect(scene.targets.length).toBe(9);
});

it("places the radial plot's points where the statistics have them", () => {
  const influence = caseInfluence(WITH_OUT);
  const { tau2 } = influence.overall!;
  for (const { rowId, radial } of influence.studies) {
    const { effect } = WITH_OUT.analysis.studies[rowId]!;
    expect(radial.x).toBeCloseTo(1 / Math.sqrt(effect!.vi + tau2), 12);
    expect(radial.z).toBeCloseTo(effect!.yi / Math.sqrt(effect!.vi + tau2), 12);
  }
  const scene = radialScene(WITH_OUT, influence, OPTIONS);
  const centres = scene.targets.map(({ box }) => box.x + box.width / 2);
  const xs = WITH_OUT.analysis.studies.map(({ effect }) => 1 / Math.sqrt(effect!.vi + tau2));
  const slope = (centres[1]! - centres[0]!) / (xs[1]! - xs[0]!);
  for (const [i, x] of xs.entries()) expect(centres[i]! - centres[0]!).toBeCloseTo(slope * (x - xs[0]!), 6);
});

describe("labbeScene", () => {
  it("shows the observed risks", () => {
    const influence = caseInfluence(COUNTS);
    const data = manyCounts(12).map((study) => study.data);
    const points = labbe(
      "RR",
      data.filter((d) => d.kind === "counts"),
    );
    expect(influence.studies.map(({ risks }) => risks)).toEqual(points.map(({ x, y }) => ({ x, y })));
    expect(labbeScene(COUNTS, influence, OPTIONS).targets.length).toBe(12);
  });

  it("has nothing to show without events", () => {
    const input = caseInput(manyMeans(3), { measure: "SMD" });
    expect(labbeScene(input, caseInfluence(input), OPTIONS).targets).toEqual([]);
  });

  it.each([
    ["RR", Math.log(0.5), 0.2, 0.1],
    ["OR", Math.log(0.5), 0.2, 0.1 / 0.9], // odds of 1 to 4 halved: 1 to 8
    ["PETO", Math.log(0.5), 0.2, 0.1 / 0.9],
    ["RD", -0.05, 0.2, 0.15],
    ["AS", Math.asin(Math.sqrt(0.3)) - Math.asin(Math.sqrt(0.2)), 0.2, 0.3],
    ["AS", -2, 0.2, 0],
    ["SMD", 1, 0.2, null],
  ] as const)("leads from a risk to that of the other arm: %s of %f", (measure, mu, risk, other) => {
    const found = riskWith(measure, mu, risk);
    if (other === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(other, 12);
  });
});
