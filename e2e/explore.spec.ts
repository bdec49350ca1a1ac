import { expect, type Page, test } from "@playwright/test";
import { combobox, comparator, mapCell } from "./controls";
import { answer, figure, visit } from "./visit";

// Numbers are R metafor's for the same rows: rma(method = "DL") on Hedges' g with RevMan's variance unless said.
const FIRST = "SMD −1.11 (95% CI −1.42 to −0.79), 8 trials, 672 patients";

/** Opens the filter of a column; its summary says what it keeps. */
async function openFilter(page: Page, column: string): Promise<void> {
  await page.locator("summary").filter({ hasText: column }).click();
}

test("the first view answers at once, by comparator", async ({ page }) => {
  await visit(page);
  await expect(answer(page)).toContainText(FIRST);
  await expect(combobox(page, "Compare by")).toHaveValue("comparator");
  await expect(mapCell(page, "Pain", "1 week")).toHaveAttribute("aria-selected", "true");
  await expect(figure(page)).toHaveAccessibleName(/^Forest plot: Pain, 1 week/);
});

test("comparing by a column tests the difference between its groups", async ({ page }) => {
  await visit(page);
  await expect(answer(page)).toContainText("(test for subgroup differences p = 0.630)");
  await expect(figure(page)).toContainText("Difference between groups: Q 0.23, df 1, p = 0.630");

  await combobox(page, "Compare by").selectOption("Degenerative");
  await expect(figure(page)).toContainText("−1.21");
  await expect(figure(page)).toContainText("−1.00");
  await expect(answer(page)).toContainText(FIRST);

  await combobox(page, "Compare by").selectOption("Nothing: all together");
  await expect(answer(page)).toContainText(FIRST);
  await expect(answer(page)).not.toContainText("subgroup differences");
  await expect(figure(page)).not.toContainText("Difference between groups");
});

test("comparing by timepoint pools nothing together", async ({ page }) => {
  await visit(page);
  await combobox(page, "Compare by").selectOption("Timepoint");
  await expect(answer(page)).toContainText("they are not pooled together");
  for (const [timepoint, effect] of [
    ["1 week", "SMD −1.11 (95% CI −1.42 to −0.79), 8 trials"],
    ["1 month", "SMD −1.74 (95% CI −2.50 to −0.98), 9 trials"],
    ["3 months", "SMD −0.36 (95% CI −0.78 to 0.06), 10 trials"],
  ] as const) {
    await expect(answer(page)).toContainText(`${timepoint}: ${effect}`);
  }
  // One result for all would count the same patients twice or thrice.
  await expect(answer(page).getByRole("definition")).toHaveCount(0);
  await expect(answer(page)).not.toContainText("27 trials");
  await expect(figure(page)).not.toContainText("27 trials");
  await expect(figure(page)).not.toContainText("Difference between groups");

  await mapCell(page, "Pain", "1 month").click();
  await expect(answer(page)).toContainText("9 trials, 758 patients");
});

test("a comparator switched off leaves the Answer, the map and the plot, and comes back", async ({ page }) => {
  await visit(page);
  const recommended = comparator(page, "Recommended therapy");
  await recommended.click();
  await expect(recommended).toHaveAttribute("aria-pressed", "false");
  await expect(answer(page)).toContainText("more than conventional needle-knife therapy at 1 week");
  await expect(answer(page)).toContainText("SMD −1.02 (95% CI −1.30 to −0.74), 4 trials, 330 patients");
  await expect(mapCell(page, "Pain", "1 week")).toHaveAccessibleName(/4 trials, 330 patients, SMD −1.02/);
  await expect(mapCell(page, "Pain", "3 months")).toHaveAccessibleName(/SMD −0.22 \(95% CI −0.97 to 0.53\)/);
  await expect(figure(page)).not.toContainText("Recommended therapy");
  await expect(recommended).toContainText("4 trials");

  await recommended.click();
  await expect(answer(page)).toContainText(FIRST);
  await expect(mapCell(page, "Pain", "1 week")).toHaveAccessibleName(/8 trials, 672 patients, SMD −1.11/);
});

