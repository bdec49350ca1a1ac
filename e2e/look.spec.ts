import { expect, type Page, test } from "@playwright/test";
import { searchOf, study } from "./controls";
import { objections } from "./objections";
import { COUNTS, choose, csv } from "./ownFile";
import { answer, answered, figure, visit } from "./visit";

const open = async (page: Page) => {
  await page.getByRole("button", { name: "Figure", exact: true }).click();
  return page.getByRole("dialog", { name: "Figure" });
};
/** Names of the studies from top to bottom. */
const names = (page: Page) =>
  page
    .getByRole("group", { name: "Studies" })
    .getByRole("checkbox")
    .evaluateAll((boxes) =>
      boxes
        .map((box) => ({ name: box.getAttribute("aria-label") ?? "", top: box.getBoundingClientRect().top }))
        .sort((a, b) => a.top - b.top)
        .map(({ name }) => name),
    );

test("the forest plot is drawn as the reader chooses, and no number changes", async ({ page }) => {
  await visit(page, "?compare=none");
  const before = await answer(page).innerText();
  const inOrder = await names(page);
  const panel = await open(page);

  await panel.getByRole("combobox", { name: "Sort by" }).selectOption("Effect (SMD)");
  await expect.poll(() => names(page)).not.toEqual(inOrder);
  const smallestFirst = await names(page);
  await panel.getByRole("button", { name: "Largest first" }).click();
  await expect.poll(() => names(page)).toEqual([...smallestFirst].reverse());

  await panel.getByRole("checkbox", { name: "Country" }).check();
  await expect(figure(page)).toContainText("China");
  await expect(panel.getByRole("listitem").filter({ hasText: "Risk of bias: overall" })).toContainText("no room");
  await panel.getByRole("checkbox", { name: /^How far true effects spread/ }).check();
  await expect(figure(page)).toContainText("Tinted:");
  await panel.getByRole("textbox", { name: "SMD from" }).fill("−1");
  await panel.getByRole("textbox", { name: "to" }).fill("1");
  await page.keyboard.press("Enter");
  await expect(figure(page)).not.toContainText("−2.0−");
  await panel.getByRole("textbox", { name: "US-NKT’s side" }).fill("Better with US-NKT");
  await page.keyboard.press("Enter");
  await expect(figure(page)).toContainText("Better with US-NKT");
  expect(await answer(page).innerText()).toBe(before);

  // The link holds it all; a fault is said and changes nothing.
  await expect.poll(() => searchOf(page)).toContain("favours=");
  await page.reload();
  await answered(page);
  await expect(figure(page)).toContainText("Better with US-NKT");
  await expect(figure(page)).toContainText("China");
  const again = await open(page);
  await again.getByRole("textbox", { name: "SMD from" }).fill("3");
  await page.keyboard.press("Enter");
  await expect(again.getByRole("alert")).toHaveText("The axis needs its smaller limit first.");

  await again.getByRole("button", { name: "Back to the usual figure" }).click();
  await expect(figure(page)).not.toContainText("Better with US-NKT");
  await expect.poll(() => names(page)).toEqual(inOrder);
});

test("columns are ordered by the keyboard, each step can be undone", async ({ page }) => {
  await visit(page);
  const panel = await open(page);
  await panel.getByRole("checkbox", { name: "Year" }).check();
  const down = panel.getByRole("button", { name: "Move Year down" });
  await down.focus();
  await page.keyboard.press("Enter");
  await expect(panel.getByText("Year is now column 2 of 7.")).toBeAttached();
  await expect(down).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(panel.getByText("Year is now column 3 of 7.")).toBeAttached();
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  await expect(page.getByRole("button", { name: "Figure", exact: true })).toBeFocused();

  await expect(figure(page)).toContainText("Year");
  for (let i = 0; i < 3; i++) await page.keyboard.press("Control+z");
  await expect(figure(page)).not.toContainText("Year");
  await expect.poll(() => searchOf(page)).toBe("");
});

test("a group folds to its result at its heading", async ({ page }) => {
  await visit(page);
  const all = await names(page);
  const fold = page.getByRole("button", { name: "Recommended therapy: trials" });
  await expect(fold).toHaveAttribute("aria-expanded", "true");
  await fold.focus();
  await page.keyboard.press("Enter");
  await expect(fold).toHaveAttribute("aria-expanded", "false");
  await expect(fold).toBeFocused();
  await expect.poll(async () => (await names(page)).length).toBe(all.length / 2);
  await page.keyboard.press("Enter");
  await expect.poll(() => names(page)).toEqual(all);
});

test("on a phone the choices are a sheet under the figure", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await visit(page);
  const panel = await open(page);
  expect(await objections(page)).toEqual([]);
  const sheet = await panel.boundingBox();
  expect(sheet?.y).toBeGreaterThan(300);
  const drawing = await figure(page).boundingBox();
  expect(drawing?.y).toBeLessThan(sheet?.y ?? 0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  const heights = await panel
    .getByRole("button")
    .evaluateAll((all) => all.map((b) => b.getBoundingClientRect().height));
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(36);
});

test("5,000 rows: few elements, and an overview that leads anywhere by pointer and keyboard", async ({ page }) => {
  const rows = Array.from({ length: 5000 }, (_, i) => {
    return `Study ${i + 1},Death,1 year,Sham,${10 + (i % 7)},${100 + (i % 90)},${15 + (i % 5)},100`;
  });
  await visit(page);
  await choose(page, { name: "long.csv", content: csv(COUNTS, ...rows) });
  await expect(answer(page)).toContainText("5,000 studies", { timeout: 20_000 });
  const overview = page.getByRole("scrollbar");
  await expect(overview).toBeVisible();
  await overview.focus();
  await page.keyboard.press("PageDown");
  await expect
    .poll(() => page.evaluate(() => document.querySelectorAll("[role=tabpanel] svg *").length))
    .toBeLessThan(600);

  const box = await overview.boundingBox();
  await overview.click({ position: { x: 10, y: (box?.height ?? 0) / 2 } });
  await expect(study(page, "Study 2500")).toBeInViewport();
  expect(await page.evaluate(() => document.querySelectorAll("[role=tabpanel] svg *").length)).toBeLessThan(600);
  const middle = Number(await overview.getAttribute("aria-valuenow"));
  expect(middle).toBeGreaterThan(40);
  expect(middle).toBeLessThan(60);

  await page.keyboard.press("End");
  await expect(study(page, "Study 5000")).toBeInViewport();
  await expect(overview).toHaveAttribute("aria-valuenow", "100");
  await page.keyboard.press("Home");
  await expect(study(page, "Study 1")).toBeInViewport();
});
