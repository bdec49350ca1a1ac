import { expect, type Page, test } from "@playwright/test";
import { BCG_POOLED, BCG_TRIALS } from "./fixtures/bcgTables";
import { xlsx } from "./fixtures/xlsx";
import { COUNTS, choose, csv } from "./ownFile";
import { answer, figure, visit } from "./visit";

const TIDY = BCG_TRIALS.map(({ study, ai, n1i, ci, n2i }) => [study, +ai, +n1i, +ci, +n2i]);
const SHEET = [["study", "ai", "n1i", "ci", "n2i"], ...TIDY];
const TSV = SHEET.map((cells) => cells.join("\t")).join("\n");
const TIDY_CSV = csv(COUNTS, "A 2001,Pain,1 week,Sham,5,50,9,51", "B 2002,Pain,1 week,Sham,4,40,8,41");

const picked = (page: Page) => page.getByRole("combobox", { name: "Dataset" }).locator("option:checked");

/** Presses Ctrl-V with this text on the clipboard, wherever the focus is. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

test("a workbook opens from its first sheet", async ({ page }) => {
  await visit(page);
  await choose(page, { name: "bcg.xlsx", content: xlsx({ Trials: SHEET }) });
  await expect(answer(page)).toContainText(BCG_POOLED);
  await expect(picked(page)).toHaveText("bcg");
  await expect(figure(page)).toContainText("Aronson, 1948");
});

test("of a workbook with several sheets of data the reader chooses one, by keyboard", async ({ page }) => {
  await visit(page);
  const before = await answer(page).innerText();
  const notes = [
    ["note", "by"],
    ["Data from the paper's Table 1", "me"],
  ];
  const content = xlsx({
    Notes: notes,
    "Old < trials": [
      ["who", "how"],
      ["A", 1],
    ],
    Lists: [
      ["a", "b"],
      ["c", "d"],
    ],
  });
  await choose(page, { name: "review.xlsx", content });
  const dialog = page.getByRole("dialog", { name: "Which sheet of “review.xlsx”?" });
  await expect(dialog.getByRole("button", { name: "Old < trials" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  expect(await answer(page).innerText()).toBe(before);
  await choose(page, { name: "review.xlsx", content });
  await dialog.getByRole("button", { name: "Old < trials" }).press("Enter");
  await expect(page.getByRole("dialog", { name: "What do the columns of “review.xlsx” hold?" })).toContainText("who");
});

test("cells pasted from a spreadsheet open anywhere outside a field", async ({ page }) => {
  await visit(page);
  await paste(page, TSV);
  await expect(answer(page)).toContainText(BCG_POOLED);
  await expect(picked(page)).toHaveText("Pasted table");
});

test("a line of text that is pasted changes nothing", async ({ page }) => {
  await visit(page);
  const before = await answer(page).innerText();
  await paste(page, "just a sentence, copied from somewhere");
  await page.waitForTimeout(300);
  await expect(page.getByRole("dialog")).toBeHidden();
  expect(await answer(page).innerText()).toBe(before);
});

test("the box in the dialog takes a pasted table, by keyboard", async ({ page }) => {
  await visit(page);
  await page.getByRole("button", { name: "Open your data" }).press("Enter");
  const box = page.getByRole("textbox", { name: "Or paste cells" });
  await box.fill(TSV);
  await box.press("Control+Enter");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(answer(page)).toContainText(BCG_POOLED);
});

test("a link opens a file of this site, with what else it asks for, and can be passed on", async ({ page }) => {
  await visit(page, "?open=data/bcg-tuberculosis/trials.csv&view=funnel");
  await expect(answer(page)).toContainText(BCG_POOLED);
  await expect(page.getByRole("tab", { name: "Funnel" })).toHaveAttribute("aria-selected", "true");
  await page.getByRole("tab", { name: "Forest" }).click();
  await expect.poll(() => new URL(page.url()).search).toBe("?open=data%2Fbcg-tuberculosis%2Ftrials.csv");
  await page.reload();
  await expect(answer(page)).toContainText(BCG_POOLED);
});

for (const link of ["https://elsewhere.example/a.csv", "//elsewhere.example/a.csv", "javascript:alert(1)"]) {
  test(`a link to ${link} is declined, and the page opens as ever`, async ({ page }) => {
    await visit(page, `?open=${encodeURIComponent(link)}`);
    await expect(page.getByRole("alert")).toContainText("not on this site");
    await expect(page.getByRole("combobox", { name: "Dataset" })).toHaveValue("us-nkt");
  });
}

test("a link to a file that is not there is said", async ({ page }) => {
  await page.route("**/gone.csv", (route) => route.fulfill({ status: 404 }));
  await visit(page, "?open=gone.csv");
  await expect(page.getByRole("alert")).toContainText("“gone.csv” of this link could not be fetched");
  await expect(page.getByRole("combobox", { name: "Dataset" })).toHaveValue("us-nkt");
});

