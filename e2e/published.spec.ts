import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { combobox, comparator, mapCell } from "./controls";
import { answer, show, visit } from "./visit";

interface PublishedFigure {
  readonly outcome: string;
  readonly timepoint: string;
  readonly comparator: string | null;
  readonly estimate: number | null;
  readonly ciLb: number | null;
  readonly ciUb: number | null;
  readonly I2: number | null;
  readonly decimals: number;
  readonly significant: boolean | null;
}

const { comparators, publishedFigures } = (
  JSON.parse(readFileSync("public/data/us-nkt/datapackage.json", "utf8")) as {
    understory: { comparators: string[]; publishedFigures: PublishedFigure[] };
  }
).understory;

test("the data package still holds the review's 18 results", () => {
  expect(publishedFigures).toHaveLength(18);
});

for (const against of [null, ...comparators]) {
  test(`every published result against ${against?.toLowerCase() ?? "all comparators"} is read off the map`, async ({
    page,
  }) => {
    await visit(page);
    await combobox(page, "Compare by").selectOption("Nothing: all together");
    for (const other of comparators.filter((name) => against && name !== against)) {
      await comparator(page, other).click();
      await expect(comparator(page, other)).toHaveAttribute("aria-pressed", "false");
    }
    for (const figure of publishedFigures.filter((f) => f.comparator === against)) {
      await test.step(`${figure.outcome}, ${figure.timepoint}`, () => expectPublished(page, figure));
    }
  });
}

async function expectPublished(page: Page, figure: PublishedFigure): Promise<void> {
  const { outcome, timepoint, estimate, ciLb, ciUb, I2 } = figure;
  const place = mapCell(page, outcome, timepoint);
  await place.click();
  await expect(place).toHaveAttribute("aria-selected", "true");
  const noun = outcome === "Pain" ? "pain" : "physical disability";
  const control = figure.comparator?.toLowerCase() ?? "control";
  await expect(answer(page)).toContainText(
    figure.significant === false
      ? `${noun === "pain" ? "Pain" : "Physical disability"} at ${timepoint}: the trials are compatible with anything`
      : `US-NKT lowered ${noun} more than ${control} at ${timepoint}: `,
  );
  const [said, low, high] = await effectSaid(page);
  const named = spaced((await place.getAttribute("aria-label")) ?? "");
  expect(named, "the map says what the Answer says").toContain(said);
  expect(low <= 0 && high >= 0, `the interval ${said} includes no effect`).toBe(figure.significant === false);
  if (estimate === null || ciLb === null || ciUb === null) return;
  const [mu, from, to] = [estimate, ciLb, ciUb].map((x) => printed(x, figure.decimals));
  expect(said).toBe(`SMD ${mu} (95% CI ${from} to ${to})`);
  await expect(answer(page)).toContainText(`(I² ${I2}%)`);
}

/** The effect in the Answer, and the limits of its interval as numbers. */
async function effectSaid(page: Page): Promise<readonly [string, number, number]> {
  const text = spaced(await answer(page).innerText());
  const found = /SMD −?[\d.]+ \(95% CI (−?[\d.]+) to (−?[\d.]+)\)/.exec(text);
  expect(found, `an effect in “${text}”`).not.toBeNull();
  const [said = "", low = "", high = ""] = found ?? [];
  return [said, Number(low.replace("−", "-")), Number(high.replace("−", "-"))];
}

/** With every space a plain one. */
function spaced(text: string): string {
  return text.replace(/\s/g, " ");
}

/** As the review prints a number, with a true minus sign. */
function printed(x: number, decimals: number): string {
  return x.toFixed(decimals).replace("-", "−");
}

test("“What is real here?” sets every published figure beside ours, and all agree", async ({ page }) => {
  await visit(page);
  await page.getByRole("button", { name: "What is real here?" }).click();
  const account = page.getByRole("dialog", { name: "What is real here?" });
  const rows = account.getByRole("region", { name: "Published figures beside ours" }).getByRole("row");
  await expect(rows).toHaveCount(1 + publishedFigures.length);
  await expect(rows.getByRole("cell", { name: "Yes", exact: true })).toHaveCount(publishedFigures.length);
  await expect(rows.filter({ hasText: "Pain, 1 month (SMD)" })).toHaveText(
    /(−1\.74 \(−2\.50 to −0\.98\), I² 95%){2}\s*Yes$/,
  );
  const facts = account.getByRole("definition");
  for (const fact of ["12", "1,694", "23", "2,107", "60.9%", "43.5%"]) {
    await expect(facts.filter({ hasText: new RegExp(`^${fact}$`) })).toBeVisible();
  }
  await expect(facts.filter({ hasText: /^4\.6%.* v 13\.8%/ })).toBeVisible();
});

test("adverse events add up to 4.6% v 13.8% in 10 trials", async ({ page }) => {
  await visit(page);
  await mapCell(page, "Adverse events", "During follow-up").click();
  await expect(answer(page)).toContainText("10 trials");
  await show(page, "Data");
  await expect(dataTable(page).locator("tbody tr")).toHaveCount(10);
  const share = async (arm: string) => {
    const sum = async (column: string) => (await numbersUnder(page, column)).reduce((a, b) => a + b, 0);
    return ((100 * (await sum(`${arm} events`))) / (await sum(`${arm} total`))).toFixed(1);
  };
  expect([await share("US-NKT"), await share("Control")]).toEqual(["4.6", "13.8"]);
});

const dataTable = (page: Page) => page.getByRole("grid", { name: "Trials and their data" });

/** The numbers of a column of the Data view, which must all be there. */
async function numbersUnder(page: Page, title: string): Promise<readonly number[]> {
  const table = dataTable(page);
  const titles = await table.getByRole("columnheader").allInnerTexts();
  const at = titles.findIndex((text) => text.trim() === title);
  expect(at, `a column “${title}” among ${titles.join(", ")}`).toBeGreaterThan(-1);
  const rows = await table.locator("tbody tr").all();
  const texts = await Promise.all(rows.map((row) => row.locator("th, td").nth(at).innerText()));
  return texts.map((text) => {
    expect(text).toMatch(/^\d+$/);
    return Number(text);
  });
}
