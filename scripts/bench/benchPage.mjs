import { benchCsv, studyName } from "./csv.mjs";
import { installBench } from "./inPage.mjs";

const LOADING_MS = 1500; // what is not needed for the first figure has come by then

/**
 * Runs `measure` on a page that shows a dataset of so many studies, then closes it.
 * @template T
 * @param {import("@playwright/test").Browser} browser
 * @param {string} address
 * @param {number} studies
 * @param {(page: import("@playwright/test").Page) => Promise<T>} measure
 * @param {() => void} [before] runs in the page before its own scripts.
 */
export async function withBenchPage(browser, address, studies, measure, before) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    serviceWorkers: "block", // keeping the page for later is not what is measured
  });
  try {
    await context.addInitScript(installBench);
    if (before) await context.addInitScript(before);
    const page = await context.newPage();
    await page.goto(address);
    const file = { name: "bench.csv", mimeType: "text/csv", buffer: Buffer.from(benchCsv(studies)) };
    await page.getByRole("button", { name: "Open your data" }).click();
    await page.locator('input[type="file"]').first().setInputFiles(file);
    await page.getByRole("checkbox", { name: studyName(0), exact: true }).waitFor();
    await page.waitForTimeout(LOADING_MS);
    return await measure(page);
  } finally {
    await context.close();
  }
}