test("reading that takes a while is said, leaves the page in use, and can be stopped", async ({ page }) => {
  await visit(page);
  const before = await answer(page).innerText();
  // The worker is held up, as a large file would hold it up.
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/importWorker*", async (route) => {
    await held;
    await route.fallback();
  });
  await choose(page, { name: "long.csv", content: TIDY_CSV });
  const progress = page.getByRole("region", { name: "Opening a file" });
  await expect(progress).toContainText("Reading “long.csv”");
  await page.getByRole("tab", { name: "Methods" }).click();
  await expect(page.getByRole("tabpanel", { name: "Methods" })).toContainText("effect");
  await progress.getByRole("button", { name: "Cancel" }).press("Enter");
  await expect(progress).toBeHidden();
  release();
  await page.waitForTimeout(1000);
  expect(await answer(page).innerText()).toBe(before);
  await expect(page.getByRole("dialog")).toBeHidden();
  // The next file finds a worker that is ready.
  await paste(page, TSV);
  await expect(answer(page)).toContainText(BCG_POOLED);
});

const ROB = csv(
  "Study,D1,D2,D3,D4,D5,Overall",
  "A 2001,Low,Low,Low,Low,Low,Low",
  "B 2002,High,low,Some concerns,Low,Low,High",
  "Nobody 1999,Low,Low,Low,Low,Low,Low",
);

test("judgements of risk of bias are laid over the studies that are open", async ({ page }) => {
  await visit(page);
  await choose(page, { name: "rob.csv", content: ROB });
  await expect(page.getByRole("alert")).toContainText("Open the file with your results first");
  await choose(page, { name: "mine.csv", content: TIDY_CSV });
  await expect(answer(page)).toContainText("2 studies");
  await page.getByRole("tab", { name: "Risk of bias" }).click();
  await choose(page, { name: "rob.csv", content: ROB });
  await expect(page.getByRole("alert")).toContainText("added to 2 studies");
  await expect(page.getByRole("alert")).toContainText("“Nobody 1999”");
  await expect(page.getByRole("tabpanel", { name: "Risk of bias" })).toContainText("Overall");
  await expect(answer(page)).toContainText("2 studies");
});

test("a file with faults can be read column by column instead", async ({ page }) => {
  await visit(page);
  const content = csv("study,ai,n1i,ci,n2i", "A 2001,9,5,50,51", "B 2002,8,4,40,41");
  await choose(page, { name: "swapped.csv", content });
  const faults = page.getByRole("dialog", { name: "“swapped.csv” has" });
  await expect(faults).toContainText("9 events among 5 participants");
  await faults.getByRole("button", { name: "Say what each column holds" }).click();
  const step = page.getByRole("dialog", { name: "What do the columns of “swapped.csv” hold?" });
  await step.getByRole("combobox", { name: "ai", exact: true }).selectOption({ label: "Participants, arm 1" });
  await step.getByRole("combobox", { name: "n1i", exact: true }).selectOption({ label: "Events, arm 1" });
  await expect(step.getByRole("region", { name: "Preview" })).toContainText("2 studies in 2 rows");
  await step.getByRole("button", { name: "Open", exact: true }).click();
  await expect(answer(page)).toContainText("2 studies");
});

test("a review with many outcomes opens as an evidence map, every cell within reach", async ({ page }) => {
  const rows = Array.from({ length: 30 }, (_, o) => o).flatMap((o) =>
    ["4 weeks", "3 months", "6 months", "12 months"].flatMap((timepoint, t) =>
      ["Usual care", "Sham", "Exercise"].map(
        (comparator, c) => `Trial ${c},Outcome ${o + 1},${timepoint},${comparator},${5 + c},50,${9 + t},51`,
      ),
    ),
  );
  await visit(page);
  await choose(page, { name: "review.csv", content: csv(COUNTS, ...rows) });
  const map = page.getByRole("grid", { name: "Evidence map" });
  await expect(map.getByRole("gridcell")).toHaveCount(120);
  await map.getByRole("gridcell", { name: "Outcome 1, 4 weeks" }).focus();
  await page.keyboard.press("End");
  for (let row = 1; row < 30; row++) await page.keyboard.press("ArrowDown");
  const last = map.getByRole("gridcell", { name: "Outcome 30, 12 months" });
  await expect(last).toBeFocused();
  await expect(last).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(answer(page)).toContainText("outcome 30");
});
