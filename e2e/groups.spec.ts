import { expect, test } from "@playwright/test";
import { combobox, searchOf } from "./controls";
import { answer, figure, visit } from "./visit";

test("groups within groups are a second choice, in the link and undone", async ({ page }) => {
  await visit(page);
  await combobox(page, "Then by").selectOption("Spinal level");
  await expect(figure(page)).toContainText("Recommended therapy · Cervical");
  await expect(figure(page)).toContainText("Conventional needle-knife therapy · Lumbar");
  await expect(answer(page)).toContainText("8 trials, 672 patients");
  await expect.poll(() => searchOf(page)).toContain("thenby=level");

  await page.reload();
  await expect(figure(page)).toContainText("Recommended therapy · Cervical");
  await expect(combobox(page, "Then by")).toHaveValue("level");

  await combobox(page, "Compare by").selectOption("Nothing: all together");
  await expect(combobox(page, "Then by")).toHaveCount(0);
  await expect(figure(page)).not.toContainText("Cervical");
  await page.keyboard.press("Control+z");
  await expect(figure(page)).toContainText("Recommended therapy · Cervical");
});

test("a column that becomes the first is no longer the second", async ({ page }) => {
  await visit(page, "?thenby=level");
  await combobox(page, "Compare by").selectOption("Spinal level");
  await expect(combobox(page, "Then by")).toHaveValue("");
  await expect(figure(page)).not.toContainText("·");
});

test("timepoints within comparators are not pooled together", async ({ page }) => {
  await visit(page, "?thenby=timepoint");
  await expect(answer(page)).toContainText("Timepoints share patients, so they are not pooled together.");
  await expect(figure(page)).toContainText("Recommended therapy · 1 month");
  await expect(figure(page)).not.toContainText("Difference between groups");
});

test("under the groups stands what they are not, how small they get and how many were tried", async ({ page }) => {
  await visit(page);
  const view = page.getByRole("tabpanel");
  await expect(view).toContainText("A difference between trials is not a difference between patients");
  await expect(view).toContainText("Each of the 2 groups pools 4 trials.");
  await expect(view).toContainText("One property was compared in this visit (comparator).");
  await combobox(page, "Compare by").selectOption("Spinal level");
  await expect(view).toContainText("Two properties were compared in this visit");
  await combobox(page, "Compare by").selectOption("Comparator");
  await expect(view).toContainText("Two properties were compared in this visit");
  await combobox(page, "Compare by").selectOption("Nothing: all together");
  await expect(view).not.toContainText("compared in this visit");
});
