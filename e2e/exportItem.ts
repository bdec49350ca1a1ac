import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";

/** Presses an item of the Export menu. */
export async function pressExport(page: Page, item: string): Promise<void> {
  await page.getByRole("button", { name: "Export", exact: true }).click();
  await page.getByRole("menuitem", { name: item, exact: true }).click();
}

/** Saves a file by an item of the Export menu. */
export async function takeAway(page: Page, item: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const downloading = page.waitForEvent("download");
  await pressExport(page, item);
  const download = await downloading;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** What the menu says came of the last press. */
export async function expectSaid(page: Page, words: string): Promise<void> {
  await expect(page.getByRole("status", { name: "Export" })).toContainText(words);
}
