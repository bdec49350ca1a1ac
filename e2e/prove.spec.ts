import { spawnSync } from "node:child_process";
import { expect, type Page, test } from "@playwright/test";
import { combobox, mapCell, study } from "./controls";
import { expectSaid, takeAway } from "./exportItem";
import { choose, csv, MEANS } from "./ownFile";
import { answer, answered, visit } from "./visit";

const runs = (command: string, ...args: readonly string[]) => spawnSync(command, args).status === 0;
const hasMetafor = runs("Rscript", "-e", "library(metafor)");
const python = ["import numpy, scipy, statsmodels", "import numpy, scipy"]
  .flatMap((imports) => ["python3", "/usr/bin/python3"].map((command) => ({ imports, command })))
  .find(({ imports, command }) => runs(command, "-c", imports))?.command;

/** Saves a text file by an item of the Export menu. */
async function take(page: Page, item: string): Promise<{ readonly name: string; readonly text: string }> {
  const { name, bytes } = await takeAway(page, item);
  return { name, text: bytes.toString("utf8") };
}

/** The last line that a program says of a script, or its fault. */
function lastLine(command: string, args: readonly string[], input: string): string {
  const { stdout, stderr, status } = spawnSync(command, args, { input, encoding: "utf8" });
  return status === 0 ? (stdout.trim().split("\n").at(-1) ?? "") : stderr;
}

/** What the results say of each study. */
async function effects(page: Page): Promise<unknown> {
  const { text } = await take(page, "Results (JSON)");
  const { studies } = JSON.parse(text) as {
    readonly studies: readonly { readonly id: string; readonly effect: unknown }[];
  };
  return studies.map(({ id, effect }) => [id, effect]);
}

test("the data leave as they came, and open again with the same effects", async ({ page }) => {
  await visit(page);
  const before = await effects(page);
  const { name, text } = await take(page, "Data (CSV)");
  expect(name).toBe("understory-us-nkt-for-spinal-pain-data.csv");
  await choose(page, { name, content: text });
  await expect(combobox(page, "Dataset")).toContainText("data");
  await answered(page);
  await mapCell(page, "Pain", "1 week").click();
  await answered(page);
  expect(await effects(page)).toEqual(before);
});

test("names that a spreadsheet would run are kept from it, and come back whole", async ({ page }) => {
  await visit(page);
  const names = ['=HYPERLINK("http://x")', "+A1", "@SUM(A1)"];
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const rows = names.map((name, i) => `${quoted(name)},Pain,1 week,Sham,${-i - 1},1,20,0,1,20`);
  await choose(page, { name: "hostile.csv", content: csv(MEANS, ...rows) });
  await answered(page);
  await expect(study(page, names[1]!)).toBeVisible();
  const { text } = await take(page, "Data (CSV)");
  expect(text).toContain('"\'=HYPERLINK(""http://x"")",Pain');
  expect(text).toContain("'+A1,Pain,1 week,Sham,-2,");
  await choose(page, { name: "again.csv", content: text });
  await answered(page);
  for (const name of names) await expect(study(page, name)).toBeVisible();
});

test("the results leave as JSON with the numbers of the view", async ({ page }) => {
  await visit(page, "?view=funnel");
  const { name, text } = await take(page, "Results (JSON)");
  expect(name).toBe("understory-us-nkt-pain-1-week-results.json");
  const results: unknown = JSON.parse(text);
  expect(results).toMatchObject({
    link: page.url(),
    data: { id: "us-nkt", kind: "simulated" },
    model: { method: "DL" },
    overall: { k: 8, N: 672 },
    view: { name: "funnel", smallStudy: { effects: { preferred: "pustejovskyRodgers" } } },
  });
  expect(results).toHaveProperty("studies.length", 8);
  expect(results).toHaveProperty("data.sha256", expect.stringMatching(/^[0-9a-f]{64}$/));
});

for (const view of ["forest", "funnel", "time", "bubble", "sensitivity"]) {
  test(`R finds the numbers of the view “${view}”`, async ({ page }) => {
    test.skip(!hasMetafor, "R with metafor is not installed");
    // R fits every analysis of the sensitivity view: of few trials these are fewer.
    const out = view === "sensitivity" ? [11, 14, 17, 20] : [11];
    await visit(page, `?view=${view}${out.map((trial) => `&exclude=Simulated+trial+${trial}`).join("")}`);
    const { name, text } = await take(page, "R script");
    expect(name).toBe(`understory-us-nkt-pain-1-week-${view}.R`);
    expect(text).toContain(page.url());
    if (view === "sensitivity")
      expect(text).toMatch(/# Selection models[\s\S]*# Every analysis: [\s\S]*# Every subset of 4 /);
    expect(lastLine("Rscript", ["-"], text)).toMatch(/^\d+ checks passed/);
  });
}

for (const query of [
  "?data=bcg-tuberculosis",
  "?data=bcg-tuberculosis&method=DL&weighting=MH",
  "?view=bubble",
  "?view=sensitivity",
]) {
  test(`Python finds the numbers of ${query}`, async ({ page }) => {
    test.skip(python === undefined, "Python with numpy and scipy is not installed");
    await visit(page, query);
    const { name, text } = await take(page, "Python script");
    expect(name).toMatch(/^understory-.*\.py$/);
    expect(lastLine(python ?? "", ["-"], text)).toMatch(/^\d+ checks passed/);
  });
}

test("the report is one page that asks for nothing and holds the answer and every figure", async ({
  page,
  context,
}) => {
  await visit(page);
  const said = (await answer(page).getByRole("paragraph").first().textContent()) ?? "";
  const { name, text } = await take(page, "Report (HTML)");
  expect(name).toBe("understory-us-nkt-pain-1-week-report.html");
  const report = await context.newPage();
  const asked: string[] = [];
  const faults: string[] = [];
  report.on("request", (request) => asked.push(request.url()));
  report.on("console", (message) => faults.push(message.text()));
  await report.setViewportSize({ width: 360, height: 700 });
  await report.setContent(text);
  await expect(report.getByRole("heading", { level: 1 })).toHaveText("Pain, 1 week");
  await expect(report.locator("main")).toContainText(said);
  await expect(report.getByText("Simulated trial-level data; pooled results match").first()).toBeVisible();
  for (const figure of ["Forest plot", "Funnel plot", "Time course", "Risk-of-bias figure", "Bubble plot"]) {
    await expect(report.getByRole("heading", { name: figure })).toBeVisible();
  }
  expect(await report.getByRole("img").count()).toBeGreaterThanOrEqual(5);
  expect(await report.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  expect([asked, faults]).toEqual([[], []]);
});

test("where nothing is pooled a script says so, and the data still leave", async ({ page }) => {
  await visit(page);
  await choose(page, { name: "none.csv", content: csv("study,ai,n1i,ci,n2i", "A,0,10,0,10", "B,0,12,0,9") });
  await expect(answer(page)).toContainText("can be pooled");
  await page.getByRole("button", { name: "Export", exact: true }).click();
  await page.getByRole("menuitem", { name: "R script", exact: true }).click();
  await expectSaid(page, "Nothing is pooled here");
  expect((await take(page, "Data (CSV)")).text).toMatch(/^A,/m);
});
