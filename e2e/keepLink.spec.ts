import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { COUNTS, choose, csv } from "./ownFile";
import { answer, answered, visit } from "./visit";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

const trials = (count: number) =>
  csv(
    COUNTS,
    ...Array.from({ length: count }, (_, i) => `Trial ${i},Pain,1 week,Sham,${5 + (i % 7)},50,${9 + (i % 5)},51`),
  );

const alert = (page: Page) => page.getByRole("alert");

async function linkWithData(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Share your data and this view" }).click();
  await page.getByRole("button", { name: "Copy link with the data" }).click();
  await expect(page.getByRole("dialog")).toContainText("Link copied.");
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const said = await page.getByRole("dialog").innerText();
  expect(said).toContain(`This link has ${link.length.toLocaleString("en")} characters`);
  return link;
}

test("a link with data gives the same answer elsewhere, and says so", async ({ page, browser }) => {
  await visit(page);
  await choose(page, { name: "mine.csv", content: trials(12) });
  await page.getByRole("checkbox", { name: "Trial 3" }).uncheck();
  await expect(answer(page)).toContainText("11 studies");
  const said = await answer(page).innerText();
  const link = await linkWithData(page);

  const other = await (await browser.newContext()).newPage();
  await other.goto(link);
  await answered(other);
  await expect(answer(other)).toContainText("11 studies");
  expect(await answer(other).innerText()).toBe(said);
  await expect(alert(other)).toContainText("Same data, same numbers.");
  expect(new URL(other.url()).hash).toBe("");
  // It is kept there from now on.
  await expect(other.getByRole("combobox", { name: "Dataset" }).locator("option:checked")).toHaveText("mine");
  await other.waitForTimeout(500);
  await other.reload();
  await answered(other);
  expect(await answer(other).innerText()).toBe(said);

  // The sender's own browser keeps them already.
  await page.keyboard.press("Escape");
  await page.goto(link);
  await expect(alert(page)).toContainText("You have these data already");
  await page.getByRole("checkbox", { name: "Trial 4" }).uncheck();
  await expect(page).toHaveURL(/exclude=.*exclude=/);
  await page.waitForTimeout(600);
  await expect(page.locator('optgroup[label="Your data"] option')).toHaveCount(1);
});

test("a link whose question was changed is told from the sender’s", async ({ page, browser }) => {
  await visit(page);
  await choose(page, { name: "mine.csv", content: trials(6) });
  await expect(answer(page)).toContainText("6 studies");
  const link = new URL(await linkWithData(page));
  link.searchParams.set("measure", "OR");
  const other = await (await browser.newContext()).newPage();
  await other.goto(link.href);
  await answered(other);
  await expect(answer(other)).toContainText("OR 0.");
  await expect(alert(other)).toContainText("Same data, other numbers");
});

test("data too large for a link go as a project file", async ({ page }) => {
  await visit(page);
  const random = Array.from({ length: 3000 }, (_, i) => `Trial ${i} ${Math.sin(i)},Pain,1 week,Sham,5,50,9,51`);
  await choose(page, { name: "large.csv", content: csv(COUNTS, ...random) });
  await expect(answer(page)).toContainText("3,000 studies");
  await page.getByRole("button", { name: "Share your data and this view" }).click();
  await expect(page.getByRole("dialog")).toContainText("Save the project file instead");
  await expect(page.getByRole("button", { name: "Copy link with the data" })).toHaveCount(0);
});

for (const [how, hash] of [
  ["cut", "#data=eNrtVk1v2zAM"],
  ["of other text", "#data=%F0%9F%92%A3<script>"],
  ["empty", "#data="],
] as const) {
  test(`a broken link (${how}) is said, and the page opens`, async ({ page }) => {
    await page.goto(`./${hash}`);
    await answered(page);
    await expect(alert(page)).toContainText("a program on its way has cut or changed it");
    await expect(answer(page)).toContainText("US-NKT");
  });
}

test("the link to the site’s data names their rows, and a change of them is said", async ({ page }) => {
  await visit(page, "?data=bcg-tuberculosis");
  await expect
    .poll(async () => {
      await page.getByRole("button", { name: "Copy link to this view" }).click();
      return page.evaluate(() => navigator.clipboard.readText());
    })
    .toMatch(/[?&]hash=[0-9a-f]{12}$/);
  const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
  await page.goto(link.href);
  await answered(page);
  await expect(page).toHaveURL(/data=bcg-tuberculosis$/);
  await expect(alert(page)).toBeEmpty();

  link.searchParams.set("hash", "0123456789ab");
  await page.goto(link.href);
  await expect(alert(page)).toContainText("has changed since the link was made");
});

test("axe finds nothing in the dialogs of sharing and of one’s data", async ({ page }) => {
  await visit(page);
  await choose(page, { name: "mine.csv", content: trials(5) });
  const objections = async () =>
    (await new AxeBuilder({ page }).setLegacyMode().analyze()).violations.map(({ id }) => id);
  await page.getByRole("button", { name: "Share your data and this view" }).click();
  await expect(page.getByRole("dialog")).toContainText("characters");
  expect(await objections()).toEqual([]);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Your data: / }).click();
  await expect(page.getByRole("listitem", { name: "mine" })).toBeVisible();
  expect(await objections()).toEqual([]);
});
