import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Locator, type Page, test, type Worker } from "@playwright/test";
import { choose, csv, MEANS } from "./ownFile";
import { answer, show, visit } from "./visit";

const FINE = [
  "Ahn 2011,Pain,1 month,Sham,3.1,1.5,30,4.0,1.6,31",
  "Bae 2012,Pain,1 month,Sham,2.8,1.3,24,3.9,1.5,25",
  "Choi 2013,Pain,1 month,Sham,3.4,1.7,40,4.1,1.8,38",
  "Doh 2014,Pain,1 month,Sham,2.9,1.4,52,3.6,1.3,50",
  "Eun 2015,Pain,1 month,Sham,3.0,1.6,36,3.7,1.4,33",
];
/** The SDs of the last are those of the others, divided by √25. */
const SLIPPED = csv(MEANS, ...FINE, "Lee 2019,Pain,1 month,Sham,3.2,0.3,25,4.2,0.32,25");
const RIGHT = csv(MEANS, ...FINE, "Lee 2019,Pain,1 month,Sham,3.2,1.5,25,4.2,1.6,25");

const button = (page: Page): Locator => page.getByRole("button", { name: /^Checks/ });
const picked = (page: Page): Locator => page.getByRole("combobox", { name: "Dataset" }).locator("option:checked");

async function openChecks(page: Page): Promise<Locator> {
  await button(page).click();
  const dialog = page.getByRole("dialog", { name: "Checks of the data" });
  await expect(dialog).not.toContainText("Looking through");
  return dialog;
}

test("standard errors typed as SDs are found, turned into SDs, and brought back by undo", async ({ page }) => {
  await visit(page);
  await choose(page, { name: "right.csv", content: RIGHT });
  await expect(answer(page)).toContainText("6 studies");
  const right = await answer(page).innerText();
  await choose(page, { name: "slipped.csv", content: SLIPPED });
  await expect(answer(page)).not.toHaveText(right, { useInnerText: true });
  const slipped = await answer(page).innerText();
  await expect(button(page)).toHaveText(/^Checks: 1/);

  const dialog = await openChecks(page);
  await expect(dialog).toContainText("Lee 2019: the SDs of 0.3 and 0.32 are about √n times smaller");
  await expect(dialog).toContainText("SD = SE × √n = 0.3 × √25 = 1.5");
  await dialog.getByRole("button", { name: "They are standard errors: multiply by √n" }).press("Enter");
  await expect(dialog.getByRole("status")).toContainText("Done: The SDs of Lee 2019 were computed");
  await expect(dialog).toContainText("No slip was found");
  await expect(dialog).toContainText("Remedies applied");
  await page.keyboard.press("Escape");
  await expect(answer(page)).toHaveText(right, { useInnerText: true });
  await expect(button(page)).toHaveText("Checks");

  const methods = await show(page, "Methods");
  await expect(methods).toContainText("The SDs of Lee 2019 were computed from values taken to be standard errors.");
  await page.getByRole("tab", { name: "Forest" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(answer(page)).toHaveText(slipped, { useInnerText: true });
  await expect(button(page)).toHaveText(/^Checks: 1/);
  await page.getByRole("button", { name: "Redo" }).click();
  await expect(answer(page)).toHaveText(right, { useInnerText: true });
});

test("a remedy can be taken back from the list, and stays with the data over a reload", async ({ page }) => {
  await visit(page);
  await choose(page, { name: "slipped.csv", content: SLIPPED });
  await expect(answer(page)).toContainText("6 studies");
  const slipped = await answer(page).innerText();
  const dialog = await openChecks(page);
  const remedy = dialog.getByRole("button", { name: "multiply by √n" });
  await remedy.click();
  await dialog.getByRole("button", { name: "Take back" }).click();
  await expect(dialog.getByRole("status")).toContainText("taken back");
  await expect(dialog).not.toContainText("Remedies applied");
  await expect(answer(page)).toHaveText(slipped, { useInnerText: true });
  await remedy.click();
  await expect(dialog).toContainText("Remedies applied");
  await page.waitForTimeout(1500); // until it is kept
  await page.reload();
  await expect(answer(page)).toContainText("6 studies");
  await expect(await openChecks(page)).toContainText("The SDs of Lee 2019 were computed");
});

test("a finding is put aside for good and can be restored; its row opens the study", async ({ page }) => {
  await visit(page);
  await choose(page, { name: "slipped.csv", content: SLIPPED });
  await expect(answer(page)).toContainText("6 studies");
  await expect(button(page)).toHaveText(/^Checks: 1/);
  const dialog = await openChecks(page);
  await dialog.getByRole("button", { name: "Put aside" }).click();
  await expect(dialog.getByRole("status")).toContainText("Put aside");
  await page.keyboard.press("Escape");
  await expect(button(page)).toHaveText("Checks");
  await openChecks(page);
  await dialog.getByText("Put aside (1)").click();
  await dialog.getByRole("button", { name: "Restore" }).click();
  await dialog.getByRole("button", { name: "Lee 2019" }).click();
  await expect(page.getByRole("dialog", { name: "Lee 2019" })).toContainText("Counted in every result");
});

test("a row without SDs is told, and filled from its standard errors", async ({ page }) => {
  await visit(page);
  const content = csv(
    `${MEANS},se1i,se2i`,
    ...FINE.map((line) => `${line},,`),
    "Lee 2019,Pain,1 month,Sham,3.2,,25,4.2,,25,0.3,0.32",
  );
  await choose(page, { name: "no-sd.csv", content });
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /without/ })
    .click();
  await expect(answer(page)).toContainText("5 studies");
  const dialog = await openChecks(page);
  await expect(dialog).toContainText("Cannot be right");
  await dialog.getByRole("button", { name: "Compute from the standard error" }).click();
  await expect(dialog.getByRole("status")).toContainText("6 studies");
});

