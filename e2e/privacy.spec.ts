import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { COUNTS, choose, csv } from "./ownFile";
import { answer, cell, show, TABS, visit } from "./visit";

/** Requests to elsewhere, console errors (violations of the security policy are among them) and uncaught faults. */
function watch(page: Page, address: string): string[] {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.context().on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !/^(data|blob):/.test(url)) faults.push(`request elsewhere: ${url}`);
  });
  return faults;
}

async function exportSvg(page: Page): Promise<string> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByRole("menuitem", { name: "SVG" }).click();
  return readFile(await (await download).path(), "utf8");
}

test("the main job and a file of one's own cause no request elsewhere and no violation", async ({ page, baseURL }) => {
  const faults = watch(page, baseURL ?? "");
  await visit(page);
  await cell(page, /^Pain, 1 month:/).click();
  await page.getByRole("combobox", { name: "Model" }).selectOption("cochrane");
  await page.getByRole("checkbox", { name: "Simulated trial 01" }).uncheck();
  for (const tab of TABS) await show(page, tab);
  await page.getByRole("button", { name: "What is real here?" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await show(page, "Forest");
  expect(await exportSvg(page)).toContain("Simulated trial-level data; pooled results match Kim et al. 2025");

  const sent: string[] = [];
  page.on("request", (request) => {
    const { pathname, search, protocol } = new URL(request.url());
    const isPart = request.method() === "GET" && search === "" && /^\/(assets\/|favicon)/.test(pathname);
    if (!isPart && protocol !== "blob:") sent.push(`${request.method()} ${request.url()}`);
  });
  await choose(page, { name: "mine.csv", content: csv(COUNTS, "A,Pain,1 week,Sham,5,50,9,51") });
  await expect(answer(page)).toContainText("One study");
  expect(await exportSvg(page)).toContain(">A<");
  // A part of the page may be fetched when it is first needed; nothing may be sent.
  expect(sent).toEqual([]);
  expect(faults).toEqual([]);
});

test("the page and its worker cannot reach another address", async ({ page }) => {
  await visit(page);
  const refused = await page.evaluate(() =>
    fetch("https://example.org/").then(
      () => "sent",
      () => "refused",
    ),
  );
  expect(refused).toBe("refused");
  const [worker] = page.workers();
  const ways = await worker?.evaluate(() =>
    ["fetch", "XMLHttpRequest", "WebSocket", "WebTransport", "EventSource", "importScripts", "Worker"].filter(
      (name) => Reflect.get(globalThis, name) !== undefined,
    ),
  );
  expect(ways).toEqual([]);
});

test("what a reader opens is kept in the browser’s own database alone", async ({ page }) => {
  await visit(page);
  await choose(page, { name: "mine.csv", content: csv(COUNTS, "Secret 2001,Pain,1 week,Sham,5,50,9,51") });
  await expect(answer(page)).toContainText("One study");
  const kept = await page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    cookie: document.cookie,
  }));
  expect(kept).toEqual({ local: [], session: [], databases: ["understory"], caches: [], cookie: "" });
  expect(page.url()).not.toContain("Secret");
});
