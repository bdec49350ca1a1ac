import { describe, expect, it } from "vitest";
import { DEFAULT_LOOK, type Look } from "../model/look";
import type { Scene } from "../scene/scene";
import { LIGHT } from "../scene/themes";
import { type CaseQuestion, caseInput } from "./cases/caseInput";
import { BIAS_COLUMNS, COMPARED } from "./cases/caseStudies";
import { textBoxes } from "./cases/textBoxes";
import { automaticColumns, columnChoices } from "./columnChoices";
import { forestScene } from "./forest";

const QUESTION: CaseQuestion = {
  measure: "SMD",
  compareBy: "comparator",
  columns: [
    ...BIAS_COLUMNS,
    { name: "dose", title: "dose (mg)", type: "number", riskOfBias: null },
    { name: "country", title: "country", type: "category", riskOfBias: null },
  ],
};
const STUDIES = COMPARED.map((study, i) => ({
  ...study,
  columns: { ...study.columns, dose: [1000, 2.5, null][i % 3]!, country: "Taiwan" },
}));
const input = caseInput(STUDIES, QUESTION);

function draw(look: Partial<Look>, question: CaseQuestion = QUESTION, includeColumn = 0, width = 1180): Scene {
  const options = { width, theme: LIGHT, includeColumn, look: { ...DEFAULT_LOOK, ...look } };
  return forestScene(caseInput(STUDIES, question), options);
}
const texts = (scene: Scene) => textBoxes(scene).map((box) => box.text.replace(/\u00a0/g, " "));
const leftOf = (scene: Scene, text: string) => textBoxes(scene).find((box) => box.text === text)?.left ?? Number.NaN;

describe("chosen columns", () => {
  it("stand in the reader's order, numbers with the decimals that their column needs", () => {
    const scene = draw({ columns: ["dose", "country"] });
    expect(leftOf(scene, "Dose (mg)")).toBeLessThan(leftOf(scene, "Country"));
    expect(texts(scene)).toEqual(expect.arrayContaining(["1,000.0", "2.5", "Taiwan"]));
    expect(texts(scene)).not.toContain("Weight");
    const swapped = draw({ columns: ["country", "dose"] });
    expect(leftOf(swapped, "Country")).toBeLessThan(leftOf(swapped, "Dose (mg)"));
  });

  it("keep a risk-of-bias domain's number, and the key says what it is", () => {
    const shown = texts(draw({ columns: ["rob_2"] }));
    expect(shown).toContain("D3");
    expect(shown.join(" ")).toContain("Risk of bias (RoB): D3 missing data;");
  });

  it("lose the last ones first where there is no room", () => {
    const shown = texts(draw({ columns: ["country", "arm1", "n1", "arm2", "n2", "dose"] }, QUESTION, 0, 680));
    expect(shown).toContain("Country");
    expect(shown).not.toContain("Dose (mg)");
  });

  it("pass over what the question does not have", () => {
    expect(texts(draw({ columns: ["no-such-column", "year"] }))).toContain("Year");
  });

  it("start, for an editor, from what a wide figure shows by itself, and every choice can be drawn", () => {
    const keys = columnChoices(input).map(({ key }) => key);
    expect(keys).toEqual(expect.arrayContaining([...automaticColumns(input)]));
    for (const { key, title } of columnChoices(input)) {
      const heads = draw({ columns: [key] }).heads ?? [];
      expect(heads.length, title).toBe(3);
    }
  });
});

describe("groups, order and density", () => {
  it("shows a collapsed group's heading and result alone, with unchanged numbers", () => {
    const whole = draw({});
    const part = draw({ collapsed: ["Recommended therapy"] });
    expect(part.targets.map((t) => t.rowId)).toEqual([5, 6, 7, 8]);
    expect(part.groupTargets).toHaveLength(2);
    const label = (scene: Scene) =>
      scene.marks.flatMap((m) => (m.kind === "group" && m.key === "summary-Recommended therapy" ? [m.label] : []));
    expect(label(part)).toEqual(label(whole));
  });

  it("sorts within groups and leaves the groups in their order", () => {
    const rows = draw({ sort: { by: "year", descending: true } }).targets.map((t) => t.rowId);
    expect(rows).toEqual([4, 3, 2, 1, 0, 8, 7, 6, 5]);
  });

  it("keeps rows pressable on the page, and closer together in a file", () => {
    const heights = (scene: Scene) => new Set(scene.targets.map((t) => t.box.height));
    expect(heights(draw({ density: "compact" }, QUESTION, 26))).toEqual(new Set([24]));
    expect(heights(draw({ density: "compact" }))).toEqual(new Set([20]));
  });
});

