import { expect, type Page, test } from "@playwright/test";
import { takeAway } from "./exportItem";
import { choose, csv, drop, MEANS } from "./ownFile";
import { exportSvg } from "./svgFile";
import { answer, visit } from "./visit";

const QUESTION = "?outcome=Pain&timepoint=1+month&compare=none&exclude=Simulated+trial+01&model=cochrane&view=funnel";

const notice = (page: Page) => page.getByRole("alert");

test("a figure dropped on the page opens its analysis again", async ({ page }) => {
  await visit(page, QUESTION);
  const said = await answer(page).innerText();
  const address = page.url();
  const { svg } = await exportSvg(page);
  const { bytes } = await takeAway(page, "PNG");
  const { bytes: pdf } = await takeAway(page, "PDF");

  await visit(page);
  await drop(page, { name: "figure.svg", content: svg });
  await expect(answer(page)).toHaveText(said, { useInnerText: true });
  await expect(page.getByRole("tab", { name: "Funnel", selected: true })).toBeVisible();
  await expect.poll(() => page.url()).toBe(address);
  await expect(notice(page)).toBeEmpty();

  await visit(page, "?data=bcg-tuberculosis");
  await choose(page, { name: "figure.png", content: bytes });
  await expect(answer(page)).toHaveText(said, { useInnerText: true });
  await page.goBack();
  await expect(answer(page)).toContainText("tuberculosis");

  await choose(page, { name: "figure.pdf", content: pdf });
  await expect(answer(page)).toHaveText(said, { useInnerText: true });
  await expect.poll(() => page.url()).toBe(address);
});

test("a figure of one's own data opens once those data are open, and says so before", async ({ page }) => {
  const file = {
    name: "mine.csv",
    content: csv(MEANS, "A,Pain,1 week,Sham,3,1,30,5,1,31", "B,Pain,1 week,Sham,2,1,29,4,1,29"),
  };
  await visit(page);
  await choose(page, file);
  await expect(answer(page)).toContainText("2 studies");
  const said = await answer(page).innerText();
  const { svg } = await exportSvg(page);

  await visit(page);
  await drop(page, { name: "figure.svg", content: svg });
  await expect(notice(page)).toContainText("data that are not on this site");
  await expect(answer(page)).toContainText("SMD −1.11");
  await choose(page, file);
  await expect(answer(page)).toHaveText(said, { useInnerText: true });
  await page.getByRole("combobox", { name: "Dataset" }).selectOption("us-nkt");
  await expect(answer(page)).toContainText("SMD −1.11");
  await drop(page, { name: "figure.svg", content: svg });
  await expect(answer(page)).toHaveText(said, { useInnerText: true });
});

test("says when the rows are no longer the figure's, and when a newer version made it", async ({ page }) => {
  await visit(page, QUESTION);
  const { svg } = await exportSvg(page);
  await visit(page, "?data=bcg-tuberculosis");
  const otherRows = svg.replace(/(sha256&quot;:&quot;)[\da-f]{8}/, "$100000000");
  expect(otherRows).not.toBe(svg);
  await drop(page, { name: "old.svg", content: otherRows });
  await expect(notice(page)).toContainText("“old.svg” was made from other rows");
  await expect(answer(page)).toContainText("8 trials");

  await visit(page);
  const newer = svg.replace(/(&quot;version&quot;:&quot;)[^&]+/, "$199.0.0");
  await drop(page, { name: "new.svg", content: newer });
  await expect(notice(page)).toContainText("was made by Understory 99.0.0");
  await expect(answer(page)).toContainText("SMD −1.11");
});

test("a picture that is no figure of ours is refused in words, and nothing is lost", async ({ page }) => {
  await visit(page);
  await drop(page, {
    name: "other.svg",
    content: "<svg xmlns='http://www.w3.org/2000/svg'><metadata>x</metadata></svg>",
  });
  await expect(page.getByRole("dialog")).toContainText("other.svg");
  await expect(answer(page)).toContainText("SMD −1.11");
});
