import { posix } from "node:path";

const TAG = /<(?:script|link)\b[^>]*>/g;
// What a bundler writes for a static import: `import"./a.js"`, `import{x}from"./a.js"`, `export*from"./a.js"`.
const STATIC_IMPORT = /\b(?:from|import)\s*["'](\.[^"']+\.js)["']/g;

/**
 * The scripts that the browser must have before the page runs: those that `html` names, and all that they import
 * statically. Workers and chunks that are imported on demand are not among them.
 * @param {string} html
 * @param {(path: string) => string} read gives the text of a script, by its path from the page.
 * @returns {string[]} paths from the page.
 */
export function initialScripts(html, read) {
  const found = new Set(namedBy(html));
  for (const path of found) {
    for (const [, specifier = ""] of read(path).matchAll(STATIC_IMPORT)) {
      found.add(posix.join(posix.dirname(path), specifier));
    }
  }
  return [...found];
}

/** @param {string} html */
function namedBy(html) {
  return (html.match(TAG) ?? [])
    .filter((tag) => tag.startsWith("<script") || tag.includes('rel="modulepreload"'))
    .flatMap((tag) => /\b(?:src|href)="([^"]+)"/.exec(tag)?.[1] ?? [])
    .filter((path) => !/\.worker\b/.test(path))
    .map((path) => posix.normalize(path));
}
