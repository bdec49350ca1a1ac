import { expect, type Locator, type Page } from "@playwright/test";

/** A part of the Sensitivity tab, scrolled to: it is drawn once it comes near the screen. */
export async function part(page: Page, name: string): Promise<Locator> {
  const region = page.getByRole("region", { name, exact: true });
  await expect(async () => {
    if ((await region.count()) === 0) await page.mouse.wheel(0, 600);
    await expect(region).toBeVisible({ timeout: 150 });
  }).toPass({ intervals: [50] });
  await expect(region.getByRole("heading", { level: 3 })).toBeVisible();
  await region.scrollIntoViewIfNeeded();
  return region;
}
