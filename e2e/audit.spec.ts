import { readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { zipSync } from "fflate";
import { combobox } from "./controls";
import { choose } from "./ownFile";
import { answer, figure, visit } from "./visit";

/** A Cochrane data package whose results R's metafor computed (scripts/formats/cochranePackage.R). */
function cochranePackage(): Buffer {
  const folder = new URL("../src/data/formats/cochrane/fixtures/", import.meta.url);
  const names = readdirSync(folder).filter((name) => name.startsWith("CD999999") && name.endsWith(".csv"));
  const files = names.map((name) => [`CD999999-analysis-data/${name}`, readFileSync(new URL(name, folder))] as const);
  return Buffer.from(zipSync(Object.fromEntries(files)));
}

async function openAudit(page: Page): Promise<void> {
  await visit(page);
  await choose(page, { name: "CD999999.zip", content: cochranePackage() });
  // Mantel-Haenszel as the review itself did: rma.mh()
  await expect(answer(page)).toContainText("OR 1.73 (95% CI 1.18 to 2.53)");
  await page.getByRole("tab", { name: "Audit" }).click();
  await expect(page.getByText("8 analyses: 7 equal, 1 explained, 0 unexplained.")).toBeVisible();
}

const table = (page: Page) => page.getByRole("region", { name: "Exported numbers beside ours" });
const lines = (page: Page) => table(page).locator("tbody tr");

test("a package opens as published, and every exported number is equal or explained", async ({ page }) => {
  await openAudit(page);
  await expect(combobox(page, "Model")).toHaveValue("published");
  // What differs is shown first: RevMan's p beside its Hartung-Knapp intervals.
  await expect(lines(page)).toHaveCount(4);
  await expect(lines(page).first()).toContainText("1.3 Pain at 3 months");
  await expect(lines(page).first()).toContainText("Explained");
  await expect(lines(page).first()).toContainText("The test is Wald’s, beside a Hartung-Knapp interval.");
  await page.getByRole("button", { name: /^All numbers/ }).click();
  await expect(lines(page)).toHaveCount(110);
  await page.getByRole("button", { name: /^Unexplained/ }).click();
  await expect(page.getByText("Nothing is left unexplained.")).toBeVisible();
});

test("lines are sorted by the keyboard, and a press opens an analysis under its own settings", async ({ page }) => {
  await openAudit(page);
  await table(page).getByRole("button", { name: "Difference" }).press("Enter");
  await expect(table(page).getByRole("columnheader", { name: "Difference" })).toHaveAttribute("aria-sort", "ascending");
  await expect(lines(page).first()).toContainText("Overall");
  await table(page).getByRole("button", { name: "1.3 Pain at 3 months" }).press("Enter");
  await expect(page.getByRole("tab", { name: "Forest" })).toBeFocused();
  await expect(answer(page)).toContainText("MD −6.44 (95% CI −12.07 to −0.82)");
  await expect(figure(page)).toContainText("Difference between groups: Q 4.35, df 2, p = 0.113");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(answer(page)).toContainText("OR 1.73");
});

test("the whole table is saved as CSV at full precision", async ({ page }) => {
  await openAudit(page);
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as CSV" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^understory-.*-audit\.csv$/);
  const text = await readFile(await download.path(), "utf8");
  const rows = text.trim().split("\r\n");
  expect(rows).toHaveLength(111);
  expect(rows.filter((row) => row.includes(",Equal,"))).toHaveLength(106);
  const estimate = rows.find((row) => row.startsWith("1.1,") && row.includes(",Overall,Estimate,"));
  expect(estimate).toMatch(/,1\.72512805736\d+,1\.72512805736\d+,/);
});

test("data without exported results have no audit", async ({ page }) => {
  await visit(page, "?view=audit");
  await expect(figure(page)).toBeVisible();
  await expect(page.getByRole("tab", { name: "Audit" })).toHaveCount(0);
  await expect(page.getByRole("tab", { selected: true })).toHaveText("Forest");
});

for (const width of [360, 1280]) {
  test(`axe finds nothing on the audit, and it fits, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await openAudit(page);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await expect(page.locator(`html[data-theme=${colorScheme}]`)).toBeAttached();
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target}`)).toEqual([]);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  });
}

for (const width of [360, 768]) {
  test(`no name of an analysis is broken within a word at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await openAudit(page);
    await page.getByRole("button", { name: /^All numbers/ }).click();
    await expect(lines(page)).toHaveCount(110);
    const words = await table(page).evaluate((region) => {
      const texts = [...region.querySelectorAll("th button")].flatMap((button) =>
        [...button.childNodes].filter((node) => node instanceof Text),
      );
      return texts.flatMap((text) =>
        [...text.data.matchAll(/\S+/g)].map(({ 0: word, index }) => {
          const range = document.createRange();
          range.setStart(text, index);
          range.setEnd(text, index + word.length);
          return { word, linesTaken: new Set([...range.getClientRects()].map(({ top }) => top)).size };
        }),
      );
    });
    expect(words.map(({ word }) => word)).toContain("Recovery");
    expect(words.filter(({ linesTaken }) => linesTaken > 1)).toEqual([]);
  });
}
