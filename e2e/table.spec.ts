import { expect, type Page, test } from "@playwright/test";
import { searchOf, study } from "./controls";
import { answer, figure, show, visit } from "./visit";

const grid = (page: Page) => page.getByRole("grid", { name: "Trials and their data" });
const names = (page: Page) => grid(page).locator("tbody th").allInnerTexts();
const head = (page: Page, name: string) => grid(page).getByRole("button", { name, exact: true });

test("a head sorts the table and the forest plot alike; again turns it, a third time gives it up", async ({ page }) => {
  await visit(page, "?view=data&compare=none");
  await expect.poll(async () => (await names(page)).length).toBe(8);
  const before = await names(page);
  await head(page, "SMD").click();
  await expect(grid(page).getByRole("columnheader", { name: "SMD" })).toHaveAttribute("aria-sort", "ascending");
  await expect.poll(() => names(page)).toEqual([...before].sort((a, b) => EFFECTS[a]! - EFFECTS[b]!));
  const sorted = await names(page);
  await show(page, "Forest");
  const boxes = page.getByRole("group", { name: "Studies" }).getByRole("checkbox");
  expect(await boxes.evaluateAll((all) => all.map((box) => box.ariaLabel))).toEqual(sorted);
  await show(page, "Data");
  await head(page, "SMD").click();
  await expect.poll(() => names(page)).toEqual([...sorted].reverse());
  await head(page, "SMD").click();
  await expect.poll(() => names(page)).toEqual(before);
  await expect.poll(() => searchOf(page)).not.toContain("sort");
});

const EFFECTS: Readonly<Record<string, number>> = {
  "Simulated trial 01": -0.81,
  "Simulated trial 02": -1.13,
  "Simulated trial 06": -1.5,
  "Simulated trial 10": -1.08,
  "Simulated trial 11": -0.41,
  "Simulated trial 14": -1.72,
  "Simulated trial 17": -0.84,
  "Simulated trial 20": -1.51,
};

test("words are found in any cell, and change no number", async ({ page }) => {
  await visit(page, "?view=data");
  await page.getByRole("searchbox", { name: "Find in all columns of the trials" }).fill("MYOFASCIAL neck");
  await expect.poll(async () => (await names(page)).length).toBe(1);
  await expect(page.getByRole("tabpanel").getByRole("status").last()).toHaveText("1 of 8 trials");
  await expect(answer(page)).toContainText("8 trials, 672 patients");
});

test("a column's own filter is the filter of the page", async ({ page }) => {
  await visit(page, "?view=data");
  await grid(page).getByRole("button", { name: "Filter by Spinal level" }).click();
  await page.getByRole("group", { name: "Spinal level" }).getByRole("checkbox", { name: "Cervical" }).uncheck();
  await expect(answer(page)).toContainText("SMD −1.25 (95% CI −1.57 to −0.93), 5 trials, 424 patients");
  await expect.poll(async () => (await names(page)).length).toBe(5);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("group", { name: "Spinal level" })).toBeHidden();
});

test("the table is one tab stop; arrows go from cell to cell, Space leaves a study out", async ({ page }) => {
  await visit(page, "?view=data");
  await page.getByRole("searchbox", { name: /^Find in all/ }).focus();
  await page.keyboard.press("Tab");
  await expect(head(page, "Trial")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(grid(page).getByRole("button", { name: "Simulated trial 01" })).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(study(page, "Simulated trial 01")).toBeFocused();
  await page.keyboard.press("Space");
  await expect(answer(page)).toContainText("7 trials");
  await page.keyboard.press("ArrowDown");
  await expect(study(page, "Simulated trial 02")).toBeFocused();
  await page.keyboard.press("Control+End");
  await expect(grid(page).locator("tfoot td").last()).toBeFocused();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Tab");
  await expect(grid(page).locator(":focus")).toHaveCount(0);
});

test("below the studies stand the pooled results of the answer", async ({ page }) => {
  await visit(page, "?view=data");
  const foot = grid(page).locator("tfoot tr");
  await expect(foot).toHaveCount(3);
  await expect(foot.last()).toContainText("All 8 trials, 672 patients");
  await expect(foot.last()).toContainText("−1.42 to −0.79");
});

test("the panel goes from study to study in the figure's order, and tells the risk of bias", async ({ page }) => {
  await visit(page, "?view=data&sort=effect");
  await grid(page).getByRole("button", { name: "Simulated trial 14" }).click();
  await expect(page.getByRole("dialog", { name: "Simulated trial 14" })).toContainText("1 of 8");
  await page.getByRole("button", { name: "Next trial" }).click();
  const next = page.getByRole("dialog", { name: "Simulated trial 20" });
  await expect(next).toContainText("SMD −1.51");
  await expect(next).toContainText("Randomisation process");
  await page.getByRole("button", { name: "Previous trial" }).click();
  await expect(page.getByRole("dialog", { name: "Simulated trial 14" })).toBeVisible();
});

test("a study under the pointer lights up", async ({ page }) => {
  await visit(page, "?view=data");
  const row = grid(page).getByRole("row", { name: /Simulated trial 06/ });
  await row.hover();
  await expect(row).toHaveAttribute("data-lit", "true");
  await expect(figure(page)).toHaveCount(0);
});
