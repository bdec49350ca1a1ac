// Fails when the JavaScript that the page needs before it shows anything has outgrown its budget.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { gzipSync } from "node:zlib";
import { initialScripts } from "./initialScripts.mjs";

const BUDGET = 120_000; // bytes, gzip level 9

const page = join("dist", "index.html");
if (!existsSync(page)) {
  console.error("dist/index.html is missing: run `npm run build` first");
  process.exit(1);
}

const paths = initialScripts(readFileSync(page, "utf8"), (path) => readFileSync(join("dist", path), "utf8"));
const sizes = paths.map((path) => ({
  path,
  bytes: gzipSync(readFileSync(join("dist", path)), { level: 9 }).length,
}));
const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);

/** @param {number} bytes */
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(9);
for (const { path, bytes } of sizes) console.log(`${kilobytes(bytes)}  ${path}`);
console.log(`${kilobytes(total)}  initial JavaScript, gzip; the budget is ${kilobytes(BUDGET).trim()}`);
if (total > BUDGET || paths.length === 0) process.exit(1);
