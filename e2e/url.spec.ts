import { expect, type Page, test } from "@playwright/test";
import { combobox, comparator, mapCell, searchOf, study } from "./controls";
import { answer, figure, show, visit } from "./visit";

// Numbers are R metafor's for the same rows under the model that the link or the dataset names.
const LINKS: readonly (readonly [search: string, answer: string])[] = [
  ["", "SMD −1.11 (95% CI −1.42 to −0.79), 8 trials, 672 patients"],
  ["?timepoint=1+month&compare=none", "SMD −1.74 (95% CI −2.50 to −0.98), 9 trials, 758 patients"],
  ["?outcome=Physical+function", "SMD −0.92 (95% CI −1.42 to −0.42), 4 trials, 242 patients"],
  ["?outcome=Adverse+events&timepoint=During+follow-up", "RR 0.38 (95% CI 0.24 to 0.61), 10 trials, 1,016 patients"],
  ["?compare=none&measure=MD", "MD −1.54 points (95% CI −2.15 to −0.94), 8 trials"],
  ["?compare=none&exclude=Simulated+trial+11", "SMD −1.21 (95% CI −1.48 to −0.94), 7 trials, 574 patients"],
  ["?compare=none&model=cochrane", "SMD −1.11 (95% CI −1.48 to −0.74), 8 trials"],
  ["?exclude=Simulated+trial+11&model=cochrane", "SMD −1.21 (95% CI −1.54 to −0.88), 7 trials"],
  [
    "?compare=none&model=custom&method=DL&test=z&prediction=V&level=0.9&variance=RevMan&zeros=only0&grouptau=separate",
    "SMD −1.11 (90% CI −1.37 to −0.84), 8 trials",
  ],
  [
    "?timepoint=1+month&without=Conventional+needle-knife+therapy&compare=none&model=cochrane",
    "SMD −1.97 (95% CI −3.76 to −0.18), 5 trials",
  ],
  ["?compare=none&filter.level=Lumbar", "SMD −1.25 (95% CI −1.57 to −0.93), 5 trials, 424 patients"],
  ["?compare=none&filter.year=2020..2024", "SMD −1.35 (95% CI −1.91 to −0.78), 3 trials"],
  ["?data=bcg-tuberculosis", "RR 0.49 (95% CI 0.34 to 0.70), 13 trials"],
  ["?data=p6-nausea&measure=OR", "OR 0.51 (95% CI 0.32 to 0.79), 16 trials"],
  ["?data=nrt-smoking", "RR 1.57 (95% CI 1.48 to 1.67), 136 trials"],
  ["?data=dbs-parkinson&timepoint=6+months", "−27.47 points (95% CI −30.38 to −24.57), 22 studies"],
  ["?data=antihistamines-cold&timepoint=Day+2", "SMD 0.25 (95% CI 0.13 to 0.38), 9 studies"],
];

test("each link answers what it asks, and stays as it was pasted", async ({ page }) => {
  for (const [search, expected] of LINKS) {
    await test.step(search, async () => {
      await visit(page, search);
      await expect(answer(page)).toContainText(expected);
      expect(searchOf(page)).toBe(search);
      await expect(notices(page)).toHaveCount(0);
    });
  }
});

/** What the page says it could not do as the link asked. */
function notices(page: Page) {
  return page.getByRole("alert").getByRole("paragraph");
}

// What the link asks for, how the page names it, and what is left of the link.
const STALE: readonly (readonly [search: string, said: string, left: string])[] = [
  ["?outcome=Sleep", "the outcome “Sleep”", ""],
  ["?timepoint=2+years&compare=none", "the timepoint “2 years”", "?compare=none"],
  ["?without=Placebo", "the comparator “Placebo”", ""],
  ["?compare=colour", "the column to compare by “colour”", ""],
  ["?exclude=Simulated+trial+99", "the trial “Simulated trial 99”", ""],
  ["?filter.shoe=42", "the filter “shoe”", ""],
  ["?model=bayes", "“model = bayes”", ""],
  ["?hue=red", "“hue = red”", ""],
  ["?data=nope", "“nope”", ""],
];

