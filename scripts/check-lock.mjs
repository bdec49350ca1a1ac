// Fails when the lock file lacks a platform package that some dependency offers: npm drops those silently where its
// registry did not have them, and then `npm ci` refuses the lock file or another platform gets a broken install.
import { readFileSync } from "node:fs";

/** @type {{ packages: Record<string, { optionalDependencies?: Record<string, string> }> }} */
const { packages } = JSON.parse(readFileSync(new URL("../package-lock.json", import.meta.url), "utf8"));

const present = new Set(Object.keys(packages).map((path) => path.split("node_modules/").at(-1)));
const offered = Object.values(packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}));
const missing = [...new Set(offered)].filter((name) => !present.has(name));

if (missing.length > 0) {
  console.error(`package-lock.json lacks ${missing.length} platform packages: ${missing.join(", ")}`);
  process.exit(1);
}
