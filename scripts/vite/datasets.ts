import { join, sep } from "node:path";
import type { Plugin, ResolvedConfig } from "vite";
import { readCatalogue } from "./catalogue.ts";

const ID = "virtual:datasets";
const RESOLVED = `\0${ID}`;

/**
 * Gives the page its list of bundled datasets (`virtual:datasets`, declared in src/virtual.d.ts), and asks the browser
 * for the default dataset's files while it still reads the scripts.
 */
export function datasets(): Plugin {
  let config: ResolvedConfig;
  const folder = () => join(config.publicDir, "data");
  return {
    name: "understory:datasets",
    configResolved(resolved) {
      config = resolved;
    },
    resolveId: (id) => (id === ID ? RESOLVED : null),
    load(id) {
      if (id !== RESOLVED) return null;
      const list = readCatalogue(folder());
      return `export default ${JSON.stringify(list)};`;
    },
    configureServer({ watcher, moduleGraph, ws }) {
      watcher.on("all", (_, file) => {
        if (!file.startsWith(folder() + sep)) return;
        const module = moduleGraph.getModuleById(RESOLVED);
        if (module) moduleGraph.invalidateModule(module);
        ws.send({ type: "full-reload" });
      });
    },
    transformIndexHtml: {
      order: "post",
      handler() {
        const first = readCatalogue(folder())[0];
        return (first?.files ?? []).map((file) => ({
          tag: "link",
          attrs: { rel: "preload", as: "fetch", crossorigin: true, href: `${config.base}data/${first?.id}/${file}` },
          injectTo: "head" as const,
        }));
      },
    },
  };
}
