import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { cochranePackage } from "../scripts/formats/cochranePackage";
import { takeAway } from "./exportItem";
import { choose, type OwnFile } from "./ownFile";
import { answer, visit } from "./visit";

const fixture = (path: string): OwnFile => ({
  name: path.slice(path.lastIndexOf("/") + 1),
  content: readFileSync(new URL(`../src/data/formats/${path}`, import.meta.url)),
});

/** A file of each format, and how the page says that it read it. Which are real: the READMEs beside the fixtures. */
const FILES: readonly (readonly [file: OwnFile, readAs: string])[] = [
  [{ name: "CD999999.zip", content: Buffer.from(cochranePackage("2.3")) }, "Cochrane data package 2.3"],
  [{ name: "CD999999-v1.zip", content: Buffer.from(cochranePackage("1")) }, "Cochrane data package 1"],
  [fixture("cochrane/fixtures/CD999999-data-rows.csv"), "Cochrane"],
  [fixture("revman5/fixtures/review.rm5"), "RevMan 5"],
  [fixture("revman5/fixtures/review.csv"), "RevMan 5"],
  [fixture("metafor/fixtures/dat.bcg.csv"), "metafor"],
  [fixture("metafor/fixtures/dat.normand1999.csv"), "metafor"],
  [fixture("metafor/fixtures/dat.ishak2007.csv"), "metafor"],
  [fixture("metafor/fixtures/dat.hackshaw1998.csv"), "metafor"],
  [fixture("meta/fixtures/dat.dorn2007.csv"), "meta"],
  [fixture("metapsy/fixtures/depression.csv"), "etapsy"],
  [fixture("metainsight/fixtures/dat.senn2013.csv"), "MetaInsight"],
  [fixture("metainsight/fixtures/continuous-wide.csv"), "MetaInsight"],
  [fixture("apps/fixtures/fosma-hr.csv"), "FOSMA"],
  [fixture("apps/fixtures/metareview-binary.csv"), "MetaReview"],
];

/** The answer's numbers, as text: estimate, interval, studies, people. */
const numbers = (page: Page) => answer(page).locator("dl");

for (const [file, readAs] of FILES) {
  test(`${file.name} opens, pools, and comes back from a project file the same`, async ({ page, browser }) => {
    await visit(page);
    await choose(page, file);
    const faults = page.getByRole("button", { name: /^Open without/ });
    await expect(page.getByText(readAs).filter({ visible: true }).first().or(faults)).toBeVisible();
    if (await faults.isVisible()) await faults.click();
    await expect(answer(page)).not.toContainText("US-NKT");
    await expect(numbers(page)).toContainText(/95% CI/);
    const told = await answer(page).innerText();
    expect((await takeAway(page, "Data (CSV)")).bytes.toString().split("\n").length).toBeGreaterThan(3);

    await page.getByRole("button", { name: "Share your data and this view" }).click();
    const downloading = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save project file" }).click();
    const project = await downloading;
    const other = await (await browser.newContext()).newPage();
    await visit(other);
    await choose(other, { name: project.suggestedFilename(), content: readFileSync(await project.path()) });
    await expect(answer(other)).toHaveText(told, { useInnerText: true });
    await other.context().close();
  });
}
