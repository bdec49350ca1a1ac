import { expect, type Locator, type Page, test } from "@playwright/test";
import { mapCell, searchOf, study } from "./controls";
import { COUNTS, choose, csv } from "./ownFile";
import { answer, figure, show, visit } from "./visit";

const boxes = (page: Page): Locator => page.getByRole("group", { name: "Studies" }).getByRole("checkbox");
const group = (page: Page, name: string): Locator => page.getByRole("checkbox", { name: `${name}: all trials` });
const head = (page: Page, name: string): Locator => page.getByRole("columnheader", { name, exact: true });
const selected = (page: Page): Locator => page.getByRole("toolbar", { name: "Selected" });
const names = (page: Page) => boxes(page).evaluateAll((all) => all.map((box) => box.ariaLabel));

test.describe("a whole group", () => {
  const FIRST = "Recommended therapy";

  test("goes out and comes back by its mark, which also shows that some are out", async ({ page }) => {
    await visit(page);
    await expect(group(page, FIRST)).toBeChecked();
    await study(page, "Simulated trial 11").click();
    await expect(group(page, FIRST)).toBeChecked({ indeterminate: true });
    await group(page, FIRST).click();
    await expect(answer(page)).toContainText("8 trials, 672 patients");
    await group(page, FIRST).click();
    await expect(answer(page)).toContainText("4 trials");
    await expect(group(page, FIRST)).not.toBeChecked();
    await expect(page.getByText(/^4 trials left out\. SMD/)).toBeAttached();
  });

  test("stays alone by O or by Alt and a click, and again all are back", async ({ page }) => {
    await visit(page);
    await group(page, FIRST).focus();
    await page.keyboard.press("ArrowDown");
    await expect(group(page, "Conventional needle-knife therapy")).toBeFocused();
    await page.keyboard.press("o");
    await expect(group(page, FIRST)).not.toBeChecked();
    await expect(group(page, "Conventional needle-knife therapy")).toBeChecked();
    await group(page, "Conventional needle-knife therapy").click({ modifiers: ["Alt"] });
    await expect(answer(page)).toContainText("8 trials, 672 patients");
  });
});

test.describe("a range", () => {
  test("Shift and a click take all from the last one on", async ({ page }) => {
    await visit(page);
    await boxes(page).nth(1).click();
    await boxes(page)
      .nth(5)
      .click({ modifiers: ["Shift"] });
    await expect(answer(page)).toContainText("3 trials");
    for (const i of [1, 2, 3, 4, 5]) await expect(boxes(page).nth(i)).not.toBeChecked();
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    await expect(answer(page)).toContainText("8 trials, 672 patients");
  });

  test("so do Shift and Space", async ({ page }) => {
    await visit(page);
    await boxes(page).first().focus();
    await page.keyboard.press("Space");
    for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Shift+Space");
    await expect(answer(page)).toContainText("4 trials");
    await expect(boxes(page).nth(3)).toBeFocused();
    await page.keyboard.press("Shift+Space");
    await expect(boxes(page).nth(3)).toBeChecked();
  });
});

test("a column's head sorts, reverses, and gives back the order of the data", async ({ page }) => {
  await visit(page, "?compare=none");
  const asGiven = await names(page);
  await head(page, "Weight").getByRole("button").click();
  await expect(head(page, "Weight")).toHaveAttribute("aria-sort", "descending");
  await expect(page.getByText("Sorted by weight, largest or last on top.")).toBeAttached();
  const byWeight = await names(page);
  expect(byWeight).not.toEqual(asGiven);
  await page.keyboard.press("Enter");
  await expect(head(page, "Weight")).toHaveAttribute("aria-sort", "ascending");
  expect(await names(page)).not.toEqual(byWeight);
  await page.keyboard.press("Enter");
  await expect(head(page, "Weight")).toHaveAttribute("aria-sort", "none");
  expect(await names(page)).toEqual(asGiven);
  await page.keyboard.press("Home");
  await expect(head(page, "Trial").getByRole("button")).toBeFocused();
});

test("/ finds a study, arrows lead on, Enter goes to it, Escape leaves", async ({ page }) => {
  await visit(page);
  await expect(page.getByRole("button", { name: "Find" })).toBeVisible();
  await page.keyboard.press("/");
  const field = page.getByRole("searchbox", { name: "Find a trial" });
  await expect(field).toBeFocused();
  await field.fill("trial 1");
  await expect(page.getByRole("search")).toContainText("1 of 5");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("search")).toContainText("2 of 5");
  await page.keyboard.press("Enter");
  await expect(boxes(page).and(page.locator(":focus"))).toHaveAccessibleName(/Simulated trial \d*1/);
  await page.keyboard.press("/");
  await field.fill("no such trial");
  await expect(page.getByRole("search")).toContainText("No trials");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Find" })).toBeFocused();
});

