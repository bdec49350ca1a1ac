import { expect, type Page, test } from "@playwright/test";
import { combobox, mapCell, study } from "./controls";
import { exportSvg, linesIn, parseSvg } from "./svgFile";
import { answer, figure, show, visit } from "./visit";

const DOUBTFUL = "Simulated trial 11";
// R metafor without this trial: rma(method = "DL") on Hedges' g with RevMan's variance.
const WITHOUT = "SMD −1.21 (95% CI −1.48 to −0.94), 7 trials, 574 patients";

/** What is said of the step from the answer before to the present one. */
function changes(page: Page) {
  return page
    .getByRole("main")
    .getByText(/^(SMD (from|stays)|95% CI .*, (now|still)|prediction interval .*, |I² (from|stays))/);
}

/** The whole Answer, to be compared to the letter. */
async function said(page: Page): Promise<string> {
  return (await answer(page).textContent()) ?? "";
}

test("a click leaves a study out, says from what to what, and undo gives the exact first numbers", async ({ page }) => {
  await visit(page);
  const first = await said(page);
  await study(page, DOUBTFUL).click();
  await expect(answer(page)).toContainText(WITHOUT);
  await expect(changes(page)).toHaveText([
    "SMD from −1.11 to −1.21",
    "95% CI −1.48 to −0.94, still excludes no effect",
    "prediction interval −1.95 to −0.47, still excludes no effect",
    "I² from 73% to 55%",
  ]);
  const without = await said(page);

  await page.getByRole("button", { name: "Undo" }).click();
  await expect(answer(page)).toHaveText(first);
  await expect(study(page, DOUBTFUL)).toBeChecked();
  await page.getByRole("button", { name: "Redo" }).click();
  await expect(answer(page)).toHaveText(without);
  await page.getByRole("button", { name: "Put back" }).click();
  await expect(answer(page)).toHaveText(first);
  await expect(page.getByRole("button", { name: "Put back" }), "nothing is left to put back").toHaveCount(0);
});

test("Space does the same, and Ctrl+Z and Ctrl+Shift+Z lead back and forth", async ({ page }) => {
  await visit(page);
  const first = await said(page);
  await study(page, DOUBTFUL).focus();
  await page.keyboard.press("Space");
  await expect(answer(page)).toContainText(WITHOUT);
  await expect(study(page, DOUBTFUL)).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect(answer(page)).toHaveText(first);
  await page.keyboard.press("Control+Shift+z");
  await expect(answer(page)).toContainText(WITHOUT);
});

test("undo has no limit: every study left out and brought back one by one", async ({ page }) => {
  await visit(page);
  const first = await said(page);
  const boxes = page.getByRole("group", { name: "Studies" }).getByRole("checkbox");
  const count = await boxes.count();
  for (let i = 0; i < count; i++) await boxes.nth(i).click();
  await expect(answer(page)).toContainText("All 8 trials of pain at 1 week are left out.");
  for (let i = 0; i < count; i++) await page.getByRole("button", { name: "Undo" }).click();
  await expect(answer(page)).toHaveText(first);
  await expect(page.getByRole("button", { name: "Undo" })).toBeDisabled();
});

test("the strip says when the conclusion turns", async ({ page }) => {
  await visit(page, "?timepoint=3+months&compare=none");
  await expect(answer(page)).toContainText("SMD −0.36 (95% CI −0.78 to 0.06)");
  await study(page, "Simulated trial 17").click();
  await expect(answer(page)).toContainText(
    "US-NKT lowered pain more than control at 3 months: SMD −0.46 (95% CI −0.89 to −0.04)",
  );
  await expect(changes(page)).toHaveText([
    "SMD from −0.36 to −0.46",
    "95% CI −0.89 to −0.04, now excludes no effect",
    /^prediction interval .*, still includes no effect$/,
    "I² from 90% to 89%",
  ]);
});

test("the diamond before stays as a dashed ghost until the next question", async ({ page }) => {
  await visit(page);
  const ghost = figure(page).locator("polygon[stroke-dasharray]");
  await expect(answer(page)).toContainText("8 trials, 672 patients");
  await expect(ghost).toHaveCount(0);
  await study(page, DOUBTFUL).click();
  await expect(changes(page)).toHaveCount(4);
  await expect(ghost).toHaveCount(1);
  await mapCell(page, "Pain", "1 month").click();
  await expect(answer(page)).toContainText("at 1 month");
  await expect(changes(page)).toHaveCount(0);
  await expect(ghost).toHaveCount(0);
});

