import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { COUNTS, choose, csv, MEANS } from "./ownFile";
import { answer, figure, visit } from "./visit";

const GOOD = "Good 2001,Pain,1 week,Sham,5,50,9,51";
const GOOD_MEANS = "Good 2001,Pain,1 week,Sham,5,1,20,6,1,20";

interface Refused {
  readonly name: string;
  readonly content: string | Buffer;
  readonly says: readonly string[];
}

const inRow3 = (column: string, value: string, why: string) => [`Row 3, column “${column}”`, `“${value}”`, why];

const REFUSED: readonly Refused[] = [
  { name: "an empty file", content: "", says: ["The file is empty."] },
  { name: "no header", content: csv("A 2001,5,50,9,51", "B 2002,5,50,9,51"), says: ["looks like data", "“A 2001”"] },
  {
    name: "missing columns",
    content: csv("study,ai,n1i", "A,1,9"),
    says: ["The columns do not yet make a result", "events and participants of both arms"],
  },
  {
    name: "text in a number",
    content: csv(COUNTS, GOOD, "Bad 2002,Pain,1 week,Sham,five,50,9,51"),
    says: inRow3("ai", "five", "is not a number"),
  },
  {
    name: "a negative SD",
    content: csv(MEANS, GOOD_MEANS, "Bad 2002,Pain,1 week,Sham,5,-1,20,6,1,20"),
    says: inRow3("sd1i", "-1", "must be greater than zero"),
  },
  {
    name: "a negative n",
    content: csv(COUNTS, GOOD, "Bad 2002,Pain,1 week,Sham,5,50,9,-51"),
    says: inRow3("n2i", "-51", "whole number of at least 1"),
  },
  {
    name: "an n of zero",
    content: csv(COUNTS, GOOD, "Bad 2002,Pain,1 week,Sham,0,0,9,51"),
    says: inRow3("n1i", "0", "whole number of at least 1"),
  },
  {
    name: "events above n",
    content: csv(COUNTS, GOOD, "Bad 2002,Pain,1 week,Sham,5,50,52,51"),
    says: inRow3("ci", "52", "52 events among 51 participants"),
  },
  { name: "a duplicated row", content: csv(COUNTS, GOOD, GOOD), says: ["Row 3 repeats row 2"] },
  {
    name: "means and events in one outcome",
    content: csv(`${COUNTS},m1i,sd1i,m2i,sd2i`, `${GOOD},,,,`, "Bad 2002,Pain,1 month,Sham,,9,,9,5,1,4,1"),
    says: ["Row 3 gives means for “Pain”", "row 2 gives numbers of events", "different outcome names"],
  },
  {
    name: "an image renamed to .csv",
    content: Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"),
    says: ["is a picture, which cannot be opened here"],
  },
];

test("each bad file gets a plain message and leaves the page as it was", async ({ page }) => {
  await visit(page);
  const before = await answer(page).innerText();
  for (const { name, content, says } of REFUSED) {
    await test.step(name, async () => {
      await choose(page, { name: "mine.csv", content });
      const dialog = page.getByRole("dialog", { name: "“mine.csv”" });
      for (const words of says) await expect(dialog).toContainText(words);
      expect(await answer(page).innerText()).toBe(before);
      await dialog.getByRole("button", { name: "Keep what is open" }).click();
      await expect(dialog).toBeHidden();
      expect(await answer(page).innerText()).toBe(before);
      await expect(figure(page)).toContainText("Simulated trial 01");
    });
  }
});

const BCG = readFileSync("public/data/bcg-tuberculosis/trials.csv", "utf8");
const DECIMALS = csv(
  "study;outcome;timepoint;comparator;m1i;sd1i;n1i;m2i;sd2i;n2i",
  "A 2001;Pain;1 week;Sham;5,25;1,5;20;6,5;1,5;20",
  "B 2002;Pain;1 week;Sham;4,25;1,5;20;6,25;1,5;20",
);

const LOADED = [
  { name: "UTF-16 with a byte order mark", content: Buffer.from(`\uFEFF${BCG}`, "utf16le"), says: "0.49 (95% CI 0.33" },
  { name: "UTF-8 with a byte order mark", content: `\uFEFF${BCG}`, says: "0.49 (95% CI 0.33" },
  {
    name: "tabs",
    content: BCG.replaceAll('","', '"\t"').replaceAll(/,(?=\d|\r?\n|"\w)/g, "\t"),
    says: "0.49 (95% CI 0.33",
  },
];

test("each way of writing a table is understood", async ({ page }) => {
  await visit(page);
  for (const { name, content, says } of LOADED) {
    await test.step(name, async () => {
      await choose(page, { name: `${name}.csv`, content });
      await expect(page.getByRole("combobox", { name: "Dataset" }).locator("option:checked")).toHaveText(name);
      await expect(answer(page)).toContainText(says);
    });
  }
});

test("semicolons with decimal commas are understood", async ({ page }) => {
  await visit(page);
  await choose(page, { name: "mine.csv", content: DECIMALS });
  await expect(answer(page)).toContainText("2 studies");
  await page.getByRole("combobox", { name: "Measure" }).selectOption("MD");
  // Mean differences −1.25 and −2, equal in precision.
  await expect(answer(page)).toContainText("−1.63");
});