describe("the axis", () => {
  it("has exactly the limits that were set, and arrows where it clips", () => {
    const scene = draw({ range: [-1, 1] });
    const far = scene.marks.find((m) => m.kind === "group" && m.key === "study-5");
    expect(far?.kind === "group" && far.marks.some((m) => m.kind === "polygon")).toBe(true);
    expect(texts(scene)).toEqual(expect.arrayContaining(["−1.0", "0.0", "1.0"]));
    expect(texts(scene)).not.toContain("−2.0");
  });

  it("is the data's where a ratio's limits are not above zero", () => {
    const ratio: CaseQuestion = { ...QUESTION, measure: "ROM" };
    expect(texts(draw({ range: [-1, 2] }, ratio))).toEqual(texts(draw({}, ratio)));
    expect(texts(draw({ range: [0.25, 4] }, ratio))).toEqual(expect.arrayContaining(["0.25", "4"]));
  });

  it("names only the sides that it shows", () => {
    const shown = texts(draw({ range: [-3, -1] }));
    expect(shown).toContain("Favours US-NKT");
    expect(shown).not.toContain("Favours control");
  });

  it.each(["lower", "higher"] as const)("keeps own words with their arm where %s is better", (better) => {
    const scene = draw({ favours: ["Knife better", ""] }, { ...QUESTION, outcome: { better } });
    const isLeft = leftOf(scene, "Knife better") < leftOf(scene, "Favours control");
    expect(isLeft).toBe(better === "lower");
  });
});

describe("lines and bands", () => {
  const rectangles = (scene: Scene) =>
    scene.marks
      .flatMap((m) => (m.kind === "group" && m.key === "panel" ? m.marks : []))
      .filter((m) => m.kind === "rect");
  const mid: CaseQuestion = { ...QUESTION, outcome: { mid: { value: 0.5, measure: "SMD", source: "an example" } } };

  it("draws two bands for the spread of true effects, named in words, only where asked", () => {
    expect(rectangles(draw({}))).toHaveLength(0);
    const scene = draw({ tauBands: true });
    expect(rectangles(scene)).toHaveLength(2);
    expect(texts(scene).join(" ")).toContain("μ ± τ and μ ± 2τ");
  });

  it("draws no such band where there is no spread", () => {
    expect(rectangles(draw({ tauBands: true }, { ...QUESTION, model: { method: "EE" } }))).toHaveLength(0);
  });

  it("draws the smallest difference that matters until it is put out", () => {
    expect(rectangles(draw({}, mid))).toHaveLength(1);
    expect(rectangles(draw({ midBand: false }, mid))).toHaveLength(0);
    expect(texts(draw({ midBand: false }, mid)).join(" ")).not.toContain("smallest difference");
  });

  it("draws the dashed line at the pooled estimate until it is put out", () => {
    const dashed = (scene: Scene) =>
      scene.marks.flatMap((m) => (m.kind === "group" && m.key === "panel" ? m.marks : [])).filter((m) => "dash" in m);
    expect(dashed(draw({}))).toHaveLength(1);
    expect(dashed(draw({ pooledLine: false }))).toHaveLength(0);
  });
});

describe("heads", () => {
  it("say by what they sort, and do not overlap", () => {
    const heads = draw({}).heads ?? [];
    expect(heads.map(({ key }) => key)).toEqual([
      ...["study", "m1i", "n1i", "m2i", "n2i", "effect", "weight"],
      ...["rob_0", "rob_1", "rob_2", "rob_3", "rob_4", "rob_5"],
    ]);
    for (const [i, { box }] of heads.slice(1).entries()) {
      expect(box.x).toBeGreaterThanOrEqual(heads[i]!.box.x + heads[i]!.box.width - 0.01);
      expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(24);
    }
  });
});
