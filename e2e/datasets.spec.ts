import { readdirSync, readFileSync } from "node:fs";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { combobox, searchOf } from "./controls";
import { linesIn } from "./svgFile";
import { answer, figure, show, TABS, visit } from "./visit";

interface DataPackage {
  readonly title: string;
  readonly sources: readonly { readonly title: string; readonly path: string }[];
  readonly understory: {
    readonly kind: "simulated" | "published";
    readonly shortTitle: string;
    readonly provenance: string;
    readonly figureNote: string;
    readonly account: { readonly sections: readonly { readonly heading: string; readonly text: string }[] };
  };
}

const BADGES = { simulated: "Simulated", published: "Published data" };

const datasets = readdirSync("public/data", { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({
    id: name,
    descriptor: JSON.parse(readFileSync(`public/data/${name}/datapackage.json`, "utf8")) as DataPackage,
  }));

function provenance(page: Page): Locator {
  return page.getByRole("region", { name: "Where these data come from" });
}

test("six datasets are offered, the default one simulated and chosen", async ({ page }) => {
  await visit(page);
  expect(datasets).toHaveLength(6);
  await expect(combobox(page, "Dataset").getByRole("option")).toHaveCount(6);
  await expect(combobox(page, "Dataset")).toHaveValue("us-nkt");
  const titlesIn = (group: string) =>
    combobox(page, "Dataset").locator(`optgroup[label="${group}"] option`).allInnerTexts();
  for (const kind of ["simulated", "published"] as const) {
    const titles = datasets.filter((d) => d.descriptor.understory.kind === kind).map((d) => d.descriptor.understory);
    expect((await titlesIn(BADGES[kind])).toSorted()).toEqual(titles.map((d) => d.shortTitle).toSorted());
  }
});

for (const { id, descriptor } of datasets) {
  const { kind, shortTitle, provenance: words, figureNote, account } = descriptor.understory;
  test(`${shortTitle}: badge, provenance, figure and account are its own`, async ({ page }) => {
    await visit(page, id === "us-nkt" ? "?data=bcg-tuberculosis" : "");
    await combobox(page, "Dataset").selectOption(shortTitle);
    await expect(provenance(page)).toContainText(words);
    expect(searchOf(page)).toBe(id === "us-nkt" ? "" : `?data=${id}`);
    await expect(page.getByRole("banner").getByText(BADGES[kind], { exact: true })).toBeVisible();
    const doi = descriptor.sources[0]?.path ?? "";
    await expect(provenance(page).getByRole("link")).toHaveAttribute("href", doi);
    await expect(answer(page)).toContainText(/95%\sCI\s−?\d/);
    const caption = async () => (await figure(page).evaluate(linesIn)).join(" ");
    await expect.poll(caption, "the figure carries the data's note").toContain(figureNote);

    await page.getByRole("button", { name: "What is real here?" }).click();
    const dialog = page.getByRole("dialog", { name: "What is real here?" });
    await expect(dialog.getByRole("heading", { name: descriptor.title })).toBeVisible();
    for (const { heading, text } of account.sections) {
      await expect(dialog.getByRole("heading", { name: heading, exact: true })).toBeVisible();
      await expect(dialog).toContainText(text);
    }
    await expect(dialog).toContainText(descriptor.sources[0]?.title ?? "no source");
    await expect(dialog.getByRole("link", { name: /^doi:/ })).toHaveAttribute("href", doi);
    await dialog.getByRole("button", { name: "Close" }).click();
    await expect(dialog).toBeHidden();
  });
}

test("the provenance line cannot be dismissed", async ({ page }) => {
  await visit(page);
  const [simulated] = datasets.filter(({ id }) => id === "us-nkt");
  const words = simulated?.descriptor.understory.provenance ?? "no provenance";
  await expect(provenance(page).getByRole("button")).toHaveText(["What is real here?", /^Checks: \d+ to look at$/]);
  await page.keyboard.press("Escape");
  for (const view of TABS) {
    await show(page, view);
    await expect(provenance(page)).toContainText(words);
    await expect(provenance(page)).toBeInViewport();
  }
  await page.reload();
  await expect(provenance(page)).toContainText(words);
});
