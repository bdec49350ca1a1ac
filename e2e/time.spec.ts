import { expect, type Page, test } from "@playwright/test";
import { comparator, searchOf } from "./controls";
import { objections } from "./objections";
import { figure, visit } from "./visit";

const TIME = "?view=time";
const same = (page: Page) => page.getByRole("checkbox", { name: /^Only the .* that report every timepoint$/ });
const paths = (page: Page) => page.getByRole("group", { name: "Paths of single studies" }).getByRole("button");

test("each comparator has its results over time, and a warning that patients recur", async ({ page }) => {
  await visit(page, TIME);
  await expect(figure(page)).toHaveAccessibleName(
    /Recommended therapy\. 1 week: SMD −1\.\d\d \(95% CI .*\), 4 trials; 1 month/,
  );
  for (const text of ["Recommended therapy", "Conventional needle-knife therapy", "The same patients recur"]) {
    await expect(figure(page)).toContainText(text);
  }
  await comparator(page, "Recommended therapy").click();
  await expect(figure(page)).not.toContainText("Recommended therapy");
});

test("the same trials alone can be shown only where there are some", async ({ page }) => {
  await visit(page, TIME);
  await expect(same(page)).toBeDisabled();
  await expect(same(page)).toHaveAccessibleDescription(/^No trial reports every timepoint: differences over time are/);

  await visit(page, "?data=dbs-parkinson&view=time");
  await expect(figure(page)).toContainText("24 studies");
  await same(page).check();
  await expect(figure(page)).toContainText("3 studies");
  await expect(figure(page)).not.toContainText("24 studies");
  await expect.poll(() => searchOf(page)).toContain("same=on");
  await page.keyboard.press("Control+z");
  await expect(same(page)).not.toBeChecked();
  await expect(figure(page)).toContainText("24 studies");
});

test("the keys light up one trial after the other, and Enter opens it", async ({ page }) => {
  await visit(page, TIME);
  await paths(page).first().focus();
  const told = page.getByRole("tabpanel").getByText(/^Simulated trial \d+: .* \(1 week\)/);
  await expect(told).toBeVisible();
  const first = await told.textContent();
  await page.keyboard.press("ArrowRight");
  await expect(told).not.toHaveText(first ?? "");
  await page.keyboard.press("Home");
  await expect(told).toHaveText(first ?? "");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toContainText(/Simulated trial/);
});

test("a trial lights up and opens under the pointer at any of its points", async ({ page }) => {
  await visit(page, "?view=time&without=Conventional+needle-knife+therapy");
  const panel = page.getByRole("tabpanel");
  await expect(figure(page)).not.toContainText("Conventional");
  const last = panel.locator("svg circle").last();
  await last.hover({ force: true });
  const told = panel.getByText(/^Simulated trial \d+: /);
  await expect(told).toBeVisible();
  const [name = ""] = ((await told.textContent()) ?? "").split(":");
  await last.click({ force: true });
  await expect(page.getByRole("dialog")).toContainText(name);
});

test("the same numbers stand in a table", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await visit(page, TIME);
  const table = page.getByRole("tabpanel").getByRole("table");
  await page.getByText("The same as a table").click();
  await expect(table.getByRole("row")).toHaveCount(7);
  await expect(table.getByRole("row", { name: /^Recommended therapy 1 week/ })).toContainText("4");
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  expect(await objections(page, "#view")).toEqual([]);
});