test.describe("a pinned result", () => {
  test("is what every other is compared with, until it is let go", async ({ page }) => {
    await visit(page);
    const strip = page.getByRole("tabpanel");
    const ghost = figure(page).locator("polygon[stroke-dasharray]");
    await page.getByRole("button", { name: "Pin", exact: true }).click();
    await expect(strip).toContainText("This result is pinned");
    await study(page, "Simulated trial 11").click();
    await expect(strip).toContainText("Against the pinned result:SMD from −1.11 to −1.21");
    await study(page, "Simulated trial 17").click();
    await expect(strip).toContainText("Against the pinned result:SMD from −1.11 to");
    await expect(ghost).toHaveCount(1);
    await mapCell(page, "Pain", "1 month").click();
    await expect(strip).toContainText("The pinned result answers another question.");
    await expect(ghost).toHaveCount(0);
    await page.getByRole("button", { name: "Unpin" }).click();
    await expect(strip).not.toContainText("pinned");
  });
});

test("one press leads back to the published view, and can be undone", async ({ page }) => {
  await visit(page, "?model=cochrane&compare=none");
  const back = page.getByRole("button", { name: "Back to the published view" });
  await expect(back).toBeVisible();
  await back.click();
  await expect(answer(page)).toContainText("SMD −1.11 (95% CI −1.42 to −0.79)");
  await expect(back).toHaveCount(0);
  await expect.poll(() => searchOf(page)).toBe("");
  await page.keyboard.press("Control+z");
  await expect(back).toBeVisible();
});

test.describe("a selection on the funnel", () => {
  test("is dragged, and then left out or kept alone", async ({ page }) => {
    await visit(page);
    await show(page, "Funnel");
    await drag(page, 0.5);
    await expect(selected(page)).toContainText("5 trials selected");
    await expect(answer(page), "selecting alone changes nothing").toContainText("8 trials, 672 patients");
    await selected(page).getByRole("button", { name: "Leave out" }).click();
    await expect(answer(page)).toContainText("3 trials");
    await expect(selected(page)).toHaveCount(0);
    await page.keyboard.press("Control+z");
    await expect(answer(page)).toContainText("8 trials, 672 patients");
    await drag(page, 0.5);
    await selected(page).getByRole("button", { name: "Keep only" }).click();
    await expect(answer(page)).toContainText("5 trials");
  });

  test("grows by Shift and arrow keys, is told, stays in the other views, and ends by Escape", async ({ page }) => {
    await visit(page);
    await show(page, "Funnel");
    await boxes(page).first().focus();
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Shift+ArrowRight");
    await expect(selected(page)).toContainText("3 trials selected");
    await expect(page.getByText(/^3 trials selected: Simulated trial/)).toBeAttached();
    await page.keyboard.press("Shift+ArrowLeft");
    await expect(selected(page)).toContainText("2 trials selected");
    await show(page, "Forest");
    await expect(selected(page)).toContainText("2 trials selected");
    await boxes(page).first().focus();
    await page.keyboard.press("Escape");
    await expect(selected(page)).toHaveCount(0);
  });
});

test("a finger scrolls over the funnel, and selects once Select is on", async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    ...{ baseURL: baseURL ?? "", hasTouch: true, isMobile: true },
    viewport: { width: 360, height: 780 },
  });
  const page = await context.newPage();
  await visit(page);
  await show(page, "Funnel");
  await swipe(page);
  await expect(selected(page)).toHaveCount(0);
  await page.getByRole("button", { name: "Select" }).tap();
  await swipe(page);
  await expect(selected(page)).toContainText(/trials selected/);
  await context.close();
});

/** A finger from the funnel's upper left part down to its lower right one. */
async function swipe(page: Page): Promise<void> {
  await figure(page).evaluate((element) => element.scrollIntoView({ block: "center" }));
  const { x, y } = (await figure(page).boundingBox()) ?? { x: 0, y: 0 };
  const touch = await page.context().newCDPSession(page);
  const at = (step: number) => [{ x: x + 40 + 25 * step, y: y + 150 + 25 * step }];
  await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: at(0) });
  for (let step = 1; step < 8; step++) {
    await touch.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: at(step) });
  }
  await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
}

