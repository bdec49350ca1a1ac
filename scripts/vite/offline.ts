import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Plugin, ResolvedConfig } from "vite";

const WORKER = new URL("serviceWorker.mjs", import.meta.url);

/** Writes `sw.js` beside the built page: a service worker that keeps every file of this build. */
export function offline(): Plugin {
  let config: ResolvedConfig;
  return {
    name: "understory:offline",
    apply: "build",
    configResolved(resolved) {
      config = resolved;
    },
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        if (config.build.ssr || config.build.lib) return;
        const files = [
          "./",
          ...Object.keys(bundle).filter((file) => file.startsWith("assets/")),
          ...publicFiles(config),
        ];
        const build = createHash("sha256").update(files.join("\n")).digest("hex").slice(0, 12);
        const source = readFileSync(WORKER, "utf8")
          .replace("__FILES__", JSON.stringify(files))
          .replace("__BUILD__", build);
        this.emitFile({ type: "asset", fileName: "sw.js", source });
      },
    },
  };
}

/** Files that are copied as they are; notes for developers are not for readers. */
function publicFiles({ publicDir }: ResolvedConfig): string[] {
  return readdirSync(publicDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".md"))
    .map((entry) => relative(publicDir, join(entry.parentPath, entry.name)).split(sep).join("/"));
}
