import { expect, type Page, test } from "@playwright/test";
import { part } from "./sensitivityPart";
import { visit } from "./visit";

const VIEW = "?view=sensitivity";

const asked = (page: Page, key: string) => new URL(page.url()).searchParams.getAll(key);

test("trim and fill is done as the reader chooses, by keyboard too; link and undo hold it", async ({ page }) => {
  await visit(page, "?data=bcg-tuberculosis&view=sensitivity");
  const found = await part(page, "Small-study effects");
  const figure = found.getByRole("img");
  await expect(figure).toContainText("Egger’s line");
  // metafor 3.8-1: trimfill() of the common effect adds 4 on the right by L0, 5 by Q0, none on the left
  await expect(figure).toContainText("Trim and fill (L0) adds 4 trials on the right");
  const estimator = found.getByRole("combobox", { name: "Missing ones are counted by" });
  await estimator.focus();
  await page.keyboard.press("Q");
  await expect(figure).toContainText("Trim and fill (Q0) adds 5 trials on the right");
  await expect(figure).toContainText("not a better estimate");
  await expect(found.getByRole("row", { name: /^Trim and fill \(Q0\)/ })).toContainText("Adds 5 trials");
  await found.getByRole("combobox", { name: "They are missing" }).selectOption("on the left");
  await expect(figure).toContainText("Trim and fill (Q0) adds no trial on the left, where it was asked to.");
  await expect.poll(() => [asked(page, "fill"), asked(page, "fillside")]).toEqual([["Q0"], ["left"]]);
  await page.reload();
  const again = await part(page, "Small-study effects");
  await expect(again.getByRole("combobox", { name: "They are missing" })).toHaveValue("left");
  await again.getByRole("combobox", { name: "They are missing" }).selectOption("on the right");
  await expect(again.getByRole("img")).toContainText("adds 5 trials on the right, where it was asked to");
  await page.keyboard.press("Control+z");
  await expect(again.getByRole("img")).toContainText("adds no trial on the left");
});

test("the link holds axis, region and study of the subsets, and undo takes them back", async ({ page }) => {
  await visit(page, VIEW);
  const found = await part(page, "Every subset");
  await expect(found.locator("canvas")).toBeVisible();
  await found.getByRole("combobox", { name: "Against" }).selectOption("τ²");
  await found.getByRole("button", { name: "Simulated trial 11" }).click();
  const to = found.getByRole("slider", { name: "SMD to" });
  await to.focus();
  for (let i = 0; i < 6; i++) await page.keyboard.press("ArrowLeft");
  const said = found.getByRole("status");
  await expect(said).toContainText(/lie in the region.*(stands out|than elsewhere)/); // each study's share is counted
  const words = await said.innerText();
  const limit = /to\s−([\d.]+)\sand/.exec(words)?.[1] ?? "no limit";
  await expect.poll(() => [asked(page, "subsets"), asked(page, "split")]).toEqual([["tau2"], ["Simulated trial 11"]]);
  // The address follows the last press a moment later.
  await expect.poll(() => Number(/\.\.-([\d.]+) /.exec(asked(page, "region")[0] ?? "")?.[1]).toFixed(2)).toBe(limit);
  expect(asked(page, "region")[0]).toMatch(/^-[\d.]+\.\.-[\d.]+ 0\.\.[\d.]+$/);

  await page.reload();
  const again = await part(page, "Every subset");
  await expect(again.getByRole("status")).toHaveText(words);
  await expect(again.getByRole("combobox", { name: "Against" })).toHaveValue("tau2");
  const study = again.getByRole("button", { name: "Simulated trial 11" });
  await expect(study).toHaveAttribute("aria-pressed", "true");
  await again.getByRole("button", { name: "Clear the region" }).click();
  await expect(again.getByRole("status")).toBeEmpty();
  await page.keyboard.press("Control+z");
  await expect(again.getByRole("status")).toHaveText(words);
});

test("the link holds which analyses are shown; another outcome's effects are passed over", async ({ page }) => {
  await visit(page, `${VIEW}&analyses=method+REML&analyses=leftout+none&analyses=effects+RR+only0`);
  const found = await part(page, "Every analysis");
  const cursor = found.getByRole("slider", { name: "Analysis" });
  await expect(cursor).toHaveAttribute("aria-valuemax", "25");
  await expect(found.getByRole("button", { name: "REML" })).toHaveAttribute("aria-pressed", "true");
  await found.getByRole("button", { name: "Show all" }).click();
  await expect(cursor).toHaveAttribute("aria-valuemax", "1800");
  await expect.poll(() => asked(page, "analyses")).toEqual([]);
  await page.keyboard.press("Control+z");
  await expect(cursor).toHaveAttribute("aria-valuemax", "25");
});

test("prediction intervals are among what was tried, in words, figure and table", async ({ page }) => {
  await visit(page, VIEW);
  await expect(page.getByRole("region", { name: "Does the conclusion survive?" })).toContainText(
    "of 1,575 prediction intervals of other kinds and analyses",
  );
  const found = await part(page, "Every analysis");
  await expect(found).toContainText("The 95% prediction interval (PI; in 5 ways, 1,575 in all) favours US-NKT in");
  await expect(found.getByRole("img")).toContainText("PI excludes no effect");
  await found.getByText("The same as a table").click();
  await expect(found.getByRole("columnheader", { name: "PI excludes no effect" })).toBeVisible();
});

test("what a link asks for that the data do not have is said", async ({ page }) => {
  await visit(page, `${VIEW}&split=nobody-1999&fill=L9&analyses=effects+XYZ`);
  const notices = page.getByRole("main");
  await expect(notices).toContainText("trial to split subsets by “nobody-1999”");
  await expect(notices).toContainText("“fill = L9”");
  await expect(notices).toContainText("effects among all analyses “XYZ”");
});