/** Drags from above the leftmost point over this share of the points' width and down below the lowest. */
async function drag(page: Page, share: number): Promise<void> {
  await figure(page).evaluate((element) => element.scrollIntoView({ block: "center" }));
  const places = await boxes(page).evaluateAll((all) =>
    all.map((box) => box.getBoundingClientRect()).map(({ x, y }) => ({ x: x + 12, y: y + 12 })),
  );
  const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  await page.mouse.move(left - 20, Math.min(...ys) - 20);
  await page.mouse.down();
  await page.mouse.move(left, Math.min(...ys), { steps: 3 });
  await page.mouse.move(left + share * (right - left), Math.max(...ys) + 20, { steps: 4 });
  await page.mouse.up();
}

test("diamonds glide to their new place, and end where the file has them", async ({ page }) => {
  await visit(page);
  const diamond = figure(page).locator('g:has(> title:text("All trials")) > polygon').last();
  const shape = () => diamond.getAttribute("points");
  await page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => /glide/.test(name)));
  const before = await shape();
  const seen = await page.evaluate(async () => {
    const label = "Simulated trial 11";
    const polygon = [...document.querySelectorAll("[role=tabpanel] svg g")]
      .find((g) => g.querySelector(":scope > title")?.textContent?.startsWith("All trials"))
      ?.querySelector<SVGPolygonElement>(":scope > polygon");
    document.querySelector<HTMLInputElement>(`input[aria-label="${label}"]`)?.click();
    const shapes = new Set<string>();
    for (const end = performance.now() + 2000; performance.now() < end; ) {
      await new Promise(requestAnimationFrame);
      shapes.add(polygon?.getAttribute("points") ?? "");
    }
    return shapes.size;
  });
  expect(seen, "several places on the way").toBeGreaterThan(3);
  expect(await shape()).not.toBe(before);
  expect(await figure(page).locator("[transform]").count()).toBe(0);
});

test("nothing glides where less motion is asked for", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await visit(page);
  const seen = await page.evaluate(async () => {
    const svg = document.querySelector("[role=tabpanel] svg");
    const shapes = () => [...(svg?.querySelectorAll("polygon") ?? [])].map((p) => p.getAttribute("points")).join();
    document.querySelector<HTMLInputElement>('input[aria-label="Simulated trial 11"]')?.click();
    const all = new Set<string>();
    for (const end = performance.now() + 2000; performance.now() < end; ) {
      await new Promise(requestAnimationFrame);
      all.add(shapes());
    }
    return all.size;
  });
  expect(seen, "before and after").toBeLessThanOrEqual(2);
});

test("a study that is pointed at lights up in the figure and on the map, and then no longer", async ({ page }) => {
  await visit(page);
  const cells = page.getByRole("grid", { name: "Evidence map" }).locator("[data-lit]");
  const lit = page.getByRole("figure").locator("[class*=lit]");
  await study(page, "Simulated trial 11").hover();
  await expect(lit).toHaveCount(1);
  await expect(mapCell(page, "Pain", "1 week")).toHaveAttribute("data-lit");
  await answer(page).hover();
  await expect(lit).toHaveCount(0);
  await expect(cells).toHaveCount(0);
  await boxes(page).first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(lit, "the focus lights up too").toHaveCount(1);
});

test("in a list that is drawn in part, a study out of view is found, and a range reaches it", async ({ page }) => {
  const rows = Array.from({ length: 300 }, (_, i) => {
    return `Study ${i + 1},Pain,1 week,Sham,${10 + (i % 7)},100,${15 + (i % 5)},100`;
  });
  await visit(page);
  await choose(page, { name: "long.csv", content: csv(COUNTS, ...rows) });
  await expect(answer(page)).toContainText("300 studies");
  await study(page, "Study 5").click();
  await expect(answer(page)).toContainText("299 studies");
  await page.keyboard.press("/");
  await page.getByRole("searchbox", { name: "Find a study" }).fill("study 250");
  await page.keyboard.press("Enter");
  await expect(study(page, "Study 250")).toBeFocused();
  await expect(study(page, "Study 250")).toBeInViewport();
  await page.keyboard.press("Shift+Space");
  await expect(answer(page)).toContainText("54 studies");
  await expect(page.getByText(/^245 studies left out\./)).toBeAttached();
});
