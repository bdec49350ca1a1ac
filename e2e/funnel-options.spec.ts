import { expect, test } from "@playwright/test";
import { combobox, searchOf, study } from "./controls";
import { objections } from "./objections";
import { exportSvg, parseSvg } from "./svgFile";
import { answer, figure, visit } from "./visit";

const FUNNEL = "?view=funnel";

test("the funnel stands on standard errors, their reciprocals, or the sizes of the arms", async ({ page }) => {
  await visit(page, FUNNEL);
  const axis = combobox(page, "Vertical axis");
  await expect(figure(page)).toContainText("Standard error");
  await axis.selectOption("1 / standard error");
  await expect(figure(page)).toContainText("1 / standard error");
  await expect(figure(page)).toContainText("pseudo 95% limits");
  await axis.selectOption("Size of the arms");
  await expect(figure(page)).not.toContainText("pseudo 95% limits");
  await expect(figure(page)).toHaveAccessibleName(/no limits and no regions of significance/);
  await expect.poll(() => searchOf(page)).toContain("precision=size");

  await page.reload();
  await expect(axis).toHaveValue("size");
  await visit(page, "?data=dbs-parkinson&view=funnel");
  await expect(axis.getByRole("option", { name: "Size of the arms" })).toBeDisabled();
});

test("points take their colour from a column, which a link keeps and a step back undoes", async ({ page }) => {
  await visit(page, FUNNEL);
  const colour = combobox(page, "Colour by");
  await expect(figure(page)).toContainText("estimate of each group");
  await colour.selectOption("Overall risk of bias");
  await expect(figure(page)).toContainText("High risk");
  await expect(figure(page)).not.toContainText("estimate of each group");
  await expect.poll(() => searchOf(page)).toContain("colour=");
  const search = searchOf(page);
  await page.keyboard.press("Control+z");
  await expect(figure(page)).not.toContainText("High risk");
  await visit(page, search);
  await expect(figure(page)).toContainText("High risk");
});

test("trim and fill shows what it adds and the result with that, and changes no number of the page", async ({
  page,
}) => {
  await visit(page, FUNNEL);
  const fill = page.getByRole("checkbox", { name: "Trim and fill" });
  await fill.focus();
  await fill.press("Space");
  await expect(figure(page)).toContainText("3 trials added by trim and fill");
  const added = /adds 3 trials on the right: SMD −0\.83 \(95% CI −1\.19 to −0\.47\), instead of −1\.11/;
  await expect(figure(page)).toHaveAccessibleName(added);
  await expect(answer(page)).toContainText("SMD −1.11 (95% CI −1.42 to −0.79)");

  const file = await parseSvg(page, (await exportSvg(page)).svg);
  expect(file.description).toMatch(added);
  expect(file.texts).toContain("3 trials added by trim and fill");

  // What it adds follows the studies that are in.
  await study(page, "Simulated trial 01").press("Space");
  await expect(figure(page)).not.toHaveAccessibleName(added);
  await page.keyboard.press("Control+z");
  await expect(figure(page)).toHaveAccessibleName(added);
});

test("a test that suits the measure is told under the figure with its caution", async ({ page }) => {
  await visit(page, FUNNEL);
  await expect(figure(page)).toHaveAccessibleName(/Rodgers’ test: .*k = 8; from fewer than 10 trials it tells little/);
  await visit(page, "?data=bcg-tuberculosis&view=funnel");
  await expect(figure(page)).toHaveAccessibleName(
    /No clear asymmetry \(Egger’s test: t = −1\.40, df = 11, p = 0\.189, k = 13\)/,
  );
  await visit(page, "?data=bcg-tuberculosis&view=funnel&measure=OR");
  await expect(figure(page)).toHaveAccessibleName(/Harbord’s test/);
});

test("across timepoints of the same patients nothing is tested and nothing filled", async ({ page }) => {
  await visit(page, "?view=funnel&compare=timepoint");
  await expect(figure(page)).toHaveAccessibleName(/Asymmetry is not tested: the same patients recur/);
  await expect(page.getByRole("checkbox", { name: "Trim and fill" })).toBeDisabled();
  await expect(page.getByRole("tabpanel")).toContainText("Trim and fill needs one pooled result.");
});

for (const width of [360, 1280]) {
  test(`the options fit and axe finds nothing in them, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await visit(page, "?view=funnel&trimfill=on");
    await expect(figure(page)).toContainText("added by trim and fill");
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(await objections(page, "#view")).toEqual([]);
  });
}
