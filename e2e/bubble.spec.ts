import { expect, test } from "@playwright/test";
import { combobox, searchOf, study } from "./controls";
import { objections } from "./objections";
import { choose, csv, MEANS } from "./ownFile";
import { exportSvg, parseSvg } from "./svgFile";
import { answer, figure, visit } from "./visit";

const BCG = "?data=bcg-tuberculosis&view=bubble";
const LATITUDE =
  /The risk ratio is multiplied by 0\.97 per unit of absolute latitude \(degrees\) \(95% CI .*, p < 0\.001, k = 13\)/;

test("effects stand against a property of trials, with what the regression says and cannot say", async ({ page }) => {
  await visit(page, BCG);
  await expect(figure(page)).toHaveAccessibleName(LATITUDE);
  await expect(figure(page)).toHaveAccessibleName(
    /of τ² \(R²\).*A relation between trials is not one between participants\./,
  );
  const file = await parseSvg(page, (await exportSvg(page)).svg);
  expect(file.title).toBe("Bubble plot: Tuberculosis, End of follow-up, by absolute latitude (degrees)");
  expect(file.description).toMatch(LATITUDE);
});

test("the property is chosen, kept by a link, and undone", async ({ page }) => {
  await visit(page, BCG);
  const against = combobox(page, "Against");
  await against.selectOption("Year");
  await expect(figure(page)).toHaveAccessibleName(/per year/);
  await expect.poll(() => searchOf(page)).toContain("moderator=year");
  await page.reload();
  await expect(figure(page)).toHaveAccessibleName(/per year/);
  await against.selectOption("Absolute latitude (degrees)");
  await page.keyboard.press("Control+z");
  await expect(against).toHaveValue("year");
});

test("a trial that is left out stays in its place and leaves the regression", async ({ page }) => {
  await visit(page, BCG);
  await expect(figure(page)).toHaveAccessibleName(/k = 13/);
  const one = page.getByRole("tabpanel").getByRole("checkbox").first();
  const name = (await one.getAttribute("aria-label")) ?? "";
  await one.press("Space");
  await expect(figure(page)).toHaveAccessibleName(/k = 12/);
  await expect(study(page, name)).not.toBeChecked();
  await page.keyboard.press("Control+z");
  await expect(figure(page)).toHaveAccessibleName(LATITUDE);
});

test("data without any number to set effects against say so", async ({ page }) => {
  await visit(page);
  const content = csv(MEANS, "A,Pain,1 week,Sham,3,1,30,4,1,31", "B,Pain,1 week,Sham,2,1,25,4,1,26");
  await choose(page, { name: "two.csv", content });
  await expect(answer(page)).toContainText("2 studies");
  await page.getByRole("tab", { name: "Bubble" }).click();
  await expect(page.getByRole("tabpanel")).toContainText("These data have no numeric column");
});

for (const width of [360, 1280]) {
  test(`the bubble plot fits and axe finds nothing in it, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await visit(page, BCG);
    await expect(figure(page)).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(await objections(page, "#view")).toEqual([]);
  });
}
