import { describe, expect, it } from "vitest";
import type { Mark, Scene } from "../scene/scene";
import { LIGHT } from "../scene/themes";
import { caseInput } from "./cases/caseInput";
import { COMPARED, counts, manyMeans, means } from "./cases/caseStudies";
import { textBoxes } from "./cases/textBoxes";
import { drawForest, forestScene } from "./forest";
import type { ForestOptions } from "./forestInput";
import { forestLayout } from "./forestLayout";

const OPTIONS: ForestOptions = { width: 960, theme: LIGHT, includeColumn: 0 };
const SMD = { measure: "SMD" } as const;
const texts = (scene: Scene) => textBoxes(scene).map((box) => box.text);
const group = (scene: Scene, key: string) =>
  scene.marks.find((m): m is Extract<Mark, { kind: "group" }> => m.kind === "group" && m.key === key);

describe("forestScene", () => {
  it("prints the numbers of the analysis", () => {
    const input = caseInput(COMPARED, { ...SMD, compareBy: "comparator" });
    const shown = texts(forestScene(input, OPTIONS));
    expect(shown).toEqual(
      expect.arrayContaining(["−1.37", "[−1.81,", "−0.93]", "3.1 (1.2)", "All 9 trials, 758 patients"]),
    );
  });

  it("carries the data label in its caption, also when there is nothing to show", () => {
    for (const studies of [COMPARED, []]) {
      expect(texts(forestScene(caseInput(studies, SMD), OPTIONS)).join(" ")).toContain("Simulated trial-level data");
    }
  });

  it("gives each study a target of at least 24 px and a spoken name with its numbers", () => {
    const scene = forestScene(caseInput(COMPARED, SMD), OPTIONS);
    expect(scene.targets.map((t) => t.rowId)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(scene.targets.every((t) => t.box.height >= 24)).toBe(true);
    expect(group(scene, "study-0")?.label).toBe("Simulated trial 03, 2017: SMD −1.37 [−1.81, −0.93]");
  });

  it("shows an excluded study hollow, struck through and without weight", () => {
    const studies = COMPARED.map((study, i) => ({ ...study, excluded: i === 5 }));
    const row = group(forestScene(caseInput(studies, SMD), OPTIONS), "study-5");
    expect(row?.label).toMatch(/, left out$/);
    expect(row?.marks.find((m) => m.kind === "text")).toMatchObject({ text: "Simulated trial 16, 2018", strike: true });
    expect(row?.marks.some((m) => m.kind === "text" && m.text === "out")).toBe(true);
    expect(row?.marks.find((m) => m.kind === "rect")).toMatchObject({
      fill: LIGHT.background,
      dash: expect.any(String),
    });
  });

  it("says in words why a study has no interval", () => {
    const studies = [
      { slab: "A", data: counts(3, 50, 9, 52) },
      { slab: "B", data: counts(0, 31, 0, 30) },
    ];
    expect(texts(forestScene(caseInput(studies, { measure: "RR" }), OPTIONS))).toContain(
      "not estimable: no events in either arm",
    );
  });

  it.each([
    ["lower", "Favours US-NKT", "Favours control"],
    ["higher", "Favours control", "Favours US-NKT"],
  ] as const)("puts the arms on their sides where %s is better", (better, left, right) => {
    const boxes = textBoxes(forestScene(caseInput(manyMeans(5), { ...SMD, outcome: { better } }), OPTIONS));
    const at = (text: string) => boxes.find((b) => b.text === text)!.left;
    expect(at(left)).toBeLessThan(at(right));
  });

  it("does not pool a group of one, nor a figure of one", () => {
    const alone = forestScene(caseInput(manyMeans(1), SMD), OPTIONS);
    expect(texts(alone)).toContain("1 trial, nothing to pool");
    expect(group(alone, "overall")?.marks.some((m) => m.kind === "polygon")).toBe(false);
    const groups = [...COMPARED.slice(0, 3), { ...COMPARED[5]!, group: "Other" }];
    const scene = forestScene(caseInput(groups, { ...SMD, compareBy: "comparator" }), OPTIONS);
    expect(group(scene, "summary-Other")?.label).toBe("Other: 1 trial, not pooled");
    expect(group(scene, "summary-Other")?.marks.some((m) => m.kind === "polygon")).toBe(false);
  });

  it("pools no timepoints together and says why", () => {
    const studies = COMPARED.map((study, i) => ({ ...study, group: i < 5 ? "1 week" : "1 month" }));
    const scene = forestScene(caseInput(studies, { ...SMD, compareBy: "timepoint" }), OPTIONS);
    expect(texts(scene)).toContain("Timepoints share patients: not pooled together");
    expect(group(scene, "overall")).toBeUndefined();
  });

  it("keeps its axis when a study is taken out", () => {
    const before = forestLayout(caseInput(COMPARED, SMD), OPTIONS).axis.ticks;
    const out = COMPARED.map((study, i) => ({ ...study, excluded: i === 2 }));
    expect(forestLayout(caseInput(out, SMD), OPTIONS).axis.ticks).toEqual(before);
  });

  it("leaves room for checkboxes where asked", () => {
    const left = (includeColumn: number) =>
      textBoxes(forestScene(caseInput(COMPARED, SMD), { ...OPTIONS, includeColumn })).find((b) =>
        b.text.startsWith("Simulated trial 03"),
      )!.left;
    expect(left(28) - left(0)).toBe(28);
  });

  it("marks studies whose sign was turned", () => {
    const turned = [...manyMeans(2), { slab: "JOA", data: means(14, 2, 30, 11, 2, 30), flipped: true }];
    expect(texts(forestScene(caseInput(turned, SMD), OPTIONS))).toContain("JOA †");
  });
});

describe("drawForest", () => {
  const layout = forestLayout(caseInput(manyMeans(500), SMD), OPTIONS);

  it("draws only what the window shows, in the same place", () => {
    const all = drawForest(layout);
    const part = drawForest(layout, { top: 2400, bottom: 2640 });
    expect(part.height).toBe(all.height);
    expect(part.targets.length).toBeGreaterThanOrEqual(10);
    expect(part.targets.length).toBeLessThanOrEqual(12);
    expect(all.targets).toEqual(expect.arrayContaining([...part.targets]));
  });

  it("draws every row without a window", () => expect(drawForest(layout).targets).toHaveLength(500));
});
