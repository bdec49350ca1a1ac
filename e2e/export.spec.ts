import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { combobox, mapCell, study } from "./controls";
import { exportSvg, parseSvg, widthDrawn } from "./svgFile";
import { answer, show, visit } from "./visit";

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
const NOTE = "Simulated trial-level data; pooled results match Kim et al. 2025";

/** Elements that need nothing but an SVG reader: no style sheet, no HTML, no program. */
const PLAIN = ["svg", "title", "desc", "metadata", "g", "defs", "clipPath", "text", "tspan"];
const SHAPES = ["rect", "line", "circle", "ellipse", "polygon", "polyline", "path"];

for (const [view, name] of [
  ["Forest", "understory-us-nkt-pain-1-week-forest.svg"],
  ["Funnel", "understory-us-nkt-pain-1-week-funnel.svg"],
] as const) {
  test(`the ${view.toLowerCase()} plot leaves as a standalone SVG`, async ({ page }) => {
    await visit(page);
    await show(page, view);
    const { name: saved, svg } = await exportSvg(page);
    expect(saved).toBe(name);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);

    const file = await parseSvg(page, svg);
    expect([file.fault, file.root]).toEqual([null, "svg"]);
    expect(file.title).toBe(`${view} plot: Pain, 1 week`);
    expect(file.description).toContain("SMD −1.11 (95% CI −1.42 to −0.79), 8 trials");
    expect(file.description).toContain(NOTE);
    expect(file.texts.join(" ")).toContain(NOTE);
    expect(file.texts.join(" ")).toContain(`Understory ${version}`);
    expect(file.fonts).toEqual(["Arial, Helvetica, 'Liberation Sans', sans-serif"]);
    expect(file.elements.filter((tag) => ![...PLAIN, ...SHAPES].includes(tag))).toEqual([]);
    expect(file.attributes.filter((attribute) => /^(style|class|on.*|href|xlink:href)$/.test(attribute))).toEqual([]);
    expect(await widthDrawn(page, svg), "a width in print size").toBeGreaterThanOrEqual(700);
  });
}

test("the forest file writes every study and result as text", async ({ page }) => {
  await visit(page);
  const { lines } = await parseSvg(page, (await exportSvg(page)).svg);
  expect(lines.filter((line) => line.startsWith("Simulated trial "))).toHaveLength(8);
  expect(lines).toContainEqual(expect.stringMatching(/^All 8 trials, 672 patients.* −1\.11 \[−1\.42, −0\.79\]/));
  expect(lines.join(" ")).toContain("Favours US-NKT");
});

test("the metadata tell how to make the figure again, and their link does", async ({ page, context }) => {
  await visit(page);
  await combobox(page, "Compare by").selectOption("Nothing: all together");
  await mapCell(page, "Pain", "1 month").click();
  await combobox(page, "Model").selectOption("Cochrane 2024");
  await expect(answer(page)).toContainText("at 1 month");
  await study(page, "Simulated trial 01").click();
  await expect(answer(page)).toContainText("8 trials, 668 patients");
  const said = (await answer(page).textContent()) ?? "";

  const { metadata } = await parseSvg(page, (await exportSvg(page)).svg);
  expect(metadata).toMatchObject({
    software: "Understory",
    version,
    note: NOTE,
    dataset: { id: "us-nkt", kind: "simulated", doi: "10.3389/fmed.2025.1705669" },
    selection: {
      outcome: "Pain",
      timepoint: "1 month",
      compareBy: null,
      thenBy: null,
      hiddenComparators: [],
      filters: {},
      excluded: ["Simulated trial 01"],
      measure: "SMD",
    },
    model: { method: "REML", test: "knha", level: 0.95, smdVariance: "RevMan" },
    overall: { k: 8 },
  });
  expect(metadata.link).toBe(page.url());

  const other = await context.newPage();
  await other.goto(metadata.link);
  await expect(answer(other)).toHaveText(said);
  const again = await parseSvg(other, (await exportSvg(other)).svg);
  expect(again.metadata).toEqual(metadata);
});

test("the file shows one result: no ghost of the one before", async ({ page }) => {
  await visit(page, "?compare=none&exclude=Simulated+trial+11");
  const direct = (await exportSvg(page)).svg;
  await visit(page, "?compare=none");
  await study(page, "Simulated trial 11").click();
  await expect(answer(page)).toContainText("7 trials, 574 patients");
  expect((await exportSvg(page)).svg).toBe(direct);
});
