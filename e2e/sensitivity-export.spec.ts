import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { unzipSync } from "fflate";
import { expectSaid, pressExport, takeAway } from "./exportItem";
import { part } from "./sensitivityPart";
import { visit } from "./visit";

const VIEW = "?view=sensitivity";

async function openMenu(page: Page) {
  await page.getByRole("button", { name: "Export", exact: true }).click();
  return page.getByRole("menu", { name: "Export" });
}

test("the menu takes the figure that is in view", async ({ page }) => {
  await visit(page, VIEW);
  const first = await openMenu(page);
  await expect(first.getByRole("menuitem", { name: "Figure: leave-one-out plot" })).toBeFocused();
  await page.keyboard.press("Escape");

  const radial = await part(page, "Radial plot");
  await radial.getByRole("img").evaluate((figure) => figure.scrollIntoView({ block: "center" }));
  // Pressed where the page stands: a click would scroll to the button first.
  await page.getByRole("button", { name: "Export", exact: true }).dispatchEvent("click");
  await expect(first.getByRole("menuitem", { name: "Figure: radial plot" })).toBeVisible();
  const downloading = page.waitForEvent("download");
  await first.getByRole("menuitem", { name: "SVG", exact: true }).dispatchEvent("click");
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("understory-us-nkt-pain-1-week-radial.svg");
  expect(await readFile(await download.path(), "utf8")).toContain("Effect in standard errors");
});

test("another figure is chosen by keyboard, and taken as PDF and PNG with its numbers", async ({ page }) => {
  await visit(page, VIEW);
  const menu = await openMenu(page);
  const choice = menu.getByRole("menuitem", { name: /^Figure: / });
  await expect(choice).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(menu.getByRole("menuitemradio")).toHaveCount(9);
  await expect(menu.getByRole("menuitemradio", { checked: true })).toHaveText("Leave-one-out plot");
  for (let i = 0; i < 5; i++) await page.keyboard.press("ArrowDown");
  await expect(menu.getByRole("menuitemradio", { name: "Figure of every subset" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(choice).toHaveAccessibleName("Figure: figure of every subset");
  await expect(choice).toBeFocused();
  const downloading = page.waitForEvent("download");
  await menu.getByRole("menuitem", { name: "Numbers (CSV)" }).click();
  const numbers = await downloading;
  expect(numbers.suggestedFilename()).toBe("understory-us-nkt-pain-1-week-every-subset.csv");
  await expectSaid(page, "Saved understory-us-nkt-pain-1-week-every-subset.csv");
});

test("a figure that these data do not have is said so", async ({ page }) => {
  await visit(page, VIEW);
  const menu = await openMenu(page);
  await menu.getByRole("menuitem", { name: /^Figure: / }).click();
  await menu.getByRole("menuitemradio", { name: "L’Abbé plot" }).click();
  await menu.getByRole("menuitem", { name: "SVG", exact: true }).click();
  await expectSaid(page, "There is no figure here for these data.");
});

test("the archive of all figures holds each of the tab, and their numbers", async ({ page }) => {
  await visit(page, "?data=bcg-tuberculosis");
  const { bytes } = await takeAway(page, "All figures");
  const files = unzipSync(new Uint8Array(bytes));
  const names = Object.keys(files);
  const own = [
    "leave-one-out",
    "cumulative",
    "influence",
    "baujat",
    "every-subset",
    "every-analysis",
    "radial",
    "labbe",
  ];
  for (const figure of own) {
    for (const extension of ["svg", "pdf", "png", "csv"]) {
      expect(names.filter((name) => name.endsWith(`${figure}.${extension}`))).toHaveLength(1);
    }
  }
  expect(names.some((name) => name.endsWith("trim-and-fill.svg"))).toBe(true);
  const [subsets] = names.filter((name) => name.endsWith("every-subset.svg"));
  expect(files[subsets!]!.length).toBeLessThan(1_000_000);
});

test("elsewhere the menu has one figure and no choice", async ({ page }) => {
  await visit(page, "?view=funnel");
  await pressExport(page, "SVG");
  await expectSaid(page, "funnel.svg");
  const menu = await openMenu(page);
  await expect(menu.getByRole("menuitem", { name: /^Figure: / })).toHaveCount(0);
  await expect(menu.getByRole("menuitem", { name: "Numbers (CSV)" })).toHaveCount(0);
});
