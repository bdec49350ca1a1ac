// Measures the built page as a reader meets it, prints one table and keeps it in bench/results.md.
// The page itself marks some moments: `understory:first-plot`, `understory:change`, `understory:answer` and
// `understory:gosh`; the others are seen from outside.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { preview } from "vite";
import { browserPath, launchOptions } from "../browser.mjs";
import { answerRows } from "./answers.mjs";
import { changeRows } from "./changes.mjs";
import { exportRows } from "./exports.mjs";
import { firstPlotRows } from "./firstPlot.mjs";
import { hoverRows } from "./hover.mjs";
import { report } from "./report.mjs";
import { sensitivityRows } from "./sensitivity.mjs";

const server = await preview({ preview: { host: "127.0.0.1", port: 41747 } });
const address = server.resolvedUrls?.local[0];
if (!address) throw new Error("The preview server has no local address");

const options = launchOptions(await browserPath());
// A headless browser would otherwise wait for the next of its 60 frames a second, and we would measure the wait.
const args = [...options.args, "--disable-frame-rate-limit", "--disable-gpu-vsync"];
const browser = await chromium.launch({ ...options, args });
try {
  const rows = [];
  for (const measure of [firstPlotRows, changeRows, answerRows, hoverRows, exportRows, sensitivityRows]) {
    rows.push(...(await measure(browser, address)));
  }
  const text = report(browser.version(), rows);
  console.log(text);
  mkdirSync("bench", { recursive: true });
  writeFileSync(join("bench", "results.md"), text);
} finally {
  await browser.close();
  await server.close();
}