test("an excluded study stays in its place and enters no number", async ({ page }) => {
  await visit(page);
  const boxes = page.getByRole("group", { name: "Studies" }).getByRole("checkbox");
  const names = () => boxes.evaluateAll((all) => all.map((box) => box.ariaLabel));
  const before = await names();
  await study(page, DOUBTFUL).click();
  await expect(study(page, DOUBTFUL)).not.toBeChecked();
  expect(await names()).toEqual(before);
  await expect(figure(page)).toContainText(DOUBTFUL);
  await expect(mapCell(page, "Pain", "1 week")).toHaveAccessibleName(/7 trials, 574 patients, SMD −1.21/);

  await show(page, "Funnel");
  await expect(study(page, DOUBTFUL)).not.toBeChecked();
  await show(page, "Data");
  await expect(study(page, DOUBTFUL)).not.toBeChecked();
  await study(page, DOUBTFUL).click();
  await expect(answer(page)).toContainText("8 trials, 672 patients");
});

test("Alt and click keeps only this study; again, all are back", async ({ page }) => {
  await visit(page);
  await study(page, DOUBTFUL).click({ modifiers: ["Alt"] });
  await expect(answer(page)).toContainText("One trial of 8 counts for pain at 1 week");
  await expect(answer(page)).toContainText("There is nothing to pool.");
  await study(page, DOUBTFUL).click({ modifiers: ["Alt"] });
  await expect(answer(page)).toContainText("8 trials, 672 patients");
});

test("Answer, plot, table and exported file tell the same numbers", async ({ page }) => {
  await visit(page);
  await combobox(page, "Compare by").selectOption("Nothing: all together");
  await study(page, DOUBTFUL).click();
  await expect(answer(page)).toContainText(WITHOUT);
  const plotted = resultsOf(await figure(page).evaluate(linesIn));
  const file = await parseSvg(page, (await exportSvg(page)).svg);
  await show(page, "Data");
  const tabled = await tableResults(page);

  expect(tabled.size).toBe(9); // the studies and the pooled result
  expect(tabled.get(DOUBTFUL)).toEqual({ effect: "−0.41", interval: "−0.81 to −0.01", weight: "" });
  expect(plotted.get(DOUBTFUL)).toEqual({ effect: "−0.41", interval: "−0.81 to −0.01", weight: "out" });
  for (const [name, result] of tabled) if (name !== DOUBTFUL) expect(plotted.get(name), name).toEqual(result);
  const pooled = { effect: "−1.21", interval: "−1.48 to −0.94", weight: "100%" };
  expect(plotted.get("All 7 trials, 574 patients")).toEqual(pooled);

  expect(resultsOf(file.lines)).toEqual(plotted);
  expect(file.description).toContain("SMD −1.21 (95% CI −1.48 to −0.94), 7 trials");
  expect(file.metadata.overall).toMatchObject({ k: 7, N: 574 });
});

interface Result {
  readonly effect: string;
  readonly interval: string;
  readonly weight: string;
}

/** Results by study, and the pooled one by its own name, from a forest plot's lines without groups. */
function resultsOf(lines: readonly string[]): ReadonlyMap<string, Result> {
  const line = /^(Simulated trial \d+|All .* patients).* (out|[\d.]+%)(?: .*)? (−?[\d.]+) \[(−?[\d.]+), (−?[\d.]+)\]/;
  return new Map(
    lines.flatMap((text) => {
      const found = line.exec(text.replace(/^(All.*patients) (−.*\]) 100%$/, "$1 100% $2"));
      if (!found) return [];
      const [, name = "", weight = "", effect = "", low = "", high = ""] = found;
      return [[name, { effect, interval: `${low} to ${high}`, weight }] as const];
    }),
  );
}

/** Results by study from the Data view. */
async function tableResults(page: Page): Promise<ReadonlyMap<string, Result>> {
  const texts = (row: Element) => [...row.querySelectorAll("th, td")].map((at) => (at.textContent ?? "").trim());
  const rows = page.getByRole("grid", { name: "Trials and their data" }).getByRole("row");
  const titles = await rows.first().evaluate(texts);
  const lines = await Promise.all((await rows.all()).slice(1).map((row) => row.evaluate(texts)));
  return new Map(
    lines.map((line) => {
      const under = (title: string) => line[titles.indexOf(title)] ?? "";
      return [under("Trial"), { effect: under("SMD"), interval: under("95% CI"), weight: under("Weight") }] as const;
    }),
  );
}
