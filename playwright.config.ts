import { defineConfig } from "@playwright/test";
import { browserPath, launchOptions } from "./scripts/browser.mjs";

const port = Number(process.env["UNDERSTORY_PORT"] ?? 41737);
const address = `http://127.0.0.1:${port}/`;

export default defineConfig({
  testDir: "e2e",
  outputDir: "node_modules/.tmp/e2e",
  forbidOnly: Boolean(process.env["CI"]),
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // A busy machine is no fault: what is expected must come, not come fast.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [["list"], ["json", { outputFile: "node_modules/.tmp/e2e.json" }]],
  // Builds first, so that a test never runs against yesterday's page.
  webServer: {
    command: `npx vite build --logLevel warn && node scripts/statsModule.mjs && npx vite preview --host 127.0.0.1 --port ${port} --strictPort`,
    url: address,
    reuseExistingServer: false,
  },
  use: {
    baseURL: address,
    browserName: "chromium",
    colorScheme: "light",
    serviceWorkers: "block", // or what a test answers in the site's place would not be asked for
    launchOptions: launchOptions(await browserPath()),
    // Recording takes about a third of the whole run; ask for it where a failure is to be looked into.
    trace: process.env["UNDERSTORY_TRACE"] ? "retain-on-failure" : "off",
  },
});
