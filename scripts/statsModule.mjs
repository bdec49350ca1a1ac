// Writes the statistics as one ES module that any script can import: `npm run build` puts it beside the page.
import { join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { build } from "vite";

export const STATS_FILE = "understory-stats.js";

/**
 * Bundles the public entry of the statistics into a folder, beside what is there already.
 * @param {string} outDir
 * @returns {Promise<string>} the file's address, to import it from.
 */
export async function buildStats(outDir) {
  await build({
    configFile: false,
    logLevel: "error",
    build: {
      outDir,
      emptyOutDir: false,
      copyPublicDir: false,
      minify: false, // to be read, too
      target: "es2023",
      rolldownOptions: { output: { banner: "/* Understory's statistics, MIT licence. Source: src/stats */" } },
      lib: { entry: join("src", "stats", "index.ts"), formats: ["es"], fileName: () => STATS_FILE },
    },
  });
  return pathToFileURL(join(outDir, STATS_FILE)).href;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await buildStats("dist");
