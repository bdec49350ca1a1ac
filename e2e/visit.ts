import { expect, type Locator, type Page } from "@playwright/test";

/** Bundled datasets by the id that a link names. */
export const DATASETS = [
  "us-nkt",
  "p6-nausea",
  "antihistamines-cold",
  "dbs-parkinson",
  "bcg-tuberculosis",
  "nrt-smoking",
] as const;

export const TABS = ["Forest", "Funnel", "Risk of bias", "Data", "Methods"] as const;

/** Opens the page at a link's query and waits for the answer and what is drawn of it. */
export async function visit(page: Page, search = ""): Promise<void> {
  await page.goto(`./${search}`);
  await answered(page);
}

/** Waits for an answer to be on the page. */
export async function answered(page: Page): Promise<void> {
  await expect(answer(page)).toHaveAttribute("aria-busy", "false");
}

export const answer = (page: Page): Locator => page.getByRole("status", { name: "Answer" });

export const cell = (page: Page, name: RegExp): Locator =>
  page.getByRole("grid", { name: "Evidence map" }).getByRole("gridcell", { name });

/** Opens a view and returns its panel. */
export async function show(page: Page, tab: (typeof TABS)[number]): Promise<Locator> {
  await page.getByRole("tab", { name: tab }).click();
  const panel = page.getByRole("tabpanel", { name: tab });
  await expect(panel).toBeVisible();
  await expect(panel).not.toHaveText("Opening …");
  return panel;
}

/** The drawing of the forest or funnel plot in view. */
export const figure = (page: Page): Locator => page.getByRole("tabpanel").getByRole("img");
