import { expect, type Locator, type Page, test } from "@playwright/test";
import { combobox, comparator, mapCell, searchOf, study } from "./controls";
import { answer, visit } from "./visit";

/** Presses Tab until `target` has the focus; at each stop the focus must be on the page and to be seen. */
async function tabTo(page: Page, target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press(key);
    await expectFocusSeen(page);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${60} times ${key} did not lead to ${target}`);
}

/** What has the focus: its name, and whether a reader can see that it has it. */
async function expectFocusSeen(page: Page): Promise<void> {
  const { name, size, mark } = await page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const { width, height } = element.getBoundingClientRect();
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    const outlined = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
    return {
      name: `${element.tagName} ${element.getAttribute("aria-label") ?? element.textContent?.trim().slice(0, 40)}`,
      size: Math.min(width, height),
      mark: outlined || boxShadow !== "none",
    };
  });
  expect(name, "the focus is on something").not.toMatch(/^(BODY|HTML)/);
  expect(size, `${name} is to be seen`).toBeGreaterThan(0);
  expect(mark, `${name} shows that it has the focus`).toBe(true);
}

test("the main job with the keyboard alone", async ({ page }) => {
  await visit(page);

  await test.step("choose a cell of the map", async () => {
    await tabTo(page, mapCell(page, "Pain", "1 week"));
    await page.keyboard.press("ArrowRight");
    await expect(mapCell(page, "Pain", "1 month")).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(answer(page)).toContainText("SMD −1.74 (95% CI −2.50 to −0.98)");
    await expect(mapCell(page, "Pain", "1 month")).toBeFocused();
    await expectFocusSeen(page);
  });

  await test.step("switch a comparator off and on", async () => {
    await tabTo(page, comparator(page, "Recommended therapy"));
    await page.keyboard.press("Space");
    await expect(answer(page)).toContainText("SMD −1.46 (95% CI −2.23 to −0.70)");
    await page.keyboard.press("Enter");
    await expect(answer(page)).toContainText("SMD −1.74");
    await expect(comparator(page, "Recommended therapy")).toBeFocused();
  });

  await test.step("compare by nothing, by the Cochrane model and back", async () => {
    await tabTo(page, combobox(page, "Compare by"));
    await page.keyboard.press("Home");
    await expect.poll(() => searchOf(page)).toContain("compare=none");
    await tabTo(page, combobox(page, "Model"));
    await page.keyboard.press("ArrowDown");
    await expect(combobox(page, "Model")).toHaveValue("cochrane");
    await page.keyboard.press("ArrowUp");
    await expect(answer(page)).toContainText("SMD −1.74 (95% CI −2.50 to −0.98)");
  });

  await test.step("leave a study out", async () => {
    const boxes = page.getByRole("group", { name: "Studies" }).getByRole("checkbox");
    await tabTo(page, boxes.first());
    await page.keyboard.press("ArrowDown");
    await expect(boxes.nth(1)).toBeFocused();
    await page.keyboard.press("End");
    await expect(boxes.last()).toBeFocused();
    await page.keyboard.press("Home");
    await page.keyboard.press("Space");
    await expect(boxes.first()).toBeFocused();
    await expect(boxes.first()).not.toBeChecked();
    await expect(answer(page)).toContainText("8 trials");
    await expectFocusSeen(page);
  });

  await test.step("go through the views", async () => {
    await tabTo(page, page.getByRole("tab", { name: "Forest" }), "Shift+Tab");
    const [first = "", ...others] = await page.getByRole("tab").allTextContents();
    for (const view of [...others, first]) {
      await page.keyboard.press("ArrowRight");
      await expect(page.getByRole("tab", { name: view })).toBeFocused();
      await expect(page.getByRole("tabpanel", { name: view })).toBeVisible();
      await expectFocusSeen(page);
    }
  });

  await test.step("take the figure away", async () => {
    const button = page.getByRole("button", { name: "Export" });
    await tabTo(page, button, "Shift+Tab");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("menuitem", { name: "SVG" })).toBeFocused();
    await expectFocusSeen(page);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("menu")).toBeHidden();
    await expect(button).toBeFocused();
    await page.keyboard.press("Enter");
    const downloading = page.waitForEvent("download");
    await page.keyboard.press("Enter");
    expect((await downloading).suggestedFilename()).toBe("understory-us-nkt-pain-1-month-forest.svg");
    await expect(button).toBeFocused();
  });
});

test("the first stop skips to the answer", async ({ page }) => {
  await visit(page);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the answer" })).toBeFocused();
  await expectFocusSeen(page);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

test("arrows on the map stop at its edges and meet the wide cell", async ({ page }) => {
  await visit(page);
  await mapCell(page, "Pain", "1 week").focus();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowUp");
  await expect(mapCell(page, "Pain", "1 week")).toBeFocused();
  await page.keyboard.press("End");
  await expect(mapCell(page, "Pain", "3 months")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(mapCell(page, "Adverse events", "During follow-up")).toBeFocused();
  await page.keyboard.press("Space");
  await expect(answer(page)).toContainText("RR 0.38");
});

for (const name of ["What is real here?", "Help and keys", "Open your data"]) {
  test(`the dialog “${name}” keeps the focus and gives it back`, async ({ page }) => {
    await visit(page);
    const opener = page.getByRole("button", { name });
    await opener.focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name });
    await expect(dialog).toBeVisible();
    for (let i = 0; i < 12; i++) {
      await page.keyboard.press("Tab");
      // Between the last and the first stop the focus may be with the browser, never with the page behind.
      const strayed = await page.evaluate(() => {
        const focused = document.activeElement;
        return focused !== document.body && !focused?.closest("dialog") ? focused?.outerHTML : null;
      });
      expect(strayed).toBeNull();
    }
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(opener).toBeFocused();
  });
}

test("Enter on a study opens its panel, and Escape leads back to the study", async ({ page }) => {
  await visit(page);
  const box = study(page, "Simulated trial 11");
  await box.focus();
  await page.keyboard.press("Enter");
  const panel = page.getByRole("dialog", { name: /Simulated trial 11/ });
  await expect(panel).toContainText("SMD −0.41");
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  await expect(box).toBeFocused();
});

test("O keeps only this study, and again brings all back", async ({ page }) => {
  await visit(page);
  await study(page, "Simulated trial 11").focus();
  await page.keyboard.press("o");
  await expect(answer(page)).toContainText("There is nothing to pool.");
  await page.keyboard.press("o");
  await expect(answer(page)).toContainText("8 trials, 672 patients");
  await expect(study(page, "Simulated trial 11")).toBeFocused();
});

for (const [name, search] of [
  ["Put back", ""],
  ["Undo", ""],
  ["Clear 1 filter", "?filter.level=Lumbar"],
  ["Dismiss", "?outcome=Sleep"],
] as const) {
  test(`pressing “${name}”, which then goes, does not lose the focus`, async ({ page }) => {
    await visit(page, search);
    if (search === "") await study(page, "Simulated trial 11").click();
    const button = page.getByRole("button", { name, disabled: false });
    await button.focus();
    await page.keyboard.press("Enter");
    await expect(button).toHaveCount(0);
    // On the next control or on the part of the page that changed, so that Tab goes on from there.
    await expect(page.locator(":focus")).toHaveCount(1);
  });
}
