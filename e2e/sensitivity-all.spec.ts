import { expect, type Locator, type Page, test } from "@playwright/test";
import { comparator } from "./controls";
import { objections } from "./objections";
import { part } from "./sensitivityPart";
import { answer, visit } from "./visit";

const FIRST = "SMD −1.11 (95% CI −1.42 to −0.79)";

/** Opens the tab and scrolls to a part of it. */
async function open(page: Page, name: string): Promise<Locator> {
  await page.getByRole("tab", { name: "Sensitivity" }).click();
  return part(page, name);
}

async function subsets(page: Page): Promise<Locator> {
  const found = await open(page, "Every subset");
  await expect(found.locator("canvas")).toBeVisible();
  return found;
}

async function analyses(page: Page): Promise<Locator> {
  const found = await open(page, "Every analysis");
  await expect(found.getByRole("slider", { name: "Analysis" })).toBeVisible();
  return found;
}

test("every subset is counted, and anew when the question changes", async ({ page }) => {
  await visit(page);
  const found = await subsets(page);
  await expect(found).toContainText("In all 255 subsets of 8 trials the estimate lies on the same side of no effect");
  await expect(found.getByRole("img", { name: /^Every subset: Pain, 1 week/ })).toBeVisible();
  await comparator(page, "Recommended therapy").click();
  await expect(found).toContainText("all 15 subsets of 4 trials");
  await found.getByRole("combobox", { name: "Against" }).selectOption("τ²");
  await expect(found.getByRole("img")).toContainText("τ² of the subset");
  const measured = () => page.evaluate(() => performance.getEntriesByName("understory:gosh").length);
  await expect.poll(measured).toBeGreaterThan(1);
});

test("the density is drawn with many colours, and splits by the study that is pointed at or held", async ({ page }) => {
  await visit(page);
  const found = await subsets(page);
  const colours = () =>
    found.locator("canvas").evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
      const seen = new Set<string>();
      for (let i = 0; i < data.length; i += 4) {
        if (data[i + 3] === 255) seen.add(`${data[i]} ${data[i + 1]} ${data[i + 2]}`);
      }
      return [...seen].sort();
    });
  await expect.poll(async () => (await colours()).length).toBeGreaterThan(3);
  const whole = await colours();
  const study = found.getByRole("button", { name: "Simulated trial 11" });
  await study.hover();
  await expect(found.getByRole("img")).toContainText("subsets with it");
  await expect.poll(colours).not.toEqual(whole);
  await page.mouse.move(5, 5);
  await expect.poll(colours).toEqual(whole);

  await study.focus();
  await expect(found.getByRole("img")).toContainText("subsets with it");
  await page.keyboard.press("Enter");
  await expect(study).toHaveAttribute("aria-pressed", "true");
  await study.blur();
  await expect(found.getByRole("img")).toContainText("subsets without it");
});

test("a region is marked by mouse or by keyboard, and said in words", async ({ page }) => {
  await visit(page);
  const found = await subsets(page);
  const figure = found.getByRole("figure");
  await figure.scrollIntoViewIfNeeded();
  const box = (await figure.boundingBox())!;
  await page.mouse.move(box.x + 70, box.y + 110);
  await page.mouse.down();
  await page.mouse.move(box.x + 200, box.y + 300, { steps: 4 });
  await page.mouse.up();
  const said = found.getByRole("status");
  await expect(said).toContainText(
    /\d+% \(\d+.of.255\) of the subsets lie in the region, with SMD.*More often there than elsewhere/,
  );
  // Each study's share of the region stands beside its name.
  await expect(found.getByRole("button", { name: /^Simulated trial 11, 2019.*%$/ })).toBeVisible();
  await found.getByRole("button", { name: "Clear the region" }).click();
  await expect(said).toBeEmpty();

  await found.getByRole("slider", { name: "SMD to" }).focus();
  for (let i = 0; i < 8; i++) await page.keyboard.press("ArrowLeft");
  await expect(said).toContainText(/255\) of the subsets lie in the region/);
  await page.keyboard.press("End");
  await expect(said).toBeEmpty();
});

test("another analysis is applied by keyboard, and undone in one step", async ({ page }) => {
  await visit(page);
  const found = await analyses(page);
  await expect(found).toContainText("1,800 analyses were tried. The 95% CI favours US-NKT in all.");
  await expect(found.getByRole("button", { name: "This is on the page" })).toBeDisabled();
  const cursor = found.getByRole("slider", { name: "Analysis" });
  await cursor.focus();
  await page.keyboard.press("Home");
  await expect(cursor).toHaveAttribute("aria-valuenow", "1");
  const words = (await cursor.getAttribute("aria-valuetext"))!;
  expect(words).toContain("without Simulated trial 11");
  await page.keyboard.press("Enter");
  const result = words.split(": ").at(-1)!;
  await expect(answer(page)).toContainText(result);
  await expect(answer(page)).toContainText("7 trials");
  await page.keyboard.press("Control+z");
  await expect(answer(page)).toContainText(FIRST);
  await expect(answer(page)).toContainText("8 trials");
});

test("a click on the curve applies the analysis under it", async ({ page }) => {
  await visit(page);
  const found = await analyses(page);
  const cursor = found.getByRole("slider", { name: "Analysis" });
  await cursor.scrollIntoViewIfNeeded();
  const box = (await cursor.boundingBox())!;
  await cursor.click({ position: { x: box.width - 3, y: 60 } });
  await expect(answer(page)).not.toContainText(FIRST);
  await expect(found).toContainText("Undo brings back the one before.");
});

test("the curve is filtered by choices, and stands in a table", async ({ page }) => {
  await visit(page);
  const found = await analyses(page);
  const cursor = found.getByRole("slider", { name: "Analysis" });
  await expect(cursor).toHaveAttribute("aria-valuemax", "1800");
  await found.getByText("Show only some").click();
  await found.getByRole("button", { name: "REML" }).click();
  await expect(cursor).toHaveAttribute("aria-valuemax", "225");
  await found.getByRole("button", { name: "no trial" }).click();
  await expect(cursor).toHaveAttribute("aria-valuemax", "25");
  await found.getByRole("button", { name: "Show all" }).click();
  await expect(cursor).toHaveAttribute("aria-valuemax", "1800");

  await found.getByText("The same as a table").click();
  await expect(found.getByRole("row")).toHaveCount(26);
  await found.getByRole("button", { name: "Next" }).click();
  await expect(found).toContainText("Page 2 of 72");
  await found.getByRole("button", { name: "Use analysis 26" }).click();
  await expect(answer(page)).not.toContainText(FIRST);
});

test("where nothing is pooled both parts say so", async ({ page }) => {
  await visit(page);
  await comparator(page, "Recommended therapy").click();
  await comparator(page, "Conventional needle-knife therapy").click();
  await expect(await open(page, "Every subset")).toContainText("Subsets need at least two trials that are pooled");
  await expect(await open(page, "Every analysis")).toContainText("Nothing is pooled here");
});

test("both parts are accessible, light and dark, and fit a phone", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await visit(page);
  await analyses(page);
  await (await subsets(page)).getByRole("slider", { name: "SMD to" }).press("ArrowLeft");
  expect(await objections(page, "section[aria-label^='Every']")).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
});
