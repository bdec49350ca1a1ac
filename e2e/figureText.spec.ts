import { expect, type Page, test } from "@playwright/test";
import { DATASETS, figure, show, visit } from "./visit";

const TOLERANCE = 1; // px
const SIZES = [
  { width: 1280, height: 900 },
  { width: 768, height: 1024 },
  { width: 360, height: 740 },
];

/** Texts of the figure in view that cover one another or leave the figure. */
function faultsOfText(page: Page): Promise<string[]> {
  return figure(page).evaluate((svg, tolerance) => {
    const frame = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll("text")].map((text) => ({
      text: text.textContent,
      // Unlike getBBox this includes the turn of an axis title.
      box: text.getBoundingClientRect(),
    }));
    const outside = texts.filter(
      ({ box }) =>
        box.left < frame.left - tolerance ||
        box.right > frame.right + tolerance ||
        box.top < frame.top - tolerance ||
        box.bottom > frame.bottom + tolerance,
    );
    const pairs = texts.flatMap((a, i) =>
      texts.slice(i + 1).flatMap((b) => {
        const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        return wide > tolerance && high > tolerance
          ? [`“${a.text}” covers “${b.text}” by ${wide.toFixed(1)} × ${high.toFixed(1)}`]
          : [];
      }),
    );
    return [...outside.map(({ text }) => `“${text}” leaves the figure`), ...pairs];
  }, TOLERANCE);
}

for (const dataset of DATASETS) {
  test(`no text overlaps or leaves the figure: ${dataset}`, async ({ page }) => {
    await visit(page, `?data=${dataset}`);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      for (const tab of ["Forest", "Funnel"] as const) {
        const panel = await show(page, tab);
        // The drawing follows the width of its panel.
        const room = await panel.evaluate((element) => element.clientWidth);
        await expect.poll(async () => Number(await figure(page).getAttribute("width"))).toBeLessThanOrEqual(room);
        expect(await figure(page).locator("text").count()).toBeGreaterThan(10);
        expect.soft(await faultsOfText(page), `${tab} at ${size.width} px`).toEqual([]);
      }
    }
  });
}