test("the measure changes every number that it should", async ({ page }) => {
  await visit(page);
  await combobox(page, "Measure").selectOption("Mean difference");
  await expect(answer(page)).toContainText("MD −1.54 points (95% CI −2.15 to −0.94)");
  await expect(answer(page)).toContainText("These trials used 2 scales");
  await expect(mapCell(page, "Pain", "1 week")).toHaveAccessibleName(/MD −1.54 points \(95% CI −2.15 to −0.94\)/);
  await expect(figure(page)).toContainText("MD [95% CI]");
  // Adverse events are counts: they keep a measure that suits them.
  await mapCell(page, "Adverse events", "During follow-up").click();
  await expect(answer(page)).toContainText("RR 0.38 (95% CI 0.24 to 0.61)");
});

test("model presets say and give what they name", async ({ page }) => {
  await visit(page);
  await combobox(page, "Model").selectOption("Cochrane 2024");
  // rma(method = "REML", test = "knha")
  await expect(answer(page)).toContainText("SMD −1.11 (95% CI −1.48 to −0.74)");
  await expect(mapCell(page, "Pain", "1 week")).toHaveAccessibleName(/95% CI −1.48 to −0.74/);
  await expect(figure(page)).toContainText("REML");
  await combobox(page, "Model").selectOption("As published");
  await expect(answer(page)).toContainText(FIRST);
  await expect(figure(page)).toContainText("DerSimonian-Laird");
});

test("a custom model starts from the one on the page and shows every choice", async ({ page }) => {
  await visit(page);
  const before = await answer(page).innerText();
  await combobox(page, "Model").selectOption("Custom");
  const custom = page.getByRole("group", { name: "Custom model" });
  await expect(custom.getByRole("combobox")).toHaveCount(8);
  await expect(custom.getByRole("combobox", { name: "SMD variance" })).toHaveValue("RevMan");
  expect(await answer(page).innerText()).toBe(before);

  await custom.getByRole("combobox", { name: "Level" }).selectOption("90%");
  await expect(answer(page)).toContainText("SMD −1.11 (90% CI −1.37 to −0.84)");
  await expect(mapCell(page, "Pain", "1 week")).toHaveAccessibleName(/90% CI −1.37 to −0.84/);
  await custom.getByRole("combobox", { name: "Effects and τ²" }).selectOption("EE");
  await expect(answer(page)).toContainText("no prediction interval");
});

test("filters keep the rows that they name, on the map too", async ({ page }) => {
  await visit(page);
  await openFilter(page, "Spinal level");
  const levels = page.getByRole("group", { name: "Spinal level" });
  await levels.getByRole("checkbox", { name: "Cervical" }).uncheck();
  await expect(answer(page)).toContainText("SMD −1.25 (95% CI −1.57 to −0.93), 5 trials, 424 patients");
  await expect(mapCell(page, "Pain", "1 week")).toHaveAccessibleName(/5 trials, 424 patients, SMD −1.25/);

  await page.getByRole("button", { name: "Clear 1 filter" }).click();
  await expect(answer(page)).toContainText(FIRST);
  await expect(levels.getByRole("checkbox", { name: "Cervical" })).toBeChecked();
});

test("a range of years can be chosen", async ({ page }) => {
  await visit(page);
  await openFilter(page, "Year");
  await page.getByRole("slider", { name: "From" }).fill("2020");
  await expect(answer(page)).toContainText("SMD −1.35 (95% CI −1.91 to −0.78), 3 trials");
  await expect(answer(page)).toContainText("from only 3 trials are uncertain");
});

test("where nothing is left the page says so plainly and shows the way back", async ({ page }) => {
  await visit(page);
  await openFilter(page, "More columns");
  await openFilter(page, "Country");
  const countries = page.getByRole("group", { name: "Country" });
  for (const box of await countries.getByRole("checkbox").all()) await box.uncheck();
  await expect(answer(page)).toContainText("No trial that matches the filters reports pain at 1 week.");
  await expect(answer(page)).toContainText("Filters are set on country: clear them to see every trial.");
  await expect(mapCell(page, "Pain", "1 week")).toHaveAccessibleName("Pain, 1 week: no trials");
  await expect(page.getByRole("tabpanel").getByRole("checkbox")).toHaveCount(0);
  await page.getByRole("button", { name: "Clear 1 filter" }).click();
  await expect(answer(page)).toContainText(FIRST);

  await comparator(page, "Recommended therapy").click();
  await comparator(page, "Conventional needle-knife therapy").click();
  await expect(answer(page)).toContainText("Every comparator is switched off.");
  await page.getByRole("button", { name: "Back to the first view" }).click();
  await expect(answer(page)).toContainText(FIRST);
});
