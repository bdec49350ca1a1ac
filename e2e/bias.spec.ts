import { expect, type Page, test } from "@playwright/test";
import { searchOf } from "./controls";
import { answer, figure, visit } from "./visit";

const bars = (page: Page) => page.getByRole("group", { name: "Judgements by domain" });

test("bars and table tell the judgements of the studies in the answer", async ({ page }) => {
  await visit(page, "?view=bias");
  await expect(figure(page)).toHaveAccessibleName(
    /^Risk of bias: Pain, 1 week\. Randomisation process: low risk in 6 trials/,
  );
  await expect(bars(page).getByRole("button")).toHaveCount(12);
  const studies = page.getByRole("group", { name: "Judgements by study" }).getByRole("button");
  await expect(studies).toHaveCount(8);
  await expect(studies.first()).toHaveAccessibleName(/^Simulated trial 01: Randomisation process some concerns/);
});

test("a press on a judgement keeps only the studies with it; again, and by the way back, all return", async ({
  page,
}) => {
  await visit(page, "?view=bias");
  const high = bars(page).getByRole("button", { name: /^Overall, high risk: 1 trial/ });
  await high.click();
  await expect(answer(page)).toContainText("One trial reports pain at 1 week");
  await expect(high).toHaveAttribute("aria-pressed", "true");
  await expect.poll(() => searchOf(page)).toContain("filter.rob_overall=High+risk");
  await high.click();
  await expect(answer(page)).toContainText("8 trials, 672 patients");

  await high.click();
  await page.getByRole("button", { name: "Overall: High risk. Show all judgements again" }).click();
  await expect(answer(page)).toContainText("8 trials, 672 patients");
  await page.keyboard.press("Control+z");
  await expect(answer(page)).toContainText("One trial reports pain at 1 week");
});

test("a press on a disc of the table filters too", async ({ page }) => {
  await visit(page, "?view=bias");
  const row = page.getByRole("button", { name: /^Simulated trial 02: / });
  await row.scrollIntoViewIfNeeded();
  const box = (await row.boundingBox())!;
  // The first disc stands right after the study's name.
  await page.mouse.click(box.x + box.width + 16, box.y + box.height / 2);
  await expect(page.getByRole("button", { name: /^Randomisation process: Some concerns\. Show all/ })).toBeVisible();
  await expect(answer(page)).toContainText("2 trials");
});

test("by keyboard: from study to study, and into one", async ({ page }) => {
  await visit(page, "?view=bias");
  const studies = page.getByRole("group", { name: "Judgements by study" }).getByRole("button");
  await studies.first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(studies.nth(1)).toBeFocused();
  await page.keyboard.press("End");
  await expect(studies.last()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Simulated trial 20" })).toBeVisible();
});

test("data without judgements say so, and how a file brings them", async ({ page }) => {
  await visit(page, "?data=bcg-tuberculosis&view=bias");
  await expect(page.getByRole("tabpanel")).toContainText("These data hold no risk-of-bias judgements");
  await expect(page.getByRole("tabpanel")).toContainText("rob_randomisation");
});
