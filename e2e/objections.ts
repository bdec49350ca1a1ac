import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/**
 * What axe objects to on the page as it stands, light and dark: scheme, rule and element. In the dark only colours differ.
 * @param within a selector of what is to be looked at; the whole page without it.
 */
export async function objections(page: Page, within?: string): Promise<string[]> {
  const found: string[] = [];
  for (const scheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await expect(page.locator(`html[data-theme=${scheme}]`)).toBeAttached();
    // Legacy mode is for pages without frames of other origins: it needs no second page for each run.
    const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
    if (within !== undefined) axe.include(within);
    const { violations } = await (scheme === "light" ? axe : axe.withRules("color-contrast")).analyze();
    found.push(...violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${scheme}: ${id}: ${target}`)));
  }
  return found;
}
