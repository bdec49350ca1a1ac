import { expect, type Page, test } from "@playwright/test";
import { objections } from "./objections";
import { choose, csv, MEANS } from "./ownFile";
import { answer, figure, show, visit } from "./visit";

const TRIALS = [
  "Lee 2019,Pain,1 month,Sham,3.1,1.2,40,4.2,1.3,41",
  "Kim 2020,Pain,1 month,Sham,2.9,1.1,35,3.6,1.2,36",
  "Cho 2021,Pain,1 month,Sham,3.5,1.5,60,4.1,1.4,58",
];
// metafor 3.8-1: rma(measure = "SMD", method = "REML", test = "knha") of the three, and with a first mean of 1.1.
const POOLED = "SMD −0.60 (95% CI −1.19 to −0.02), 3 studies";
const POOLED_EDITED = "SMD −1.14 (95% CI −3.93 to 1.65), 3 studies";

const grid = (page: Page) => page.getByRole("grid", { name: "Your table" });
const cellAt = (page: Page, row: number, column: number) =>
  grid(page).locator(`[data-row="${row}"][data-column="${column}"]`);
const status = (page: Page, hasText: string) => page.getByRole("tabpanel").getByRole("status").filter({ hasText });
const undo = (page: Page) => page.getByRole("button", { name: "Undo" }).click();

/** Opens trials of pain and the grid over them. */
async function edit(page: Page, rows: readonly string[] = TRIALS): Promise<void> {
  await visit(page);
  await choose(page, { name: "pain.csv", content: csv(MEANS, ...rows) });
  await expect(answer(page)).toContainText("3 studies");
  await show(page, "Data");
  await page.getByRole("button", { name: "Edit data" }).click();
  await expect(grid(page)).toBeVisible();
}

