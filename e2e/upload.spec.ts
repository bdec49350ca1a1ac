import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { COUNTS, choose, csv, drop } from "./ownFile";
import { answer, figure, show, visit } from "./visit";

const BCG = readFileSync("public/data/bcg-tuberculosis/trials.csv", "utf8");
// metafor: rma(measure = "RR", method = "REML", test = "knha") of dat.bcg, exponentiated.
const BCG_POOLED = "0.49 (95% CI 0.33 to 0.73)";

const picked = (page: Page) => page.getByRole("combobox", { name: "Dataset" }).locator("option:checked");

test("a file from the file chooser is pooled like a bundled dataset", async ({ page }) => {
  await visit(page);
  await choose(page, { name: "bcg.csv", content: BCG });
  await expect(answer(page)).toContainText(BCG_POOLED);
  await expect(answer(page)).toContainText("13 studies");
  await expect(page.getByText("Your data", { exact: true })).toBeVisible();
  await expect(picked(page)).toHaveText("bcg");
  await expect(figure(page)).toContainText("Aronson, 1948");
});

test("a file dropped on the page opens, and the dataset before it is one choice away", async ({ page }) => {
  await visit(page);
  const before = await answer(page).innerText();
  await drop(page, { name: "bcg.csv", content: BCG });
  await expect(answer(page)).toContainText(BCG_POOLED);
  await page.getByRole("combobox", { name: "Dataset" }).selectOption("us-nkt");
  await expect.poll(() => answer(page).innerText()).toBe(before);
  await page.getByRole("combobox", { name: "Dataset" }).selectOption({ label: "bcg" });
  await expect(answer(page)).toContainText(BCG_POOLED);
});

test("a description file chosen with the table names its outcomes and units", async ({ page }) => {
  await visit(page);
  const description = readFileSync("public/data/dbs-parkinson/datapackage.json", "utf8");
  const table = readFileSync("public/data/dbs-parkinson/trials.csv", "utf8");
  await choose(page, { name: "datapackage.json", content: description }, { name: "mine.csv", content: table });
  await expect(answer(page)).toContainText("points");
  await expect(page.getByText("Your data", { exact: true })).toBeVisible();
});

const GOOD = [
  "A 2001,Pain,1 week,Sham,5,50,9,51",
  "B 2002,Pain,1 week,Sham,4,40,8,41",
  "C 2003,Pain,1 week,Sham,6,60,9,61",
];

test("opens without the rows that are wrong, and says how many those are", async ({ page }) => {
  await visit(page);
  const content = csv(
    COUNTS,
    ...GOOD,
    "Wrong 2004,Pain,1 week,Sham,70,60,9,61",
    "Wrong 2005,Pain,1 week,Sham,-1,60,9,0",
  );
  await choose(page, { name: "mine.csv", content });
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("3 rows can be used, 2 cannot");
  await dialog.getByRole("button", { name: "Open without these 2 rows" }).click();
  await expect(dialog).toBeHidden();
  await expect(answer(page)).toContainText("3 studies");
  await expect(figure(page)).toContainText("C 2003");
  await expect(figure(page)).not.toContainText("Wrong");
});

test("markup and formulas in study names are shown as they are and run nowhere", async ({ page }) => {
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await visit(page);
  const names = ["<script>alert(1)</script>", "<img src=x onerror=alert(2)>", '"=HYPERLINK(""http://127.0.0.1:1/"")"'];
  const content = csv(COUNTS, ...names.map((name, i) => `${name},Pain <b>bold</b>,1 week,Sham,${i + 2},40,8,41`));
  await choose(page, { name: "<u>mine.csv", content });
  await expect(figure(page)).toContainText("<script>alert(1)</script>");
  for (const tab of ["Funnel", "Data", "Methods", "Forest"] as const) await show(page, tab);
  await expect(page.getByRole("checkbox", { name: "<img src=x onerror=alert(2)>" })).toBeVisible();
  await page.getByRole("checkbox", { name: '=HYPERLINK("http://127.0.0.1:1/")' }).press("Enter");
  await expect(page.getByRole("dialog")).toContainText('=HYPERLINK("http://127.0.0.1:1/")');
  expect(await page.locator("main img, main b, dialog u, main script").count()).toBe(0);
  expect(dialogs).toEqual([]);
});
