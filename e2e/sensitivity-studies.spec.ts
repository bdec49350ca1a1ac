import { readFileSync } from "node:fs";
import { expect, type Locator, test } from "@playwright/test";
import { searchOf } from "./controls";
import { objections } from "./objections";
import { part } from "./sensitivityPart";
import { answer, visit } from "./visit";

const VIEW = "?view=sensitivity";
const BCG = `${VIEW}&data=bcg-tuberculosis`;
const TRIAL = "Simulated trial 11";

const study = (region: Locator, name: string) => region.getByRole("checkbox", { name, exact: true });

test("a press on a row of leave-one-out leaves its trial out of the whole page, and undo brings it back", async ({
  page,
}) => {
  await visit(page, VIEW);
  const region = await part(page, "Leave-one-out");
  const figure = region.getByRole("img");
  await expect(figure).toHaveAccessibleName(/Simulated trial 11, 2019 moves it most, to −1\.21/);

  await study(region, TRIAL).click();
  await expect(answer(page)).toContainText("7 trials");
  await expect(answer(page)).toContainText("SMD −1.21");
  await expect(study(region, TRIAL)).not.toBeChecked();
  await expect(region).toContainText("All 7 trials");

  await page.keyboard.press("Control+z");
  await expect(answer(page)).toContainText("8 trials");
  await expect(study(region, TRIAL)).toBeChecked();
});

test("the same by keyboard: arrows lead from row to row, Space leaves out and brings back", async ({ page }) => {
  await visit(page, VIEW);
  const region = await part(page, "Leave-one-out");
  await study(region, "Simulated trial 01").focus();
  await page.keyboard.press("End");
  await expect(study(region, "Simulated trial 20")).toBeFocused();
  await page.keyboard.press("Space");
  await expect(answer(page)).toContainText("7 trials");
  await expect(study(region, "Simulated trial 20")).toBeFocused();
  await page.keyboard.press("Space");
  await expect(answer(page)).toContainText("8 trials");
});

test("a trial that is lit in one figure is lit in the others", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 1400 });
  await visit(page, VIEW);
  const influence = await part(page, "Influence");
  await study(influence, TRIAL).first().focus();
  await expect(page.getByRole("region", { name: "Baujat plot" })).toContainText("SMD −0.41");
});

test("trials join in the order asked for, which the link keeps", async ({ page }) => {
  await visit(page, VIEW);
  const region = await part(page, "Cumulative");
  await expect(region.getByRole("img")).toHaveAccessibleName(/8 trials join by year/);
  await region.getByRole("combobox", { name: "Join by" }).selectOption("precision");
  await expect(region.getByRole("img")).toHaveAccessibleName(/8 trials join by precision/);
  await expect.poll(() => searchOf(page)).toContain("joinby=precision");
  await page.reload();
  const again = await part(page, "Cumulative");
  await expect(again.getByRole("combobox", { name: "Join by" })).toHaveValue("precision");
});

test("play lets the trials join one after the other, and ends with all of them", async ({ page }) => {
  await visit(page, VIEW);
  const region = await part(page, "Cumulative");
  const joined = region.getByRole("slider", { name: /joined/ });
  await region.getByRole("button", { name: "Play" }).click();
  await expect(region.getByRole("button", { name: "Pause" })).toBeVisible();
  await expect.poll(async () => Number(await joined.inputValue())).toBeLessThan(8);
  await expect(region.getByRole("button", { name: "Play" })).toBeVisible();
  await expect(joined).toHaveValue("8");
});

test("without motion a press goes one step on", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await visit(page, VIEW);
  const region = await part(page, "Cumulative");
  const joined = region.getByRole("slider", { name: /joined/ });
  await region.getByRole("button", { name: "From the first" }).click();
  await expect(joined).toHaveValue("1");
  await region.getByRole("button", { name: "Next" }).press("Enter");
  await expect(joined).toHaveValue("2");
  await joined.press("End");
  await expect(joined).toHaveValue("8");
});

test("cut-offs are explained, and the numbers stand in a table", async ({ page }) => {
  await visit(page, BCG);
  const region = await part(page, "Influence");
  await region.getByText("What the columns say").click();
  await expect(region).toContainText("Marked above 3 / k = 23.1%.");
  await expect(region).toContainText("Viechtbauer & Cheung (2010)");
  await region.getByText("The same as a table").first().click();
  const row = region.getByRole("row", { name: /Hart & Sutherland, 1977/ });
  // metafor 3.8-1, influence() with DL: −1.6025, −0.6291, 0.2850, 9.7176, 0.2167, 96.5626
  await expect(row.getByRole("cell")).toHaveText(["−1.60", "−0.63", "0.28", "9.7%", "0.22", "96.6"]);
});

test("L’Abbé’s plot is there for events, and says why not for means", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 1400 });
  await visit(page, VIEW);
  await expect(await part(page, "L’Abbé plot")).toContainText("it needs trials that report events");
  await visit(page, BCG);
  const region = await part(page, "L’Abbé plot");
  await expect(region.getByRole("img")).toHaveAccessibleName(/11 trials below it \(favours BCG vaccination\)/);
  await expect((await part(page, "Radial plot")).getByRole("img")).toHaveAccessibleName(/None of 13 lie outside/);
});

test("a figure and its numbers can be taken away", async ({ page }) => {
  await visit(page, VIEW);
  const region = await part(page, "Leave-one-out");
  const [figure] = await Promise.all([
    page.waitForEvent("download"),
    region.getByRole("button", { name: "Save figure (SVG)" }).click(),
  ]);
  expect(figure.suggestedFilename()).toBe("understory-us-nkt-pain-1-week-leave-one-out.svg");
  expect(readFileSync(await figure.path(), "utf8")).toContain("Simulated trial-level data");
  const [numbers] = await Promise.all([
    page.waitForEvent("download"),
    region.getByRole("button", { name: "Save numbers (CSV)" }).click(),
  ]);
  const lines = readFileSync(await numbers.path(), "utf8")
    .trim()
    .split("\r\n");
  expect(lines.length).toBe(1 + 8);
  expect(lines[0]).toContain("trial,SMD,95% CI from,95% CI to,I²,τ²,k");
});

test("with one trial left the parts say what they lack", async ({ page }) => {
  await visit(page, VIEW);
  const region = await part(page, "Leave-one-out");
  await study(region, "Simulated trial 01").focus();
  await page.keyboard.press("o");
  await expect(answer(page)).toContainText("One trial of 8 counts");
  await expect(region).toContainText("Only 1 trial is in the result");
});

for (const width of [360, 1280]) {
  test(`the parts fit and axe finds nothing in them, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await visit(page, BCG);
    for (const name of ["Leave-one-out", "Cumulative", "Influence", "Radial plot", "L’Abbé plot"]) {
      const region = await part(page, name);
      await region.getByText("The same as a table").first().click();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      expect(await objections(page, `section[aria-label="${name}"]`)).toEqual([]);
    }
  });
}
