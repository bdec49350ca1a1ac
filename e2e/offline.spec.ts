import { expect, test } from "@playwright/test";
import { COUNTS, choose, csv } from "./ownFile";
import { answer, cell, visit } from "./visit";

test.use({ serviceWorkers: "allow" });

test("what was opened once opens again without a network, the reader's own data among it", async ({
  page,
  context,
}) => {
  await visit(page);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await choose(page, {
    name: "mine.csv",
    content: csv(COUNTS, "A,Pain,1 week,Sham,5,50,9,51\nB,Pain,1 week,Sham,4,40,9,41"),
  });
  await expect(answer(page)).toContainText("2 studies");
  const told = await answer(page).textContent();
  await expect
    .poll(() => page.evaluate(() => indexedDB.databases().then((all) => all.map(({ name }) => name))))
    .toContain("understory");
  await page.waitForTimeout(1000); // what was opened is written a moment later

  await context.setOffline(true);
  await page.reload();
  await expect(answer(page)).toHaveText(told ?? "");
  await visit(page);
  await cell(page, /^Pain, 1 month:/).click();
  await expect(answer(page)).toContainText("at 1 month");
  await page.getByRole("tab", { name: "Sensitivity" }).click();
  await expect(page.getByRole("region", { name: "Does the conclusion survive?" })).toBeVisible();
});
