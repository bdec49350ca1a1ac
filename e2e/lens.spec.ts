import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { searchOf } from "./controls";
import { objections } from "./objections";
import { answer, visit } from "./visit";

const EVENTS = "?outcome=Adverse+events&timepoint=During+follow-up";

const lens = (page: Page) => page.getByRole("region", { name: "What it means" });
const opener = (page: Page) => lens(page).getByRole("button", { name: "What it means" });

async function open(page: Page, search = ""): Promise<void> {
  await visit(page, search);
  await opener(page).click();
  await expect(opener(page)).toHaveAttribute("aria-expanded", "true");
}

test("the closed lens tells the result in the most familiar form, and stays as it was left", async ({ page }) => {
  await visit(page);
  await expect(opener(page)).toHaveAttribute("aria-expanded", "false");
  await expect(lens(page)).toContainText("A difference of −1.74 (95% CI −2.23 to −1.24) on VAS (0\u201110)");
  await opener(page).click();
  await expect(lens(page).getByRole("heading", { name: "Does it matter?" })).toBeVisible();
  await page.reload();
  await expect(opener(page)).toHaveAttribute("aria-expanded", "true");
  await opener(page).press("Enter");
  await expect(lens(page).getByRole("heading", { name: "Does it matter?" })).toBeHidden();
});

test("a smallest difference that is typed gives its chance, a link and a step of undo", async ({ page }) => {
  await open(page);
  const field = lens(page).getByRole("textbox", { name: "Smallest difference that matters" });
  await expect(field).toHaveValue("1.5");
  await expect(lens(page)).toContainText("64% better by at least this");

  await field.fill("0,5");
  await field.press("Enter");
  await expect(field).toHaveValue("0.5");
  await expect(lens(page)).toContainText("95% better by at least this");
  await expect.poll(() => searchOf(page)).toBe("?matters=0.5+MD+Pain");
  const link = page.url();

  await page.keyboard.press("Control+z");
  await expect(field).toHaveValue("1.5");
  await expect(lens(page)).toContainText("64% better by at least this");
  await page.goto(link);
  await expect(field).toHaveValue("0.5");
  await lens(page).getByRole("button", { name: "Smallest difference that matters: back to the default" }).click();
  await expect(field).toHaveValue("1.5");
  await expect.poll(() => searchOf(page)).toBe("");
});

test("what is no number is said, and changes nothing", async ({ page }) => {
  await open(page);
  const field = lens(page).getByRole("textbox", { name: "Standard deviation" });
  await field.fill("-3");
  await field.press("Enter");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(lens(page).getByRole("alert").filter({ hasText: "A number above 0." })).toBeVisible();
  await field.press("Escape");
  await expect(field).toHaveValue("1.57");
  expect(searchOf(page)).toBe("");
});

test("the baseline risk moves by slider, keyboard and field, and everything with it", async ({ page }) => {
  await open(page, EVENTS);
  const slider = lens(page).getByRole("slider", { name: "Risk with control, per 1,000" });
  const field = lens(page).getByRole("textbox", { name: "Risk of adverse events with control" });
  const array = lens(page).getByRole("img");
  await expect(field).toHaveValue("146");
  await expect(array).toHaveAccessibleName(/Adverse events among 1,000 patients: 146 with control, 56 with US-NKT/);
  await expect(lens(page)).toContainText("Number needed to treat for one event fewer: 12 (95% CI 10 to 18).");

  await slider.focus();
  await slider.press("ArrowRight");
  await expect(field).toHaveValue("147");
  await expect.poll(() => searchOf(page)).toContain("baseline=0.147+Adverse+events");

  await field.fill("300");
  await field.press("Enter");
  await expect(slider).toHaveValue("300");
  await expect(array).toHaveAccessibleName(/300 with control, 115 with US-NKT/);
  await expect(lens(page)).toContainText("115 with US-NKT: 185 fewer");

  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect(field).toHaveValue("146");
});

test("harms are one press away from every benefit, and the way back too", async ({ page }) => {
  await visit(page, "?timepoint=1+month");
  const harms = lens(page).getByRole("button", { name: /^Harms Adverse events: RR 0\.38/ });
  await harms.focus();
  await harms.press("Enter");
  await expect(answer(page)).toContainText("US-NKT lowered the risk of adverse events");
  const back = lens(page).getByRole("button", { name: /^Back to Pain: SMD −1\.74/ });
  await expect(back).toBeFocused();
  await back.press("Enter");
  await expect(answer(page)).toContainText("9 trials, 758 patients");
});

test("a dataset without harms has no way to them, and a single group of studies none to a scale", async ({ page }) => {
  await open(page, "?data=dbs-parkinson");
  await expect(lens(page).getByRole("button", { name: /Harms/ })).toHaveCount(0);
  await expect(lens(page)).toContainText("State the smallest difference that matters to see the chance of it.");
  await expect(lens(page).getByRole("slider")).toHaveCount(0);
});

test("the thousand people can be taken away as a picture", async ({ page }) => {
  await open(page, EVENTS);
  const download = page.waitForEvent("download");
  await lens(page).getByRole("button", { name: "Save this picture (SVG)" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("understory-us-nkt-adverse-events-during-follow-up-people.svg");
  const svg = readFileSync(await file.path(), "utf8");
  expect(svg).toContain("Adverse events among 1,000 patients: 146 with control, 56 with US-NKT");
  expect(svg).toContain("Simulated trial-level data");
  expect(svg.match(/<(circle|rect)[^>]*(r="|width=")/g)?.length).toBeGreaterThan(1000);
});

for (const width of [360, 1280]) {
  test(`the open lens fits and axe finds nothing in it, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const search of ["", EVENTS]) {
      await visit(page, search);
      if ((await opener(page).getAttribute("aria-expanded")) === "false") await opener(page).click();
      await expect(lens(page).getByRole("textbox").first()).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      expect(await objections(page, "section")).toEqual([]);
    }
  });
}
