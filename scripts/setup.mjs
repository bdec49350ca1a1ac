// Brings a bare checkout to a runnable state, and does nothing when it is in one. Node's built-ins only, since it runs
// before anything is installed.
//   node scripts/setup.mjs            installs the packages
//   node scripts/setup.mjs --browser  and a browser for the end-to-end tests
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const STAMP = join(ROOT, "node_modules", ".understory-setup");

/** @param {string} text */
const say = (text) => process.stderr.write(`[setup] ${text}\n`);

/** @param {string} text @returns {never} */
function fail(text) {
  say(text);
  process.exit(1);
}

requireNode();
installPackages();
if (process.argv.includes("--browser")) await provideBrowser();

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const ok = major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
  if (!ok) fail(`Node ${process.versions.node} does not suit: use Node 20.19 or newer, or 22.12 or newer.`);
}

/** Runs `npm ci` unless the stamp says that it ran for this very lock file, Node and platform. */
function installPackages() {
  const lock = createHash("sha256")
    .update(readFileSync(join(ROOT, "package-lock.json")))
    .digest("hex");
  const wanted = [lock, process.versions.modules, process.platform, process.arch].join(" ");
  const present = existsSync(STAMP) ? readFileSync(STAMP, "utf8") : null;
  if (present === wanted) return;
  say(present === null ? "Installing the packages (npm ci)." : "The packages are out of date: running npm ci.");
  // --include=dev: also where NODE_ENV=production is set. --ignore-scripts: no package here needs an install script.
  const status = npm(["ci", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"]);
  if (status !== 0) fail("npm ci failed, as npm says above. Is the npm registry within reach?");
  writeFileSync(STAMP, wanted);
}

/**
 * Runs the npm that called us, so that no shell and no search of PATH is needed; `npm` where there is none.
 * @param {string[]} args
 */
function npm(args) {
  const cli = process.env.npm_execpath;
  const options = /** @type {const} */ ({ cwd: ROOT, stdio: "inherit" });
  if (cli && /npm-cli\.[cm]?js$/.test(cli)) return spawnSync(process.execPath, [cli, ...args], options).status;
  return spawnSync("npm", args, { ...options, shell: process.platform === "win32" }).status;
}

async function provideBrowser() {
  // Only now: it imports Playwright, which `npm ci` may have brought a moment ago.
  const { findBrowser, rememberBrowser, rememberedBrowser } = await import("./browser.mjs");
  if (await rememberedBrowser()) return;
  let browser = await findBrowser(say);
  for (const install of [downloadBrowser, aptInstallBrowser]) {
    if (!browser && install()) browser = await findBrowser(say);
  }
  if (!browser) {
    fail("There is no browser for the end-to-end tests: install Chromium or Chrome, or set UNDERSTORY_BROWSER to one.");
  }
  rememberBrowser(browser);
  say(`Browser: ${browser.path ?? "Playwright's own Chromium"} ${browser.version}`);
}

/** @returns {boolean} whether the download was tried. */
function downloadBrowser() {
  if (process.env.UNDERSTORY_BROWSER) return false;
  say("No browser was found: Playwright downloads its Chromium.");
  const cli = join(ROOT, "node_modules", "@playwright", "test", "cli.js");
  spawnSync(process.execPath, [cli, "install", "--only-shell", "chromium"], {
    cwd: ROOT,
    stdio: "inherit",
    timeout: 10 * 60_000,
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "10000", ...process.env },
  });
  return true;
}

/** @returns {boolean} whether this system allows it: Debian or Ubuntu, as root. */
function aptInstallBrowser() {
  if (process.env.UNDERSTORY_BROWSER || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return false;
  say("The download did not work: apt-get installs Chromium.");
  /** @param {string[]} args */
  const apt = (...args) =>
    spawnSync("apt-get", ["-o", "DPkg::Lock::Timeout=300", ...args], {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    }).status;
  // Liberation has Arial's widths: without it Chromium falls back to a far wider font and texts in figures overlap.
  const install = () => apt("install", "-y", "--no-install-recommends", "chromium", "fonts-liberation");
  if (install() !== 0 && apt("update") === 0) install();
  return true;
}
