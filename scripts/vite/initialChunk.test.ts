import { describe, expect, it } from "vitest";
import { initialChunk } from "./initialChunk";

/** Modules by who imports them statically. */
const IMPORTERS: Readonly<Record<string, readonly string[]>> = {
  main: [],
  app: ["main"],
  shared: ["app", "later"],
  later: [],
  ofLater: ["later"],
  a: ["b"],
  b: ["a", "app"],
  "/node_modules/d3/index.js": ["app"],
  "/node_modules/d3-array/index.js": ["/node_modules/d3/index.js"],
  "/node_modules/d3-color/index.js": ["/node_modules/d3/index.js"],
};
const graph = {
  getModuleInfo: (id: string) => {
    const importers = IMPORTERS[id];
    return importers ? { isEntry: id === "main", importers } : null;
  },
};

describe("initialChunk", () => {
  it.each(["main", "app", "shared", "a", "b"])("takes %s, which the entry needs", (id) => {
    expect(initialChunk(id, graph)).toBe("index");
  });

  it("takes of d3's modules only the one that the first page uses", () => {
    expect(initialChunk("/node_modules/d3-array/index.js", graph)).toBe("index");
    expect(initialChunk("/node_modules/d3-color/index.js", graph)).toBeNull();
  });

  it.each(["later", "ofLater", "unknown"])("leaves %s to the bundler", (id) => {
    expect(initialChunk(id, graph)).toBeNull();
  });
});
