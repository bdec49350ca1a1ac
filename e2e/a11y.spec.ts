import { expect, type Page, test } from "@playwright/test";
import { objections } from "./objections";
import { COUNTS, choose, csv } from "./ownFile";
import { figure, show, TABS, visit } from "./visit";

/** Every view and dialog by name, each with the way to it from the one before. */
const PLACES: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  ...Object.fromEntries(TABS.map((tab) => [tab, (page: Page) => show(page, tab)])),
  "a study left out": async (page) => {
    await show(page, "Forest");
    await page.getByRole("checkbox", { name: "Simulated trial 02" }).press("Space");
    await expect(page.getByRole("button", { name: "Put back" })).toBeVisible();
  },
  "the export menu": (page) => page.getByRole("button", { name: "Export" }).click(),
  "What is real here?": async (page) => {
    await page.keyboard.press("Escape");
    await openDialog(page, "What is real here?");
  },
  "Open your data": (page) => openDialog(page, "Open your data"),
  "Help and keys": (page) => openDialog(page, "Help and keys"),
  "a study's panel": async (page) => {
    await page.keyboard.press("Escape");
    await page.getByRole("checkbox", { name: "Simulated trial 01" }).press("Enter");
    await expect(page.getByRole("dialog")).toBeVisible();
  },
  "the faults of a file": async (page) => {
    await page.keyboard.press("Escape");
    await choose(page, { name: "mine.csv", content: csv(COUNTS, "A,P,1 week,S,9,8,7,60", "B,P,1 week,S,5,50,9,51") });
    await expect(page.getByRole("button", { name: "Open without this row" })).toBeVisible();
  },
  "a notice": async (page) => {
    await page.getByRole("button", { name: "Open without this row" }).click();
    await expect(page.getByRole("button", { name: "Dismiss" }).first()).toBeVisible();
  },
  "the mapping of a file": async (page) => {
    await choose(page, {
      name: "field notes.csv",
      content: csv("Who,Pain now,Pain later", "A 2001,5,4", "B 2002,6,5"),
    });
    for (const header of ["Pain now", "Pain later"]) {
      await page.getByRole("combobox", { name: header }).selectOption({ label: "Mean, arm 1" });
    }
    await expect(page.getByRole("group", { name: "What “Pain now” is about" })).toBeVisible();
    await expect(page.getByRole("region", { name: "Preview" })).toContainText("No row can be used yet");
  },
};

async function openDialog(page: Page, opener: string): Promise<void> {
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: opener }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
}

for (const width of [360, 1280]) {
  test(`axe finds nothing on any view or dialog, light and dark, ${width} px`, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width, height: 800 });
    await visit(page);
    await expect(figure(page)).toBeVisible();
    for (const [name, go] of Object.entries(PLACES)) {
      await go(page);
      expect.soft(await objections(page), name).toEqual([]);
    }
  });
}

test("axe finds nothing in the controls of a phone and of a custom model", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await visit(page);
  await page.getByRole("button", { name: "Compare, filter, model" }).click();
  await page.getByRole("combobox", { name: "Model" }).selectOption("custom");
  await expect(page.getByRole("group", { name: "Custom model" })).toBeVisible();
  await page.getByRole("dialog").locator("summary").first().click();
  expect(await objections(page)).toEqual([]);
});
