import { expect, type Page, test } from "@playwright/test";
import { answer, cell, figure, show, TABS, visit } from "./visit";

const WIDTHS = [360, 412, 768, 1024, 1280, 1920, 2560];

test("the first load shows a forest plot without a click: US-NKT, pain at 1 week, by comparator", async ({ page }) => {
  await visit(page);
  await expect(page.getByRole("combobox", { name: "Dataset" })).toHaveValue("us-nkt");
  await expect(cell(page, /^Pain, 1 week:/)).toHaveAttribute("aria-selected", "true");
  await expect(page.getByRole("combobox", { name: "Compare by" })).toHaveValue("comparator");
  await expect(page.getByRole("tab", { name: "Forest" })).toHaveAttribute("aria-selected", "true");
  await expect(figure(page)).toBeInViewport();
  await expect(figure(page)).toHaveAccessibleName(/^Forest plot: Pain, 1 week/);
  await expect(figure(page)).toContainText("Recommended therapy");
  await expect(figure(page)).toContainText("Conventional needle-knife therapy");
  expect(new URL(page.url()).search).toBe("");
});

/** How far the page can be scrolled sideways, in CSS pixels. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test("no view scrolls sideways from 360 to 2560 px", async ({ page }) => {
  await visit(page);
  for (const tab of TABS) {
    await show(page, tab);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      await expect.poll(() => overflow(page), { message: `${tab} at ${width} px` }).toBe(0);
    }
  }
});

test("the tab of the view that a link opens is in sight, and the page at its top", async ({ page }) => {
  for (const width of [360, 768]) {
    await page.setViewportSize({ width, height: 800 });
    await visit(page, "?view=methods");
    const tab = page.getByRole("tab", { name: "Methods" });
    await expect.poll(async () => Math.round((await tab.boundingBox())!.x)).toBeGreaterThan(0);
    const { x, width: wide } = (await tab.boundingBox())!;
    expect(x + wide).toBeLessThanOrEqual(width);
    const list = (await page.getByRole("tablist", { name: "Views" }).boundingBox())!;
    expect(x + wide).toBeLessThanOrEqual(list.x + list.width + 1);
    expect(await page.evaluate(() => scrollY)).toBe(0);
  }
});

test("on a phone every control is in the bottom sheet and works from there", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await visit(page);
  await page.getByRole("button", { name: "Compare, filter, model" }).click();
  const sheet = page.getByRole("dialog");
  const controls = [
    sheet.getByRole("group", { name: "Comparators" }).getByRole("button", { name: /^Recommended therapy/ }),
    sheet.getByRole("combobox", { name: "Compare by" }),
    sheet.getByRole("combobox", { name: "Measure" }),
    sheet.getByRole("combobox", { name: "Model" }),
    sheet.locator("summary", { hasText: "Condition" }),
    sheet.getByRole("button", { name: "Back to the first view" }),
  ];
  for (const control of controls) {
    await control.scrollIntoViewIfNeeded();
    await expect(control).toBeInViewport({ ratio: 1 });
  }
  await sheet.getByRole("combobox", { name: "Compare by" }).selectOption("");
  await sheet.getByRole("combobox", { name: "Model" }).selectOption("cochrane");
  await sheet.getByRole("button", { name: /^Recommended therapy/ }).click();
  await expect(answer(page)).toContainText("than conventional needle-knife therapy at 1 week");
  await expect(answer(page)).toContainText("4 trials, 330 patients");
  await sheet.getByRole("button", { name: "Close" }).click();
  await expect(sheet).toBeHidden();
  await expect(page).toHaveURL(/without=Recommended\+therapy&compare=none&model=cochrane/);
});

/** What can be pressed on the page and is smaller than 24 by 24 px; links within a sentence may be. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const pressable = "button, select, summary, [role=tab], [role=gridcell], [role=menuitem], td[tabindex], input";
    return [...document.querySelectorAll<HTMLElement>(pressable)].flatMap((element) => {
      if (element.closest("p") || !element.checkVisibility({ visibilityProperty: true })) return [];
      const { width, height } = (element.closest("label") ?? element).getBoundingClientRect();
      if (element.matches("[type=file]") || Math.min(width, height) >= 23.99) return [];
      const name = element.getAttribute("aria-label") ?? element.textContent;
      return [`${element.tagName} “${name}”: ${width.toFixed(1)} × ${height.toFixed(1)}`];
    });
  });
}

for (const width of [360, 1280]) {
  test(`everything that can be pressed is at least 24 px wide and high at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await visit(page);
    for (const tab of TABS) {
      await show(page, tab);
      expect.soft(await smallTargets(page), tab).toEqual([]);
    }
    if (width < 900) await page.getByRole("button", { name: "Compare, filter, model" }).click();
    await page.getByRole("combobox", { name: "Model" }).selectOption("custom");
    await page.locator("summary").first().click();
    expect(await smallTargets(page)).toEqual([]);
  });
}

test("a chosen theme is remembered, and the figure follows it", async ({ page }) => {
  await visit(page);
  const paper = () => figure(page).locator("rect").first().getAttribute("fill");
  const light = await paper();
  const theme = page.getByRole("button", { name: /^Theme:/ });
  await theme.click();
  await theme.click();
  await expect(theme).toHaveAccessibleName("Theme: dark");
  await expect.poll(paper).not.toBe(light);
  const dark = await paper();
  await page.reload();
  await expect(theme).toHaveAccessibleName("Theme: dark");
  await expect.poll(paper).toBe(dark);
});

test("nothing moves where the reader asks for less motion", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await visit(page);
  await page.getByRole("checkbox", { name: "Simulated trial 01" }).click();
  await page.getByRole("button", { name: "Help and keys" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll("*")].flatMap((element) => {
      const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
      const still = animationName === "none" && /^(0s(, )?)+$/.test(transitionDuration) && scrollBehavior === "auto";
      return still ? [] : [element.outerHTML.slice(0, 80)];
    }),
  );
  expect(moving).toEqual([]);
});
