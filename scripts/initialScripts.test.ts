import { expect, it } from "vitest";
import { initialScripts } from "./initialScripts.mjs";

const HTML = `<link rel="modulepreload" href="./assets/react.js"><link rel="stylesheet" href="./assets/a.css">
<link rel="modulepreload" href="./assets/pool.worker-BdX1.js">
<script type="module" crossorigin src="./assets/index.js"></script>`;

const SCRIPTS: Record<string, string> = {
  "assets/react.js": "export{r as t};",
  "assets/index.js": 'import{t}from"./react.js";import"./effects.js";const x=()=>import("./export.js");',
  "assets/effects.js": 'export*from"./deep/scale.js";',
  "assets/deep/scale.js": 'import{t}from"../effects.js";',
};

it("follows static imports and stops at workers, styles and imports on demand", () => {
  const found = initialScripts(HTML, (path) => SCRIPTS[path]!);
  expect(found.toSorted()).toEqual(Object.keys(SCRIPTS).toSorted());
});
