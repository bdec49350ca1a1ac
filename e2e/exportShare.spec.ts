import { expect, test } from "@playwright/test";
import { expectSaid, pressExport } from "./exportItem";
import { objections } from "./objections";
import { answer, figure, visit } from "./visit";

test.describe("the clipboard", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });

  test("takes the picture, the table and the code of a frame", async ({ page }) => {
    await visit(page);
    const types = () => page.evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types: all }) => all));
    await pressExport(page, "Copy image");
    await expectSaid(page, "Image copied");
    expect(await types()).toEqual(["image/png"]);

    await pressExport(page, "Copy table");
    await expectSaid(page, "Table copied");
    expect((await types()).sort()).toEqual(["text/html", "text/plain"]);
    const lines = (await page.evaluate(() => navigator.clipboard.readText())).split("\n");
    expect(new Set(lines.map((line) => line.split("\t").length)).size).toBe(1);
    expect(lines[1]).toMatch(/^study\tSimulated trial 0/);

    await pressExport(page, "Copy embed code");
    await expectSaid(page, "Embed code copied");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
      /^<iframe src="http[^"]+\?embed=1" title="Understory: [^"]+" width="100%" height="720" loading="lazy"/,
    );
  });
});

for (const [search, title] of [
  ["?view=embed", "Forest plot: Pain, 1 week"],
  ["?view=funnel&embed=1", "Funnel plot: Pain, 1 week"],
] as const) {
  test(`the compact page at ${search}`, async ({ page, context }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    await visit(page, search);
    await expect(answer(page)).toContainText("SMD −1.11");
    const said = await answer(page).innerText();
    await expect(page.getByRole("img", { name: title })).toBeVisible();
    await expect(page.getByRole("region", { name: "Where these data come from" })).toContainText("simulated");
    await expect(page.getByRole("combobox")).toHaveCount(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(new URL(page.url()).search).toBe(search);
    expect(await objections(page)).toEqual([]);

    const opening = context.waitForEvent("page");
    await page.getByRole("link", { name: "Explore this in Understory" }).click();
    const whole = await opening;
    await expect(answer(whole)).toContainText(said);
    await expect(figure(whole)).toHaveAccessibleName(new RegExp(`^${title}`));
    expect(new URL(whole.url()).searchParams.has("embed")).toBe(false);
  });
}

test("another page can frame it", async ({ page, baseURL }) => {
  await page.setContent(`<iframe src="${baseURL}?embed=1" width="600" height="700"></iframe>`);
  const frame = page.frameLocator("iframe");
  await expect(frame.getByRole("status", { name: "Answer" })).toContainText("SMD −1.11");
  await expect(frame.getByRole("region", { name: "Where these data come from" })).toBeVisible();
});

test("the print sheet holds question, answer, figure, methods and source, and goes when it is printed", async ({
  page,
}) => {
  await page.addInitScript(() => {
    window.print = () => document.body.setAttribute("data-printed", "");
  });
  await visit(page);
  const said = await answer(page).locator("p").first().innerText();
  await pressExport(page, "Print sheet");
  await expect(page.locator("body[data-printed]")).toBeAttached();
  await page.emulateMedia({ media: "print" });
  const sheet = page.getByRole("article");
  await expect(sheet.getByRole("heading", { level: 1 })).toHaveText("Pain, 1 week");
  await expect(sheet).toContainText(said.replaceAll("\u00a0", " "));
  await expect(sheet.getByRole("img")).toHaveAccessibleName(/^Forest plot/);
  await expect(sheet).toContainText("DerSimonian-Laird");
  await expect(sheet).toContainText("Simulated trial-level data");
  await expect(page.getByRole("tablist")).toBeHidden();
  expect((await page.pdf({ preferCSSPageSize: true })).toString("latin1").match(/\/Type \/Page\b/g)).toHaveLength(1);

  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(sheet).toHaveCount(0);
  await page.emulateMedia({ media: "screen" });
  await expect(page.getByRole("tablist")).toBeVisible();
});

test("axe finds nothing in the menu and in the dialog of looks", async ({ page }) => {
  await visit(page);
  await page.getByRole("button", { name: "Export", exact: true }).click();
  await expect(page.getByRole("menuitem").first()).toBeVisible();
  expect(await objections(page)).toEqual([]);
  await page.getByRole("menuitem", { name: "Look and size …" }).click();
  await expect(page.getByRole("dialog").getByRole("img")).toBeVisible();
  expect(await objections(page)).toEqual([]);
});
