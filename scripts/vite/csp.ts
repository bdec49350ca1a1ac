import type { Plugin } from "vite";

/**
 * What the built page may do: run and fetch its own files, and nothing else. `data:` and `blob:` images are the
 * figures on their way to PNG. Script URLs pass only through the Trusted Types policy `understory`.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types understory",
].join("; ");

/** Writes the policy as the first element of the built page's head; the dev server needs inline code and has none. */
export function csp(): Plugin {
  return {
    name: "understory:csp",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: () => [
        {
          tag: "meta",
          attrs: { "http-equiv": "Content-Security-Policy", content: CONTENT_SECURITY_POLICY },
          injectTo: "head-prepend",
        },
      ],
    },
  };
}
