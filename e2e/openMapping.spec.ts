import { expect, type Page, test } from "@playwright/test";
import { BCG_FOREIGN, BCG_POOLED } from "./fixtures/bcgTables";
import { choose, csv } from "./ownFile";
import { answer, figure, visit } from "./visit";

const FILE = { name: "field notes.csv", content: BCG_FOREIGN };

const step = (page: Page) => page.getByRole("dialog", { name: "What do the columns of “field notes.csv” hold?" });
const preview = (page: Page) => step(page).getByRole("region", { name: "Preview" });
const role = (page: Page, header: string) => step(page).getByRole("combobox", { name: header, exact: true });

async function say(page: Page, roles: Readonly<Record<string, string>>): Promise<void> {
  for (const [header, words] of Object.entries(roles)) await role(page, header).selectOption({ label: words });
}

const BCG_ROLES = {
  "Trial report": "Name of the study",
  "TB vaccinated": "Events, arm 1",
  "Total vaccinated": "Participants, arm 1",
  "TB unvaccinated": "Events, arm 2",
  "Total unvaccinated": "Participants, arm 2",
};

test("a foreign table is seen pooled before it is opened, and follows each correction", async ({ page }) => {
  await visit(page);
  const before = await answer(page).innerText();
  await choose(page, FILE);
  await say(page, { ...BCG_ROLES, "TB vaccinated": "Leave it out" });
  await expect(step(page).getByRole("button", { name: "Open", exact: true })).toBeDisabled();
  await expect(preview(page)).toContainText("No row can be used yet");
  await say(page, BCG_ROLES);
  await expect(preview(page)).toContainText(BCG_POOLED);
  await expect(preview(page)).toContainText("13 studies in 13 rows");
  await expect(preview(page).getByRole("img")).toContainText("Aronson, 1948");
  expect(await answer(page).innerText()).toBe(before);
  await step(page).getByRole("button", { name: "Open", exact: true }).click();
  await expect(step(page)).toBeHidden();
  await expect(answer(page)).toContainText(BCG_POOLED);
  await expect(figure(page)).toContainText("Aronson, 1948");
});

test("what was said of columns is there again for a file with the same ones, opened or not", async ({ page }) => {
  await visit(page);
  const before = await answer(page).innerText();
  await choose(page, FILE);
  await say(page, { ...BCG_ROLES, "TB vaccinated": "Events, arm 2", "TB unvaccinated": "Events, arm 1" });
  await step(page).getByRole("textbox", { name: "Outcome of all rows" }).fill("Tuberculosis");
  await expect(preview(page)).toContainText("tuberculosis");
  await step(page).getByRole("button", { name: "Keep what is open" }).click();
  await expect(step(page)).toBeHidden();
  expect(await answer(page).innerText()).toBe(before);
  await choose(page, FILE);
  await expect(step(page)).toContainText("You told what these columns hold before");
  await expect(role(page, "TB vaccinated").locator("option:checked")).toHaveText("Events, arm 2");
  await expect(step(page).getByRole("textbox", { name: "Outcome of all rows" })).toHaveValue("Tuberculosis");
});

test("the whole step works with the keyboard", async ({ page }) => {
  await visit(page);
  await choose(page, FILE);
  await say(page, BCG_ROLES);
  await role(page, "TB vaccinated").focus();
  await page.keyboard.press("Tab");
  await expect(role(page, "Total vaccinated")).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  // A select takes the letters of its options: "Events, arm 2", then the first one back.
  await page.keyboard.type("Leave");
  await expect(role(page, "TB vaccinated").locator("option:checked")).toHaveText("Leave it out");
  await page.waitForTimeout(1500); // or the letters would go on from those before
  await page.keyboard.type("Events, arm 1");
  await expect(preview(page)).toContainText(BCG_POOLED);
  await step(page).getByRole("button", { name: "Open", exact: true }).press("Enter");
  await expect(answer(page)).toContainText(BCG_POOLED);
});

test("rows that cannot be used are listed before the table is opened without them", async ({ page }) => {
  await visit(page);
  const content = `${BCG_FOREIGN}\r\nWrong 1999,70,60,5,50\r\n`;
  await choose(page, { ...FILE, content });
  await say(page, BCG_ROLES);
  await expect(preview(page)).toContainText("1 row cannot be used");
  await expect(preview(page)).toContainText("70 events among 60 participants");
  await step(page).getByRole("button", { name: "Open without a row" }).click();
  await expect(answer(page)).toContainText(BCG_POOLED);
});

const WIDE = csv(
  "trial label,pain now intervention,pain later intervention,scatter now i,scatter later i,heads i,pain now control,pain later control,scatter now c,scatter later c,heads c",
  "A 2001,5,4,2,2,30,6,6,2,2,30",
  "B 2002,4,3,2,2,30,6,5,2,2,30",
);

test("columns of a wide table are told apart by outcome and timepoint", async ({ page }) => {
  await visit(page);
  await choose(page, { ...FILE, content: WIDE });
  await say(page, {
    "trial label": "Name of the study",
    "pain now intervention": "Mean, arm 1",
    "pain later intervention": "Mean, arm 1",
    "scatter now i": "SD, arm 1",
    "scatter later i": "SD, arm 1",
    "heads i": "Participants, arm 1",
    "pain now control": "Mean, arm 2",
    "pain later control": "Mean, arm 2",
    "scatter now c": "SD, arm 2",
    "scatter later c": "SD, arm 2",
    "heads c": "Participants, arm 2",
  });
  for (const [when, headers] of Object.entries({
    "1 week": ["pain now intervention", "scatter now i", "pain now control", "scatter now c"],
    "1 month": ["pain later intervention", "scatter later i", "pain later control", "scatter later c"],
  })) {
    for (const header of headers) {
      const about = step(page).getByRole("group", { name: `What “${header}” is about` });
      await about.getByRole("textbox", { name: "Timepoint" }).fill(when);
    }
  }
  await expect(preview(page)).toContainText("2 studies in 4 rows: 1 outcome, 2 timepoints and 1 comparator");
  await step(page).getByRole("button", { name: "Open", exact: true }).click();
  const map = page.getByRole("grid", { name: "Evidence map" });
  await expect(map.getByRole("columnheader", { name: "1 week" })).toBeVisible();
  await expect(map.getByRole("columnheader", { name: "1 month" })).toBeVisible();
});
