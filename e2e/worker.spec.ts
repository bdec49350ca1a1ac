import { expect, type Page, test } from "@playwright/test";
import { COUNTS, choose, csv } from "./ownFile";
import { answer, cell, visit } from "./visit";

/** Ends the pooling worker from within, as a browser short of memory does, and waits until it is gone. */
async function kill(page: Page): Promise<void> {
  const worker = page.workers()[0];
  if (!worker) throw new Error("the page has no worker");
  const gone = worker.waitForEvent("close");
  await worker.evaluate(() => self.close());
  await gone;
}

test("a worker that dies twice is restarted, and nothing is lost", async ({ page }) => {
  await visit(page);
  await page.getByRole("combobox", { name: "Compare by" }).selectOption("");
  await expect(answer(page)).toContainText("SMD −1.11 (95% CI −1.42 to −0.79)");

  await kill(page);
  await cell(page, /^Pain, 1 month:/).click();
  await expect(answer(page)).toContainText("SMD −1.74 (95% CI −2.50 to −0.98)");

  await page.getByRole("checkbox", { name: "Simulated trial 01" }).uncheck();
  await expect(answer(page)).not.toContainText("SMD −1.74");
  const without = await answer(page).innerText();

  await kill(page);
  await cell(page, /^Physical function, 1 week:/).click();
  await cell(page, /^Pain, 1 month:/).click();
  await expect(answer(page)).toContainText("1 month");
  await expect.poll(() => answer(page).innerText()).toBe(without);
  await page.getByRole("checkbox", { name: "Simulated trial 01" }).check();
  await expect(answer(page)).toContainText("SMD −1.74 (95% CI −2.50 to −0.98)");
});

test("a change made while the worker dies is answered", async ({ page }) => {
  await visit(page);
  await page.getByRole("combobox", { name: "Compare by" }).selectOption("");
  await Promise.all([kill(page), cell(page, /^Pain, 1 month:/).click()]);
  await expect(answer(page)).toContainText("SMD −1.74 (95% CI −2.50 to −0.98)");
});

test("a reader's own file outlives the worker that read it", async ({ page }) => {
  await visit(page);
  const rows = ["A,Pain,1 week,Sham,5,50,9,51", "B,Pain,1 week,Sham,4,40,8,41", "C,Relief,1 week,Sham,6,60,9,61"];
  await choose(page, { name: "mine.csv", content: csv(COUNTS, ...rows) });
  await expect(answer(page)).toContainText("2 studies");
  const before = await answer(page).innerText();
  await kill(page);
  await cell(page, /^Relief, 1 week:/).click();
  await expect(answer(page)).toContainText(/relief/i);
  await kill(page);
  await cell(page, /^Pain, 1 week:/).click();
  await expect.poll(() => answer(page).innerText()).toBe(before);
  await page.getByRole("combobox", { name: "Dataset" }).selectOption("us-nkt");
  await expect(answer(page)).toContainText("−1.11");
});
