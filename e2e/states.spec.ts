import { expect, type Page, test } from "@playwright/test";
import { COUNTS, choose, csv } from "./ownFile";
import { answer, answered, cell, DATASETS, figure, show, TABS, visit } from "./visit";

test("a dataset that cannot be fetched is said in plain words, and another one can be chosen", async ({ page }) => {
  await page.route("**/data/us-nkt/trials.csv", (route) => route.abort());
  await page.goto("./");
  await expect(page.getByRole("alert")).toContainText("could not be fetched from this site");
  await expect(page.getByRole("alert")).toContainText("choose another dataset");
  await page.getByRole("combobox", { name: "Dataset" }).selectOption("bcg-tuberculosis");
  await expect(answer(page)).toContainText("13 trials");
  await expect(figure(page)).toContainText("Aronson, 1948");
});

test("a dataset that cannot be fetched leaves the one that is open", async ({ page }) => {
  await page.route("**/data/p6-nausea/**", (route) => route.fulfill({ status: 503 }));
  await visit(page);
  const before = await answer(page).innerText();
  await page.getByRole("combobox", { name: "Dataset" }).selectOption("p6-nausea");
  await expect(page.getByRole("alert")).toContainText("could not be fetched");
  await expect(page.getByRole("combobox", { name: "Dataset" })).toHaveValue("us-nkt");
  expect(await answer(page).innerText()).toBe(before);
});

// No word boundaries: a term and its value stand side by side in the text.
const LEAK = /.{0,40}(?:NaN|undefined|Infinity|(?<![a-z])null(?![a-z])|\[object ).{0,20}/g;

/** Every word of the page, spoken names included. */
function wordsOf(page: Page): Promise<string> {
  return page.evaluate(() =>
    [...document.body.querySelectorAll("[aria-label]")]
      .map((element) => element.getAttribute("aria-label"))
      .concat(document.body.textContent)
      .join("\n"),
  );
}

// One, two and no studies, and one whose effect cannot be computed.
const FEW = csv(
  COUNTS,
  "A 2001,Alone,1 week,Sham,5,50,9,51",
  "A 2001,Pair,1 month,Sham,5,50,9,51",
  "B 2002,Pair,1 month,Sham,4,40,8,41",
  "A 2001,Nobody,1 week,Sham,0,50,0,51",
);
const STATES = [
  { at: /^Alone, 1 week/, says: ["One study reports", "nothing to pool"] },
  { at: /^Pair, 1 month/, says: ["2 studies", "182 participants"] },
  {
    at: /^Alone, 1 month: no/,
    says: ["No study reports alone at 1 month", "Nearest with results: Alone, 1 week (1 study)"],
  },
  { at: /^Nobody, 1 week/, says: ["No study of nobody at 1 week gives an effect that can be pooled"] },
];

test("none, one and two studies each have their own words on every view", async ({ page }) => {
  await visit(page);
  await choose(page, { name: "few.csv", content: FEW });
  // The first outcome that two studies report is there first.
  await expect(answer(page)).toContainText("The risk of pair at 1 month");
  for (const { at, says } of STATES) {
    await cell(page, at).click();
    for (const words of says) await expect(answer(page)).toContainText(words);
    for (const tab of TABS) {
      const panel = await show(page, tab);
      await expect(panel).toContainText(/\S/);
      await expect(panel).not.toContainText("could not be drawn");
      expect.soft((await wordsOf(page)).match(LEAK) ?? [], `${at} ${tab}`).toEqual([]);
    }
  }
});

test("with every study left out the page says so and leads back", async ({ page }) => {
  await visit(page, "?data=p6-nausea&compare=none");
  const first = await answer(page).innerText();
  await page.getByRole("group", { name: "Studies" }).getByRole("checkbox").first().press("o");
  await expect(answer(page)).toContainText("nothing to pool");
  await page.getByRole("group", { name: "Studies" }).getByRole("checkbox", { checked: true }).press("Space");
  await expect(answer(page)).toContainText("All 16 trials of nausea after surgery are left out");
  for (const tab of TABS) await expect(await show(page, tab)).not.toContainText("could not be drawn");
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => answer(page).innerText()).toBe(first);
});

test("the help dialog opens by button and by “?”, and gives the focus back", async ({ page }) => {
  await visit(page);
  const button = page.getByRole("button", { name: "Help and keys" });
  await button.click();
  const dialog = page.getByRole("dialog", { name: "Help and keys" });
  await expect(dialog).toContainText("Ctrl Z");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(button).toBeFocused();
  await page.keyboard.press("?");
  await expect(dialog).toBeVisible();
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(dialog).toBeHidden();
});

for (const dataset of DATASETS) {
  test(`no word of the machine leaks into any view: ${dataset}`, async ({ page }) => {
    await visit(page, `?data=${dataset}`);
    const cells = page.getByRole("grid", { name: "Evidence map" }).getByRole("gridcell");
    for (let i = 0; i < (await cells.count()); i++) {
      await cells.nth(i).click();
      await expect(cells.nth(i)).toHaveAttribute("aria-selected", "true");
      await answered(page);
      for (const tab of i === 0 ? TABS : (["Forest"] as const)) {
        await show(page, tab);
        expect.soft((await wordsOf(page)).match(LEAK) ?? [], `${tab}, cell ${i + 1}`).toEqual([]);
      }
    }
    await page.getByRole("button", { name: "What is real here?" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    expect((await wordsOf(page)).match(LEAK) ?? []).toEqual([]);
  });
}
