import { expect, type Page, test } from "@playwright/test";
import { choose, csv, MEANS } from "./ownFile";
import { exportSvg } from "./svgFile";
import { answer, answered, visit } from "./visit";

/** One study is there twice. */
const TWICE = csv(
  MEANS,
  "Ahn 2011,Pain,1 month,Sham,3.1,1.5,30,4.0,1.6,31",
  "Bae 2012,Pain,1 month,Sham,2.8,1.3,24,3.9,1.5,25",
  "Bae 2013,Pain,1 month,Sham,2.8,1.3,24,3.9,1.5,25",
);
const FOREIGN = { name: "notes.csv", content: "who,a,b\nLee 2019,-0.5,0.2\nKim 2020,-0.3,0.1\n" };

const mine = (page: Page) =>
  page.getByRole("combobox", { name: "Dataset" }).locator('optgroup[label="Your data"] option');
const checks = (page: Page) => page.getByRole("button", { name: /^Checks/ });
const step = (page: Page) => page.getByRole("dialog", { name: "What do the columns of “notes.csv” hold?" });
const role = (page: Page, header: string) => step(page).getByRole("combobox", { name: header, exact: true });
const stored = (page: Page) => page.evaluate(() => Object.keys(localStorage).toSorted());

/** What the database remembers, by key. */
const rememberedKeys = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<readonly string[]>((resolve, reject) => {
        const opening = indexedDB.open("understory");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction("remembered").objectStore("remembered").getAllKeys();
          all.onsuccess = () => {
            resolve(all.result.map(String));
            opening.result.close();
          };
        };
      }),
  );

async function putAside(page: Page): Promise<void> {
  await checks(page).click();
  const dialog = page.getByRole("dialog", { name: "Checks of the data" });
  await dialog.getByRole("button", { name: "Put aside" }).click();
  await expect(dialog.getByRole("status")).toContainText("Put aside");
  await page.keyboard.press("Escape");
}

test("findings put aside and columns mapped outlive a reload, until everything is deleted", async ({ page }) => {
  await visit(page);
  await choose(page, FOREIGN);
  await role(page, "who").selectOption({ label: "Name of the study" });
  await role(page, "a").selectOption({ label: "Leave it out" });
  await step(page).getByRole("button", { name: "Keep what is open" }).click();
  await choose(page, { name: "twice.csv", content: TWICE });
  await expect(answer(page)).toContainText("3 studies");
  await expect(checks(page)).toHaveText(/^Checks: 1/);
  await putAside(page);
  await expect(checks(page)).toHaveText("Checks");
  await expect.poll(() => rememberedKeys(page)).toHaveLength(2);
  expect(await stored(page)).toEqual([]);

  await page.reload();
  await expect(answer(page)).toContainText("3 studies");
  await checks(page).click();
  await expect(page.getByText("Put aside (1)")).toBeVisible();
  await page.keyboard.press("Escape");
  await choose(page, FOREIGN);
  await expect(step(page)).toContainText("You told what these columns hold before");
  await expect(role(page, "a").locator("option:checked")).toHaveText("Leave it out");
  await step(page).getByRole("button", { name: "Keep what is open" }).click();

  await page.getByRole("button", { name: /^Your data: / }).click();
  const dialog = page.getByRole("dialog", { name: "Your data" });
  await dialog.getByRole("button", { name: "Delete everything …" }).click();
  await dialog.getByRole("button", { name: "Delete it all now" }).click();
  await expect.poll(() => rememberedKeys(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await choose(page, FOREIGN);
  await expect(step(page)).toBeVisible();
  await expect(step(page)).not.toContainText("You told what these columns hold before");
});

test("what a former version kept is there, and what it had in local storage is taken over once", async ({ page }) => {
  // A page of the site that runs no script of it.
  await page.goto("./data/us-nkt/datapackage.json");
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        localStorage.setItem("understory.theme", "dark");
        localStorage.setItem("understory.dismissed-findings", JSON.stringify(["of-old"]));
        const style = { theme: "bmj", width: 174, font: 8, scale: 2, transparent: false, paper: "a4" };
        localStorage.setItem("understory.figure", JSON.stringify(style));
        const opening = indexedDB.open("understory", 1);
        opening.onerror = () => reject(opening.error);
        opening.onupgradeneeded = () => {
          opening.result.createObjectStore("entries", { keyPath: "id" });
          opening.result.createObjectStore("data", { keyPath: "id" });
        };
        opening.onsuccess = () => {
          const header = ["study", "outcome", "timepoint", "comparator", "yi", "sei"];
          const rows = [
            ["Lee", "Pain", "1 week", "Sham", "-0.5", "0.2"],
            ["Kim", "Pain", "1 week", "Sham", "-0.3", "0.1"],
          ];
          const known = { id: "old1", name: "of old", fileName: "old.csv", format: "tidy table" };
          const own = { ...known, table: { header, rows }, described: {}, remedies: [], exported: [] };
          const entry = { ...known, rows: 2, bytes: 99, search: "", pinned: null, updatedAt: 1, revision: 1 };
          const tx = opening.result.transaction(["entries", "data"], "readwrite");
          tx.objectStore("entries").put(entry);
          tx.objectStore("data").put({ id: "old1", json: JSON.stringify(own) });
          tx.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
  );
  await visit(page);
  await expect(mine(page)).toHaveText(["of old"]);
  await expect(page.locator("html[data-theme=dark]")).toBeAttached();
  await expect.poll(() => rememberedKeys(page)).toEqual(["dismissed-findings", "figure"]);
  expect(await stored(page)).toEqual(["understory.theme"]);
  expect((await exportSvg(page)).svg).toMatch(/ width="17[34][.\d]*mm" /);
  await page.getByRole("combobox", { name: "Dataset" }).selectOption({ label: "of old" });
  await expect(answer(page)).toContainText("2 studies");
});

test("where storage is denied, what is put aside and chosen lasts for the visit", async ({ page }) => {
  await page.addInitScript(() => {
    const deny = () => {
      throw new DOMException("denied", "SecurityError");
    };
    Object.defineProperty(IDBFactory.prototype, "open", { value: deny });
    Object.defineProperty(globalThis, "localStorage", { get: deny });
  });
  const faults: string[] = [];
  page.on("pageerror", ({ message }) => faults.push(message));
  await visit(page);
  await choose(page, { name: "twice.csv", content: TWICE });
  await expect(answer(page)).toContainText("3 studies");
  await expect(checks(page)).toHaveText(/^Checks: 1/);
  await putAside(page);
  await expect(checks(page)).toHaveText("Checks");
  expect((await exportSvg(page)).svg).toContain("Ahn 2011");
  await choose(page, FOREIGN);
  await role(page, "who").selectOption({ label: "Name of the study" });
  await step(page).getByRole("button", { name: "Keep what is open" }).click();
  await expect(step(page)).toBeHidden();
  await answered(page);
  expect(faults).toEqual([]);
});
