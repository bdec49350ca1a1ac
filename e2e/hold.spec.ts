import { expect, type Locator, type Page, test } from "@playwright/test";
import { study } from "./controls";
import { answer, show, visit } from "./visit";

test.use({ hasTouch: true, viewport: { width: 390, height: 800 } });

const selected = (page: Page): Locator => page.getByRole("toolbar", { name: "Selected" });

/** A finger on the middle of a mark, for a time in milliseconds, moved in the end by some pixels. */
async function hold(page: Page, mark: Locator, time: number, moved = 0): Promise<void> {
  await mark.scrollIntoViewIfNeeded();
  const box = (await mark.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const finger = await page.context().newCDPSession(page);
  await finger.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y }] });
  if (moved > 0)
    await finger.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [{ x: x + moved, y }] });
  await page.waitForTimeout(time);
  await finger.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
}

/** Opens a view and waits until a finger can select in it, which arrives after the figure itself. */
async function open(page: Page, search: string, ready: Locator): Promise<void> {
  await visit(page, search);
  await expect(ready).toBeAttached();
}

const heads = (page: Page): Locator => page.getByRole("columnheader", { name: "Trial", exact: true });

test("a finger held on rows selects their studies, to leave them out or keep only them", async ({ page }) => {
  await open(page, "?compare=none", heads(page));
  await hold(page, study(page, "Simulated trial 02"), 700);
  await expect(selected(page)).toContainText("1 trial selected");
  await expect(page.getByText("1 trial selected: Simulated trial 02.")).toBeAttached();
  await expect(study(page, "Simulated trial 02"), "the press itself does nothing").toBeChecked();
  await hold(page, study(page, "Simulated trial 06"), 700);
  await expect(selected(page)).toContainText("2 trials selected");
  await hold(page, study(page, "Simulated trial 02"), 700);
  await expect(selected(page), "held again, it is let go").toContainText("1 trial selected");
  await selected(page).getByRole("button", { name: "Leave out" }).tap();
  await expect(study(page, "Simulated trial 06")).not.toBeChecked();
  await expect(answer(page)).toContainText("7 trials");
});

test("points of the funnel are selected alike", async ({ page }) => {
  await open(page, "?compare=none&view=funnel", page.getByRole("button", { name: "Select", exact: true }));
  await hold(page, study(page, "Simulated trial 02"), 700);
  await selected(page).getByRole("button", { name: "Keep only" }).tap();
  await expect(answer(page)).toContainText("One trial");
});

test("a short press stays a press, and a finger that moves scrolls", async ({ page }) => {
  await open(page, "?compare=none", heads(page));
  await hold(page, study(page, "Simulated trial 06"), 700, 40);
  await expect(selected(page)).toHaveCount(0);
  await study(page, "Simulated trial 02").tap();
  await expect(study(page, "Simulated trial 02")).not.toBeChecked();
  await expect(selected(page)).toHaveCount(0);
  await show(page, "Funnel");
  await expect(answer(page)).toContainText("7 trials");
});
