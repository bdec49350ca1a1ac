import { expect, test } from "@playwright/test";
import { COUNTS, choose, csv } from "./ownFile";
import { answer, answered, cell, figure, show, visit } from "./visit";

// 100 cells of the map with 1,000 studies each.
const ROWS = Array.from({ length: 100_000 }, (_, i) => {
  const [outcome, week, study] = [(i % 10) + 1, (Math.floor(i / 10) % 10) + 1, Math.floor(i / 100) + 1];
  return `Study ${study},Outcome ${outcome},${week} weeks,Sham,${10 + (study % 7)},100,${15 + (study % 5)},100`;
});
const FILE = { name: "many.csv", content: csv(COUNTS, ...ROWS) };

test("100,000 rows load while the page answers, and every view then works", async ({ page }) => {
  test.slow();
  await visit(page);
  await choose(page, FILE);
  await expect(page.getByRole("dialog")).toBeHidden();
  // The file is still being read: the page answers a click with the dataset that is open.
  await page.getByRole("button", { name: "Help and keys" }).click();
  await expect(page.getByRole("dialog", { name: "Help and keys" })).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Dataset" })).toHaveAttribute("aria-busy", "true");
  await page.keyboard.press("Escape");

  await expect(answer(page)).toContainText("1,000 studies", { timeout: 20_000 });
  await expect(figure(page)).toContainText("Study 1");
  const funnel = await show(page, "Funnel");
  await expect(funnel.getByRole("img")).toBeVisible();
  const table = await show(page, "Data");
  await expect(table.locator("tbody tr")).toHaveCount(200);
  await table.getByRole("button", { name: /^Show 200 more/ }).click();
  await expect(table.locator("tbody tr")).toHaveCount(400);

  await show(page, "Forest");
  const narrow = cell(page, /^Outcome 7, 3 weeks/);
  await narrow.click();
  await answered(page);
  await expect(answer(page)).toContainText("risk of outcome 7 compared with sham at 3 weeks");
  await expect(page.getByRole("combobox", { name: "Dataset" })).toHaveAttribute("aria-busy", "false");
  // Ten timepoints do not fit into the rail: the map scrolls, and a cell stays large enough to press.
  expect((await narrow.boundingBox())?.width).toBeGreaterThanOrEqual(24);
});
