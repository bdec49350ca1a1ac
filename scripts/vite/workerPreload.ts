import type { Plugin, ResolvedConfig } from "vite";

/**
 * Lets the browser fetch the worker beside the page's own scripts, not after them: the worker then starts from the
 * cache. (Chromium refuses `as="worker"` here; without it the file is fetched as a script, which serves as well.)
 */
export function workerPreload(): Plugin {
  let config: ResolvedConfig;
  return {
    name: "understory:worker-preload",
    apply: "build",
    configResolved(resolved) {
      config = resolved;
    },
    transformIndexHtml: {
      order: "post",
      handler: (_, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((file) => /\.worker-[^/]+\.js$/.test(file))
          .map((file) => ({
            tag: "link",
            attrs: { rel: "modulepreload", crossorigin: true, href: config.base + file },
            injectTo: "head" as const,
          })),
    },
  };
}
