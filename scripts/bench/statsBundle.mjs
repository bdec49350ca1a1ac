import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";

/** @typedef {typeof import("./statsEntry.mjs")} Stats */

/**
 * Bundles the statistics as for the page's workers, into one module that Node and its workers can import.
 * @returns {Promise<string>} its address.
 */
export async function bundleStats() {
  const outDir = join("node_modules", ".tmp", "bench");
  await build({
    configFile: false,
    logLevel: "error",
    build: {
      outDir,
      copyPublicDir: false,
      minify: false,
      target: "es2023",
      rolldownOptions: { output: { topLevelVar: false } }, // as Vite bundles workers: `const` stays what it is
      lib: { entry: join("scripts", "bench", "statsEntry.mjs"), formats: ["es"], fileName: "stats" },
    },
  });
  return pathToFileURL(join(outDir, "stats.js")).href;
}
