// Finds a Chromium for the end-to-end tests and the benchmark, and says how to start it.
import { accessSync, constants, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const MEMO = join(dirname(dirname(fileURLToPath(import.meta.url))), "node_modules", ".tmp", "browser.json");

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "microsoft-edge"];

/** @typedef {{ path: string | null, version: string }} Browser `path` is null for Playwright's own Chromium. */

/**
 * Options to launch a browser with: no sandbox on Linux, where containers and root cannot have one, and no traffic of
 * its own.
 * @param {string | null} path
 */
export function launchOptions(path) {
  return {
    ...(path ? { executablePath: path } : {}),
    chromiumSandbox: process.platform !== "linux",
    args: [
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-default-browser-check",
      "--no-first-run",
    ],
  };
}

/**
 * The first browser that really starts: the one that UNDERSTORY_BROWSER names and no other, else Playwright's own,
 * else one of the system's.
 * @param {(text: string) => void} say
 * @returns {Promise<Browser | null>}
 */
export async function findBrowser(say) {
  const asked = process.env.UNDERSTORY_BROWSER;
  const candidates = asked ? [asked] : [null, ...places().filter(isProgram)];
  for (const path of candidates) {
    const version = await versionOf(path);
    if (version) return { path, version };
    if (path) say(`${path} does not start`);
  }
  return null;
}

/**
 * The browser found before, if it is still there.
 * @returns {Promise<Browser | null>}
 */
export async function rememberedBrowser() {
  if (process.env.UNDERSTORY_BROWSER || !existsSync(MEMO)) return null;
  const memo = /** @type {Browser} */ (JSON.parse(readFileSync(MEMO, "utf8")));
  const { chromium } = await import("@playwright/test");
  return existsSync(memo.path ?? chromium.executablePath()) ? memo : null;
}

/** @param {Browser} browser */
export function rememberBrowser(browser) {
  mkdirSync(dirname(MEMO), { recursive: true });
  writeFileSync(MEMO, JSON.stringify(browser));
}

/** The path of the browser to use now: as asked, as remembered, or as found. */
export async function browserPath() {
  const browser = (await rememberedBrowser()) ?? (await findBrowser(console.warn));
  if (!browser) throw new Error("No Chromium was found: run `node scripts/setup.mjs --browser`");
  return browser.path;
}

/**
 * A file of the right name is not enough (Ubuntu's `chromium` may be a stub that asks for snap): start it.
 * @param {string | null} path
 */
async function versionOf(path) {
  const { chromium } = await import("@playwright/test");
  try {
    const browser = await chromium.launch({ ...launchOptions(path), timeout: 30_000 });
    const version = browser.version();
    await browser.close();
    return version;
  } catch {
    return null;
  }
}

function places() {
  if (process.platform === "darwin") {
    return ["Google Chrome", "Chromium", "Microsoft Edge"].map(
      (app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
    );
  }
  if (process.platform === "win32") {
    const { PROGRAMFILES, "PROGRAMFILES(X86)": x86, LOCALAPPDATA } = process.env;
    return [PROGRAMFILES, x86, LOCALAPPDATA].flatMap((folder) =>
      folder
        ? [join(folder, "Google/Chrome/Application/chrome.exe"), join(folder, "Microsoft/Edge/Application/msedge.exe")]
        : [],
    );
  }
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/bin", "/usr/local/bin", "/snap/bin"];
  return NAMES.flatMap((name) => [...new Set(folders)].filter(Boolean).map((folder) => join(folder, name)));
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
