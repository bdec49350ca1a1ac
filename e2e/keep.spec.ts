import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { COUNTS, choose, csv } from "./ownFile";
import { answer, answered, show, visit } from "./visit";

const TRIALS = csv(
  COUNTS,
  "A 2001,Pain,1 week,Sham,5,50,9,51",
  "B 2002,Pain,1 week,Sham,4,40,8,41",
  "C 2003,Pain,1 week,Sham,6,60,9,61",
  "A 2001,Nausea,1 week,Sham,7,50,3,51",
  "B 2002,Nausea,1 week,Sham,9,40,3,41",
);
const MINE = { name: "mine.csv", content: TRIALS };

const picker = (page: Page) => page.getByRole("combobox", { name: "Dataset" });
const picked = (page: Page) => picker(page).locator("option:checked");
const mine = (page: Page) => picker(page).locator('optgroup[label="Your data"] option');
const kept = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<readonly { name: string; search: string; revision: number }[]>((resolve, reject) => {
        const opening = indexedDB.open("understory");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction("entries").objectStore("entries").getAll();
          all.onsuccess = () => {
            resolve(all.result);
            opening.result.close();
          };
        };
      }),
  );

/** Opens a file and waits until the browser keeps it. */
async function openKept(page: Page, file = MINE): Promise<void> {
  await choose(page, file);
  await expect(picked(page)).toHaveText(file.name.replace(".csv", ""));
  await expect.poll(async () => (await kept(page)).map(({ name }) => name)).toContain(file.name.replace(".csv", ""));
}

async function openList(page: Page) {
  await page.getByRole("button", { name: /^Your data: / }).click();
  const dialog = page.getByRole("dialog", { name: "Your data" });
  await expect(dialog).toBeVisible();
  return dialog;
}

test("data, what is asked of them and the pinned result outlive a reload", async ({ page }) => {
  await visit(page);
  await openKept(page);
  await page.getByRole("button", { name: "Pin", exact: true }).click();
  await page.getByRole("checkbox", { name: "C 2003" }).uncheck();
  await show(page, "Funnel");
  const said = await answer(page).innerText();
  await expect.poll(async () => (await kept(page))[0]?.search).toContain("view=funnel");
  await page.reload();
  await answered(page);
  await expect(picked(page)).toHaveText("mine");
  await expect(page.getByRole("tab", { name: "Funnel" })).toHaveAttribute("aria-selected", "true");
  expect(await answer(page).innerText()).toBe(said);
  await expect(page.getByRole("tabpanel")).toContainText("Against the pinned result");
});

test("kept data stand in the list of datasets and open where the reader left them", async ({ page }) => {
  await visit(page);
  await openKept(page);
  await page.getByRole("gridcell", { name: /^Nausea, 1 week:/ }).click();
  await expect(answer(page)).toContainText("nausea");
  const said = await answer(page).innerText();
  await expect.poll(async () => (await kept(page))[0]?.search).toContain("outcome=Nausea");
  await visit(page);
  await expect(picked(page)).toHaveText(/US-NKT/);
  await expect(mine(page)).toHaveText(["mine"]);
  await picker(page).selectOption({ label: "mine" });
  await expect(answer(page)).toContainText("nausea");
  expect(await answer(page).innerText()).toBe(said);
  await picker(page).selectOption("us-nkt");
  await expect(answer(page)).toContainText("US-NKT");
  await picker(page).selectOption({ label: "mine" });
  await expect(answer(page)).toContainText("nausea");
});

test("data are renamed, duplicated, deleted, put back and deleted for good", async ({ page }) => {
  await visit(page);
  await openKept(page);
  const dialog = await openList(page);
  await dialog.getByRole("button", { name: "Rename mine" }).click();
  await dialog.getByRole("textbox", { name: "New name of mine" }).fill("Needles <b>2026</b>");
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("listitem")).toHaveAccessibleName("Needles <b>2026</b>");
  await expect(picked(page)).toHaveText("Needles <b>2026</b>");

  await dialog.getByRole("button", { name: "Duplicate" }).click();
  await expect(dialog.getByRole("listitem")).toHaveCount(2);
  await expect(mine(page)).toHaveText(["Needles <b>2026</b>", "Needles <b>2026</b> (2)"]);

  await dialog.getByRole("button", { name: "Delete Needles <b>2026</b>", exact: true }).click();
  await expect(dialog.getByRole("listitem")).toHaveCount(1);
  await expect(picked(page)).toHaveText(/US-NKT/);
  await dialog.getByRole("button", { name: "Put it back" }).click();
  await expect(dialog.getByRole("listitem")).toHaveCount(2);
  await page.reload();
  await expect(mine(page)).toHaveText(["Needles <b>2026</b>", "Needles <b>2026</b> (2)"]);

  const again = await openList(page);
  await again.getByRole("button", { name: "Delete everything …" }).click();
  await again.getByRole("button", { name: "Keep it" }).click();
  await expect(again.getByRole("listitem")).toHaveCount(2);
  await again.getByRole("button", { name: "Delete everything …" }).click();
  await again.getByRole("button", { name: "Delete it all now" }).click();
  await expect(again.getByRole("listitem")).toHaveCount(0);
  expect(await kept(page)).toEqual([]);
  await page.reload();
  await answered(page);
  await expect(mine(page)).toHaveCount(0);
});

