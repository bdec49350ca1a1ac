// Measures the built page as a reader meets it, prints one table and keeps it in bench/results.md.
// The page itself marks the moments: `understory:first-plot`, `understory:change` and `understory:answer`.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { preview } from "vite";
import { browserPath, launchOptions } from "../browser.mjs";
import { measureChanges } from "./changes.mjs";
import { measureFirstPlots } from "./firstPlot.mjs";
import { report } from "./report.mjs";

const server = await preview({ preview: { host: "127.0.0.1", port: 41747 } });
const address = server.resolvedUrls?.local[0];
if (!address) throw new Error("The preview server has no local address");

const options = launchOptions(await browserPath());
// A headless browser would otherwise wait for the next of its 60 frames a second, and we would measure the wait.
const args = [...options.args, "--disable-frame-rate-limit", "--disable-gpu-vsync"];
const browser = await chromium.launch({ ...options, args });
try {
  const firstPlots = await measureFirstPlots(browser, address);
  const { studies, measures, answers } = await measureChanges(browser, address);
  const text = report(browser.version(), [
    { what: "Navigation to the first painted forest plot", times: firstPlots, goal: null },
    { what: "A study out or in, to the painted plot, k = 23", times: studies, goal: 16.7 },
    { what: "Another measure, to the painted plot, k = 23", times: measures, goal: 16.7 },
    { what: "Question to the worker’s answer, k = 23", times: answers, goal: 2 },
  ]);
  console.log(text);
  mkdirSync("bench", { recursive: true });
  writeFileSync(join("bench", "results.md"), text);
} finally {
  await browser.close();
  await server.close();
}
