import { expect, test } from "@playwright/test";
import { visit } from "./visit";

test("the methods hold a script for R with the data, which can be copied", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await visit(page, "?view=methods&compare=none&model=cochrane");
  const script = page.getByRole("region", { name: "Script for R" });
  await expect(script).toContainText("library(metafor)");
  await expect(script).toContainText('res <- fit(dat, "knha")');
  await page.getByRole("button", { name: "Copy the script for R" }).click();
  await expect(page.getByRole("button", { name: "Copied the script for R" })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await script.locator("code").textContent());
});

test("the script follows what is asked", async ({ page }) => {
  await visit(page, "?view=methods&data=bcg-tuberculosis&measure=OR&compare=allocation");
  const script = page.getByRole("region", { name: "Script for R" });
  await expect(script).toContainText('escalc(measure = "OR"');
  await expect(script).toContainText("between <- rma(");
});