test("a project file brings data, question and pinned result to another browser", async ({ page, browser }) => {
  await visit(page);
  await openKept(page);
  await page.getByRole("button", { name: "Pin", exact: true }).click();
  await page.getByRole("checkbox", { name: "A 2001" }).uncheck();
  await expect(answer(page)).toContainText("2 studies");
  const said = await answer(page).innerText();
  await page.getByRole("button", { name: "Share your data and this view" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save project file" }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe("mine.understory.json");
  const content = await readFile(await saved.path(), "utf8");

  const other = await (await browser.newContext()).newPage();
  await visit(other);
  await choose(other, { name: "mine.understory.json", content });
  await expect(picked(other)).toHaveText("mine");
  await expect(answer(other)).toContainText("2 studies");
  expect(await answer(other).innerText()).toBe(said);
  await expect(other.getByRole("tabpanel")).toContainText("Against the pinned result");
  await other.reload();
  await expect(answer(other)).toContainText("2 studies");

  const before = await kept(other);
  await choose(other, { name: "cut.understory.json", content: content.slice(0, 400) });
  await expect(other.getByRole("alert")).toContainText("The project file is cut or was changed");
  await choose(other, { name: "newer.understory.json", content: content.replace('"version":1', '"version":7') });
  await expect(other.getByRole("alert")).toContainText("saved by a newer Understory");
  await expect(answer(other)).toContainText("2 studies");
  expect(await kept(other)).toEqual(before);
});

test("two tabs do not overwrite each other’s changes", async ({ context, page }) => {
  await visit(page);
  await openKept(page);
  const other = await context.newPage();
  await visit(other);
  await expect(mine(other)).toHaveText(["mine"]);
  await picker(other).selectOption({ label: "mine" });
  await expect(answer(other)).toContainText("3 studies");

  const dialog = await openList(other);
  await dialog.getByRole("button", { name: "Rename mine" }).click();
  await dialog.getByRole("textbox").fill("theirs");
  await other.keyboard.press("Enter");
  await expect.poll(async () => (await kept(other)).map(({ name }) => name)).toEqual(["theirs"]);
  // This page still has the data under their first name; only the list has heard of the change.
  await page.getByRole("checkbox", { name: "C 2003" }).uncheck();
  await expect.poll(async () => (await kept(page))[0]?.search).toContain("exclude=");
  expect((await kept(page)).map(({ name }) => name)).toEqual(["theirs"]);

  await dialog.getByRole("button", { name: "Delete theirs" }).click();
  await expect.poll(() => kept(other)).toEqual([]);
  await page.getByRole("checkbox", { name: "B 2002" }).uncheck();
  await expect(page.getByRole("alert")).toContainText("was deleted in another tab");
  await expect(answer(page)).toContainText("One study of 3");
  expect(await kept(page)).toEqual([]);
});

for (const [how, script] of [
  [
    "throws",
    () => {
      const open = () => {
        throw new DOMException("denied", "SecurityError");
      };
      Object.defineProperty(IDBFactory.prototype, "open", { value: open });
    },
  ],
  ["is not there", () => Object.defineProperty(globalThis, "indexedDB", { value: undefined })],
] as const) {
  test(`where storage ${how}, that is said once and the session goes on`, async ({ page }) => {
    await page.addInitScript(script);
    await visit(page);
    await expect(page.getByRole("alert")).toBeEmpty();
    await choose(page, MINE);
    await expect(answer(page)).toContainText("3 studies");
    const notice = page.getByRole("alert").getByText("does not let the page keep data");
    await expect(notice).toHaveCount(1);
    await page.getByRole("checkbox", { name: "C 2003" }).uncheck();
    await expect(answer(page)).toContainText("2 studies");
    await picker(page).selectOption("us-nkt");
    await picker(page).selectOption({ label: "mine" });
    await expect(answer(page)).toContainText("studies");
    const dialog = await openList(page);
    await expect(dialog).toContainText("not kept: in this tab only");
    await expect(notice).toHaveCount(0);
  });
}

test("a link to data that are kept elsewhere says so and opens the page", async ({ page }) => {
  await visit(page, "?data=own-elsewhere");
  await expect(page.getByRole("alert")).toContainText("someone’s own data");
  await expect(answer(page)).toContainText("US-NKT");
});