/** Puts text on the clipboard of the grid as Ctrl+V would. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((carried) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", carried);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    (document.activeElement ?? document.body).dispatchEvent(event);
  }, text);
}

test("a cell that is edited moves the answer, and undo brings the exact number back", async ({ page }) => {
  await edit(page);
  await expect(answer(page)).toContainText(POOLED);
  const before = await answer(page).innerText();
  await cellAt(page, 0, 4).dblclick();
  await page.getByRole("textbox", { name: "Mean, arm 1, row 2" }).fill("1.1");
  await page.keyboard.press("Enter");
  await expect(cellAt(page, 1, 4)).toBeFocused();
  await expect(answer(page)).toContainText(POOLED_EDITED);
  await undo(page);
  await expect(cellAt(page, 0, 4)).toHaveText("3.1");
  await expect.poll(() => answer(page).innerText()).toBe(before);
  await page.getByRole("button", { name: "Redo" }).click();
  await expect(answer(page)).toContainText(POOLED_EDITED);
  await show(page, "Forest");
  await expect(figure(page)).toContainText("1.1");
});

test("what is being written is kept by a click on another cell, and by a reload", async ({ page }) => {
  await edit(page);
  await cellAt(page, 0, 4).click();
  await page.keyboard.type("1,1");
  await page.keyboard.press("Escape");
  await page.keyboard.type("1.1");
  await cellAt(page, 2, 6).click();
  await expect(cellAt(page, 2, 6)).toBeFocused();
  await expect(answer(page)).toContainText(POOLED_EDITED);
  await page.waitForTimeout(600); // what was done is kept once it rests
  await page.reload();
  await expect(answer(page)).toContainText(POOLED_EDITED);
  await page.getByRole("button", { name: "Edit data" }).click();
  await expect(cellAt(page, 0, 4)).toHaveText("1.1");
});

test("a change after which nothing can be pooled is not made", async ({ page }) => {
  await edit(page);
  const before = await answer(page).innerText();
  await cellAt(page, 0, 0).click();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await expect(status(page, "The change was not made, since nothing could be pooled after it.")).toBeVisible();
  await expect(cellAt(page, 2, 0)).toHaveText("Cho 2021");
  await expect.poll(() => answer(page).innerText()).toBe(before);
});

test("the keyboard moves, writes, gives up and empties", async ({ page }) => {
  await edit(page);
  const before = await answer(page).innerText();
  await cellAt(page, 0, 0).click();
  await page.keyboard.press("Control+End");
  await expect(cellAt(page, 3, 9)).toBeFocused();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("End");
  await expect(cellAt(page, 0, 9)).toBeFocused();
  await page.keyboard.type("99");
  await page.keyboard.press("Escape");
  await expect(cellAt(page, 0, 9)).toHaveText("41");
  await page.keyboard.press("F2");
  await page.keyboard.type("0");
  await page.keyboard.press("Tab");
  await expect(cellAt(page, 0, 9)).toHaveText("410");
  await expect(cellAt(page, 1, 0)).toBeFocused();
  await expect(answer(page)).toContainText("639 participants");
  await page.keyboard.press("Control+z");
  await expect.poll(() => answer(page).innerText()).toBe(before);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Delete");
  await expect(status(page, "1 cell emptied.")).toBeVisible();
});

test("a fault is shown in its cell and listed, and its row is out until it is corrected", async ({ page }) => {
  await edit(page);
  const before = await answer(page).innerText();
  await cellAt(page, 1, 5).click();
  await page.keyboard.type("none");
  await page.keyboard.press("Enter");
  const wrong = cellAt(page, 1, 5);
  await expect(wrong).toHaveAttribute("aria-invalid", "true");
  await expect(wrong).toContainText("“none” is not a number.");
  await expect(answer(page)).toContainText("2 studies");
  const faults = page.getByRole("region", { name: "Faults" });
  await expect(faults).toContainText("1 row is out of the analysis");
  await faults.getByRole("button", { name: /Row 3, column “sd1i”/ }).click();
  await expect(wrong).toBeFocused();
  await page.keyboard.type("1.1");
  await page.keyboard.press("Enter");
  await expect(faults).toBeHidden();
  await expect.poll(() => answer(page).innerText()).toBe(before);
});

test("a block is pasted as one step, with rows added; too wide a block says what was left out", async ({ page }) => {
  await edit(page);
  const before = await answer(page).innerText();
  await cellAt(page, 3, 0).click();
  await paste(
    page,
    "Ahn 2022\tPain\t1 month\tSham\t3,0\t1,2\t30\t3,9\t1,25\t31\nYun 2023\tPain\t1 month\tSham\t2,8\t1,1\t25\t3,7\t1,5\t24\n",
  );
  await expect(status(page, "20 cells pasted, 2 rows added.")).toBeVisible();
  await expect(answer(page)).toContainText("5 studies");
  await expect(cellAt(page, 3, 4)).toHaveText("3.0");
  await undo(page);
  await expect.poll(() => answer(page).innerText()).toBe(before);
  await expect(cellAt(page, 3, 0)).toHaveText("New study");
  await cellAt(page, 0, 8).click();
  await paste(page, "1.3\t41\t7");
  await expect(status(page, "2 cells pasted. 1 column of what was copied stood beyond the last column")).toBeVisible();
});

test("cells are copied as a spreadsheet takes them, and one cell fills a block", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await edit(page);
  await cellAt(page, 0, 4).hover();
  await page.mouse.down();
  await cellAt(page, 1, 5).hover();
  await page.mouse.up();
  await expect(grid(page).locator('[aria-selected="true"]')).toHaveCount(4);
  await page.keyboard.press("Control+c");
  await expect(status(page, "4 cells copied.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("3.1\t1.2\n2.9\t1.1");
  await cellAt(page, 0, 5).click();
  await page.keyboard.press("Control+c");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Control+v");
  await expect(status(page, "3 cells pasted.")).toBeVisible();
  await expect(cellAt(page, 2, 5)).toHaveText("1.2");
});

test("a study is added in the cell in view, and removed again", async ({ page }) => {
  await edit(page);
  const before = await answer(page).innerText();
  await page.getByRole("button", { name: "Add study" }).click();
  await page.keyboard.type("Ahn 2022");
  await page.keyboard.press("Tab");
  await expect(cellAt(page, 3, 1)).toHaveText("Pain");
  await expect(page.getByRole("region", { name: "Faults" })).toContainText("1 row is out of the analysis");
  for (let column = 1; column < 4; column++) await page.keyboard.press("ArrowRight");
  for (const value of ["3", "1.2", "30", "3.9", "1.2", "31"]) {
    await page.keyboard.type(value);
    await page.keyboard.press("Tab");
  }
  await expect(answer(page)).toContainText("4 studies, 331 participants");
  await grid(page).getByRole("rowheader", { name: "5" }).click();
  await page.getByRole("button", { name: "Remove row 5" }).click();
  await expect(status(page, "1 row removed. Undo brings it back.")).toBeVisible();
  await expect.poll(() => answer(page).innerText()).toBe(before);
});

test("a column is added and written in", async ({ page }) => {
  await edit(page);
  await page.getByRole("button", { name: "Add column" }).click();
  const form = page.getByRole("form", { name: "Add a column" });
  await form.getByRole("textbox", { name: "Its name" }).fill("study");
  await page.keyboard.press("Enter");
  await expect(form).toContainText("The table has a column “study” already.");
  await form.getByRole("textbox", { name: "Its name" }).fill("Setting");
  await page.keyboard.press("Enter");
  await expect(grid(page).getByRole("columnheader", { name: "Setting" })).toBeVisible();
  await expect(cellAt(page, 0, 10)).toBeFocused();
  await page.keyboard.type("Clinic");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Hospital");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("grid", { name: "Studies and their data" })).toContainText("Hospital");
});

test("a field that is left while its text is being taken in is one step of undo", async ({ page }) => {
  await edit(page);
  const field = page.getByRole("textbox", { name: "Arm 1 is called" });
  await field.fill("needling");
  await field.evaluate((input) => {
    input.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
    input.blur();
  });
  await expect(answer(page)).toContainText("Needling lowered pain");
  await undo(page);
  await expect(answer(page)).toContainText("The intervention lowered pain");
});

test("what is said of the data changes the words, and can be undone", async ({ page }) => {
  await edit(page);
  await expect(answer(page)).toContainText("The intervention lowered pain more than sham");
  const about = page.getByRole("region", { name: "Names and outcomes" });
  await about.getByRole("combobox", { name: "Better is" }).selectOption("Higher");
  await about.getByRole("textbox", { name: "Arm 1 is called" }).fill("needling");
  await page.keyboard.press("Enter");
  await about.getByRole("textbox", { name: "In sentences" }).fill("pain at rest");
  await page.keyboard.press("Enter");
  await expect(answer(page)).toContainText("Pain at rest was worse with needling than with sham");
  await about.getByRole("textbox", { name: "Smallest difference that matters" }).fill("0.4");
  await page.keyboard.press("Enter");
  await expect(about.getByRole("textbox", { name: "Its source" })).toBeVisible();
  await show(page, "Forest");
  await expect(figure(page)).toContainText(/Favours sham.*Favours needling/);
  for (let step = 0; step < 4; step++) await undo(page);
  await expect(answer(page)).toContainText("The intervention lowered pain more than sham");
  await expect(figure(page)).toContainText(/Favours intervention.*Favours sham/);
});

test("of 5,000 rows only those in view are drawn, and the last is one key away", async ({ page }) => {
  const many = Array.from(
    { length: 4997 },
    (_, i) => `Trial ${i},Sleep,1 month,Sham,3.${i % 9},1.2,40,4.2,1.${i % 7},41`,
  );
  await edit(page, [...TRIALS, ...many]);
  expect(await grid(page).getByRole("row").count()).toBeLessThan(120);
  await cellAt(page, 0, 0).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Home");
  await expect(cellAt(page, 4999, 0)).toBeFocused();
  await expect(cellAt(page, 4999, 0)).toHaveText("Trial 4996");
  await expect(cellAt(page, 4999, 0)).toBeInViewport();
  await page.keyboard.type("Last trial");
  await page.keyboard.press("Enter");
  await expect(cellAt(page, 4999, 0)).toHaveText("Last trial");
});

for (const width of [360, 1280]) {
  test(`axe finds nothing in the grid, light and dark, and only the grid scrolls sideways, ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await edit(page);
    await cellAt(page, 1, 5).click();
    await page.keyboard.type("0");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("region", { name: "Faults" })).toBeVisible();
    await page.getByRole("button", { name: "Add column" }).click();
    expect(await objections(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
}

test.describe("by touch", () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

  test("a tap marks a cell, another writes in it", async ({ page }) => {
    await edit(page);
    await cellAt(page, 0, 4).tap();
    await expect(cellAt(page, 0, 4)).toBeFocused();
    await expect(page.getByRole("textbox", { name: "Mean, arm 1, row 2" })).toBeHidden();
    await cellAt(page, 0, 4).tap();
    await page.getByRole("textbox", { name: "Mean, arm 1, row 2" }).fill("1.1");
    await cellAt(page, 1, 4).tap();
    await expect(cellAt(page, 0, 4)).toHaveText("1.1");
  });
});
