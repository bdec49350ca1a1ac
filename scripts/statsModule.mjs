// Writes the statistics as one ES module that any script can import, and its types: `npm run build` puts both beside the page.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
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

/**
 * Writes `understory-stats.d.ts` into a folder, and what it refers to into a folder of its own.
 * @param {string} outDir
 */
export function declareStats(outDir) {
  const folder = join(outDir, "understory-stats");
  const tsc = join("node_modules", "typescript", "bin", "tsc");
  const compiled = spawnSync(process.execPath, [tsc, "--project", "tsconfig.stats.json", "--outDir", folder], {
    encoding: "utf8",
  });
  if (compiled.status !== 0) throw new Error(compiled.stdout + compiled.stderr);
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".d.ts")) continue;
    // Node's way to find modules wants the ending.
    const text = readFileSync(join(folder, name), "utf8").replace(/(?<=\bfrom "\.{1,2}\/[^"]+)(?=")/g, ".js");
    writeFileSync(join(folder, name), text);
  }
  writeFileSync(join(outDir, "understory-stats.d.ts"), 'export * from "./understory-stats/stats/index.js";\n');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await buildStats("dist");
  declareStats("dist");
}
