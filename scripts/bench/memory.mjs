import { readFileSync } from "node:fs";
import process from "node:process";

/**
 * Megabytes that belong to the tab's process alone, as the browser's own task manager counts them: scripts, workers
 * and drawing. The tab is the largest process of a page while no other is open. Null where the system does not say.
 * @param {import("@playwright/test").Browser} browser
 */
export async function tabMemory(browser) {
  if (process.platform !== "linux") return null;
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const pages = processInfo.filter(({ type }) => type === "renderer");
  return Math.max(...pages.map(({ id }) => privateBytes(id))) / 1e6;
}

/** @param {number} pid */
function privateBytes(pid) {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const bytes = (/** @type {string} */ field) => 1024 * Number(status.match(`${field}:\\s+(\\d+) kB`)?.[1] ?? 0);
  return bytes("RssAnon") + bytes("VmSwap");
}
