import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";

/** What an exported figure says of itself. */
interface Metadata {
  readonly software: string;
  readonly version: string;
  readonly link: string;
  readonly note: string;
  readonly dataset: { readonly id: string; readonly kind: string; readonly doi: string };
  readonly selection: Readonly<Record<string, unknown>>;
  readonly model: Readonly<Record<string, unknown>>;
  readonly overall: { readonly k: number; readonly N: number; readonly mu: number };
}

/** Saves the figure in view as SVG by the Export menu. */
export async function exportSvg(page: Page): Promise<{ readonly name: string; readonly svg: string }> {
  await page.getByRole("button", { name: "Export" }).click();
  const downloading = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "SVG" }).click();
  const download = await downloading;
  return { name: download.suggestedFilename(), svg: await readFile(await download.path(), "utf8") };
}

/** Reads an SVG file with the XML parser of an empty page, free of the policy and the styles of ours. */
export async function parseSvg(page: Page, svg: string) {
  const empty = await page.context().newPage();
  const root = await empty.evaluateHandle(
    (text) => new DOMParser().parseFromString(text, "image/svg+xml").documentElement,
    svg,
  );
  const facts = await root.evaluate((top) => {
    const elements = [top, ...top.querySelectorAll("*")];
    return {
      fault: top.querySelector("parsererror")?.textContent ?? null,
      root: top.localName,
      title: top.querySelector(":scope > title")?.textContent ?? "",
      description: top.querySelector(":scope > desc")?.textContent ?? "",
      metadata: top.querySelector(":scope > metadata")?.textContent ?? "",
      texts: [...top.querySelectorAll("text")].map((text) => text.textContent),
      fonts: [...new Set(elements.flatMap((element) => element.getAttribute("font-family") ?? []))],
      elements: [...new Set(elements.map((element) => element.localName))],
      attributes: [...new Set(elements.flatMap((element) => element.getAttributeNames()))],
    };
  });
  const lines = await root.evaluate(linesIn);
  await empty.close();
  return { ...facts, lines, metadata: JSON.parse(facts.metadata) as Metadata };
}

/** The width at which another program draws the file as a picture; throws where it cannot. */
export async function widthDrawn(page: Page, svg: string): Promise<number> {
  const empty = await page.context().newPage();
  const width = await empty.evaluate(async (text) => {
    const image = new Image();
    image.src = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
    await image.decode();
    return image.naturalWidth;
  }, svg);
  await empty.close();
  return width;
}

/** The texts of each group of a figure as one line, on the page and in a file alike: one line per study or result. */
export function linesIn(figure: Element): readonly string[] {
  return [...figure.querySelectorAll("g")]
    .map((group) => [...group.querySelectorAll(":scope > text")].map((text) => text.textContent).join(" "))
    .filter((line) => line !== "");
}