test("a stale link is corrected, and the page says so until it is dismissed", async ({ page }) => {
  for (const [search, said, left] of STALE) {
    await test.step(search, async () => {
      await visit(page, search);
      await expect(notices(page)).toHaveCount(1);
      await expect(notices(page)).toContainText(said);
      await expect(answer(page)).toContainText("SMD −1.11 (95% CI −1.42 to −0.79), 8 trials, 672 patients");
      expect(searchOf(page)).toBe(left);
      await page.getByRole("button", { name: "Dismiss" }).click();
      await expect(notices(page)).toHaveCount(0);
    });
  }
});

test("a stale filter value is said, not answered with an empty page", async ({ page }) => {
  await visit(page, "?filter.country=Atlantis");
  await expect(notices(page)).toContainText("“Atlantis”");
  await expect(answer(page)).toContainText("8 trials, 672 patients");
});

test("a measure that no outcome of the dataset can give is corrected, and said", async ({ page }) => {
  await visit(page, "?data=bcg-tuberculosis&measure=MD");
  await expect(notices(page)).toHaveCount(1);
  await expect(answer(page)).toContainText("RR 0.49 (95% CI 0.34 to 0.70)");
  expect(searchOf(page)).toBe("?data=bcg-tuberculosis");
});

test("Back and Forward lead through each choice, and reload keeps the last", async ({ page }) => {
  await visit(page);
  await mapCell(page, "Pain", "1 month").click();
  await expect(answer(page)).toContainText("SMD −1.74");
  await comparator(page, "Recommended therapy").click();
  await expect(answer(page)).toContainText("SMD −1.46");
  await combobox(page, "Model").selectOption("Cochrane 2024");
  await expect(figure(page)).toContainText("REML");
  await expect(page).toHaveURL(/model=cochrane/); // the step of history follows the drawing
  const last = (await answer(page).textContent()) ?? "";

  await page.goBack();
  await expect(combobox(page, "Model")).toHaveValue("published");
  await expect(answer(page)).toContainText("SMD −1.46");
  await page.goBack();
  await expect(comparator(page, "Recommended therapy")).toHaveAttribute("aria-pressed", "true");
  await expect(answer(page)).toContainText("SMD −1.74");
  await page.goBack();
  await expect(answer(page)).toContainText("SMD −1.11");
  expect(searchOf(page)).toBe("");

  for (let i = 0; i < 3; i++) await page.goForward();
  await expect(answer(page)).toHaveText(last);
  await page.reload();
  await expect(answer(page)).toHaveText(last);
});

test("Back leads from dataset to dataset", async ({ page }) => {
  await visit(page, "?timepoint=1+month");
  await combobox(page, "Dataset").selectOption("BCG against tuberculosis");
  await expect(answer(page)).toContainText("RR 0.49");
  await page.goBack();
  await expect(answer(page)).toContainText("SMD −1.74");
  await page.goForward();
  await expect(answer(page)).toContainText("RR 0.49");
});

test("the address holds only what is not the usual, and nothing once all is undone by hand", async ({ page }) => {
  await visit(page);
  expect(searchOf(page)).toBe("");
  await show(page, "Funnel");
  await expect.poll(() => searchOf(page)).toBe("?view=funnel");
  await study(page, "Simulated trial 11").click();
  await expect.poll(() => searchOf(page)).toBe("?exclude=Simulated+trial+11&view=funnel");
  await combobox(page, "Model").selectOption("Cochrane 2024");
  await combobox(page, "Model").selectOption("Custom");
  await combobox(page, "Model").selectOption("As published");
  await show(page, "Forest");
  await study(page, "Simulated trial 11").click();
  await expect(answer(page)).toContainText("8 trials, 672 patients");
  await expect.poll(() => searchOf(page)).toBe("");
});

test("the shared link is the address, and names the rows that it shows", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await visit(page, "?compare=none&exclude=Simulated+trial+11");
  await page.getByRole("button", { name: "Copy link to this view" }).click();
  await expect(page.getByRole("banner")).toContainText("Link copied");
  const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
  expect(link.searchParams.get("hash") ?? "0123456789ab").toMatch(/^[0-9a-f]{12}$/);
  link.searchParams.delete("hash");
  expect(link.href).toBe(page.url());
});
