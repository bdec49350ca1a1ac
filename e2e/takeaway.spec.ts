import { inflateRawSync, inflateSync } from "node:zlib";
import { expect, type Page, test } from "@playwright/test";
import { takeAway } from "./exportItem";
import { choose, csv, MEANS } from "./ownFile";
import { exportSvg, parseSvg } from "./svgFile";
import { answered, figure, visit } from "./visit";

/** Every stream of a PDF, inflated. */
function streamsOf(pdf: Buffer): string {
  const text = pdf.toString("latin1");
  return [...text.matchAll(/\/Length (\d+) >>\nstream\n/g)]
    .map(({ index, 0: head, 1: length }) => {
      const from = index + head.length;
      return inflateSync(pdf.subarray(from, from + Number(length))).toString("latin1");
    })
    .join("\n");
}

/** Names and contents of an archive, by its local headers. */
function filesOf(zip: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  for (let at = 0; zip.readUInt32LE(at) === 0x04034b50; ) {
    const [size, nameLength] = [zip.readUInt32LE(at + 18), zip.readUInt16LE(at + 26)];
    const from = at + 30 + nameLength;
    files.set(zip.toString("utf8", at + 30, from), inflateRawSync(zip.subarray(from, from + size)));
    at = from + size;
  }
  return files;
}

const pixels = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];

async function openStyle(page: Page) {
  await page.getByRole("button", { name: "Export", exact: true }).click();
  await page.getByRole("menuitem", { name: "Look and size …" }).click();
  return page.getByRole("dialog");
}

test("the PDF holds the figure as vectors and text, and names in every script", async ({ page }) => {
  await visit(page);
  const rows = [
    "超声引导针刀松解术 2019,Pain,1 week,Sham,3.1,1.2,30,4.9,1.4,31",
    "김철수 2020,Pain,1 week,Sham,2.8,1.3,29,4.4,1.2,29",
    "Иванов 2021,Pain,1 week,Sham,3.3,1.1,40,4.0,1.3,41",
  ];
  await choose(page, { name: "mine.csv", content: csv(MEANS, ...rows) });
  await expect(figure(page)).toContainText("Иванов");
  const { name, bytes } = await takeAway(page, "PDF");
  expect(name).toBe("understory-own-mine-pain-1-week-forest.pdf");
  expect(bytes.subarray(0, 8).toString()).toBe("%PDF-1.7");
  const streams = streamsOf(bytes);
  const utf16 = (text: string) => Buffer.from(text, "utf16le").swap16().toString("hex");
  for (const word of ["超声引导针刀松解术", "김철수", "Иванов"]) expect(streams).toContain(`> <${utf16(word)}>`);
  const hex = (text: string) => Buffer.from(text, "latin1").toString("hex");
  expect(streams).toContain(`<${hex("Study")}> Tj`);
  expect(streams).toMatch(/\/Sy [\d.]+ Tf <2d> Tj/); // the minus
  expect(streams).toMatch(/\/Sy [\d.]+ Tf <74> Tj/); // tau
});

test("a PNG has the pixels that were asked for, on white or on nothing", async ({ page }) => {
  await visit(page);
  const first = await takeAway(page, "PNG");
  expect(first.name).toBe("understory-us-nkt-pain-1-week-forest.png");
  expect(pixels(first.bytes)[0]).toBe(1920);

  const dialog = await openStyle(page);
  await dialog.getByRole("combobox", { name: "PNG pixels" }).selectOption("1x, 96 per inch");
  await dialog.getByRole("combobox", { name: "PNG ground" }).selectOption("Transparent");
  const downloading = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Save as PNG" }).click();
  await downloading;
  await page.keyboard.press("Escape");
  const second = await takeAway(page, "PNG");
  expect(pixels(second.bytes)).toEqual(pixels(first.bytes).map((side) => Math.round(side / 2)));
  const corner = async (png: Buffer) =>
    page.evaluate(async (base64) => {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const context = new OffscreenCanvas(1, 1).getContext("2d");
      context?.drawImage(image, 0, 0);
      return [...(context?.getImageData(0, 0, 1, 1).data ?? [])];
    }, png.toString("base64"));
  expect(await corner(first.bytes)).toEqual([255, 255, 255, 255]);
  expect((await corner(second.bytes))[3]).toBe(0);
});

test("a journal's look and column are remembered, and the preview is the file", async ({ page }) => {
  await visit(page);
  const dialog = await openStyle(page);
  await dialog.getByRole("combobox", { name: "Look" }).selectOption("The BMJ");
  await dialog.getByRole("combobox", { name: "Width" }).selectOption("174 mm, two columns");
  await dialog.getByRole("spinbutton", { name: "Font size in points" }).fill("8");
  await expect(dialog.getByText(/^174 × \d+ mm; as a PNG 1315 × \d+ pixels\.$/)).toBeVisible();
  const shown = await dialog.getByRole("img").evaluate((svg) => svg.querySelectorAll("text").length);
  await page.keyboard.press("Escape");

  await page.reload();
  await answered(page);
  const { svg } = await exportSvg(page);
  expect(svg).toMatch(/ width="17[34][.\d]*mm" /);
  expect(svg).toContain('fill="#2a6ebb"');
  expect((await parseSvg(page, svg)).texts).toHaveLength(shown);
});

test("the CSV holds the same numbers as the figure, to the last digit", async ({ page }) => {
  await visit(page);
  const { metadata } = await parseSvg(page, (await exportSvg(page)).svg);
  const { name, bytes } = await takeAway(page, "Results (CSV)");
  expect(name).toBe("understory-us-nkt-pain-1-week-results.csv");
  const [head = [], ...rows] = bytes
    .toString("utf8")
    .replace(/^\ufeff/, "")
    .trim()
    .split("\r\n")
    .map((line) => line.split(","));
  expect(rows).toHaveLength(8 + 2 + 1 + 1);
  const overall = rows.find((row) => row[head.indexOf("row")] === "overall") ?? [];
  expect(overall[head.indexOf("yi")]).toBe(String(metadata.overall.mu));
  expect(overall[head.indexOf("k")]).toBe("8");
});

test("all figures leave in one archive", async ({ page }) => {
  await visit(page);
  const { name, bytes } = await takeAway(page, "All figures");
  expect(name).toBe("understory-us-nkt-pain-1-week-figures.zip");
  const files = filesOf(bytes);
  for (const view of ["forest", "funnel", "time-course", "risk-of-bias", "bubble"]) {
    const svg = files.get(`understory-us-nkt-pain-1-week-${view}.svg`)?.toString("utf8") ?? "";
    expect((await parseSvg(page, svg)).fault).toBeNull();
    expect(files.get(`understory-us-nkt-pain-1-week-${view}.pdf`)?.subarray(0, 5).toString()).toBe("%PDF-");
    expect(pixels(files.get(`understory-us-nkt-pain-1-week-${view}.png`) ?? Buffer.alloc(24))[0]).toBeGreaterThan(1000);
  }
  expect(files.get("understory-us-nkt-pain-1-week-results.csv")?.toString("utf8")).toContain("Simulated trial 02");
});

test("the menu is worked by keys, and gives the focus back", async ({ page }) => {
  await visit(page);
  const button = page.getByRole("button", { name: "Export", exact: true });
  await button.press("Enter");
  await expect(page.getByRole("menuitem", { name: "SVG" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("menuitem", { name: "PDF" })).toBeFocused();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("menuitem").last()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toBeHidden();
  await expect(button).toBeFocused();
});