for (const view of ["Forest", "Funnel", "Sensitivity", "Data"]) {
  test(`a study that is there twice goes in the view ${view}, and comes back`, async ({ page }) => {
    const faults: string[] = [];
    page.on("pageerror", ({ message }) => faults.push(message));
    await visit(page);
    await choose(page, { name: "twice.csv", content: csv(MEANS, ...FINE, FINE[4]!.replace("Eun 2015", "Eun 2016")) });
    await expect(answer(page)).toContainText("6 studies");
    await page.getByRole("tab", { name: view }).click();
    const panel = page.getByRole("tabpanel", { name: view });
    await expect(panel).toContainText("Eun 2016");
    const dialog = await openChecks(page);
    await expect(dialog).toContainText("have the same numbers");
    await dialog.getByRole("button", { name: "Remove row 7, Eun 2016" }).click();
    await expect(dialog.getByRole("status")).toContainText("5 studies");
    await page.keyboard.press("Escape");
    await expect(panel).not.toContainText("Eun 2016");
    await expect(panel).toContainText("Eun 2015");
    await page.keyboard.press("Control+z");
    await expect(answer(page)).toContainText("6 studies");
    await expect(panel).toContainText("Eun 2016");
    expect(faults).toEqual([]);
  });
}

test("a dataset of the site is checked too, and cannot be changed", async ({ page }) => {
  await visit(page, "?data=nrt-smoking");
  const dialog = await openChecks(page);
  await expect(dialog).toContainText("Moolchan 2005");
  await expect(dialog.getByRole("button", { name: "Split" })).toHaveCount(0);
});

/** The worker of the checks, once they have found something. */
async function checksWorker(page: Page): Promise<Worker> {
  await visit(page);
  await choose(page, { name: "slipped.csv", content: SLIPPED });
  await expect(answer(page)).toContainText("6 studies");
  await expect(button(page)).toHaveText(/^Checks: 1/);
  const worker = page.workers().find((one) => one.url().includes("checksWorker"));
  if (!worker) throw new Error("the checks have no worker");
  return worker;
}

test("an answer never waits for the checks", async ({ page }) => {
  const worker = await checksWorker(page);
  // As if the data were endless: it never comes back from this.
  await worker.evaluate(() => {
    setTimeout(() => {
      for (;;);
    });
  });
  await choose(page, { name: "right.csv", content: RIGHT });
  await expect(picked(page)).toHaveText("right");
  await page.getByRole("checkbox", { name: "Lee 2019" }).uncheck();
  await expect(answer(page)).toContainText("5 studies");
  await button(page).click();
  await expect(page.getByRole("dialog", { name: "Checks of the data" })).toContainText("Looking through the data");
});

test("checks whose worker dies are made by another", async ({ page }) => {
  const worker = await checksWorker(page);
  const gone = worker.waitForEvent("close");
  await worker.evaluate(() => self.close());
  await gone;
  await choose(page, { name: "slipped again.csv", content: SLIPPED });
  await expect(picked(page)).toHaveText("slipped again");
  await expect(button(page)).toHaveText(/^Checks: 1/);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the panel is in order for assistive technology and at 360 px, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 360, height: 740 });
    await visit(page);
    await choose(page, { name: "slipped.csv", content: SLIPPED });
    await expect(answer(page)).toContainText("6 studies");
    await expect(button(page)).toHaveText(/^Checks: 1/);
    const dialog = await openChecks(page);
    await dialog.getByRole("button", { name: "multiply by √n" }).click();
    await expect(dialog).toContainText("Remedies applied");
    const { violations } = await new AxeBuilder({ page }).include("dialog").analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
}
