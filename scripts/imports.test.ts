import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** Which folders of src each folder may import: the one-way rule of CONTRIBUTING.md. */
const MAY_IMPORT = {
  model: [],
  stats: ["model"],
  data: ["model"],
  words: ["model"],
  scene: [],
  plots: ["words", "scene", "model"],
  worker: ["stats", "data", "model"],
  state: ["worker", "data", "model"],
  export: ["scene", "model", "words"],
  ui: ["model", "stats", "data", "words", "scene", "plots", "worker", "state", "export"],
} as const satisfies Record<string, readonly string[]>;

type Folder = keyof typeof MAY_IMPORT;
const FOLDERS = Object.keys(MAY_IMPORT) as Folder[];

/** One import per line, so that a diagnostic's line names the folder that was refused. */
const probe = (up: string) => FOLDERS.map((folder) => `import "${up}${folder}/probe";`).join("\n");

describe("the linter holds the one-way imports between the folders of src", () => {
  let root: string;
  let refused: Map<string, Set<Folder>>;

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), "understory-imports-"));
    copyFileSync("biome.json", join(root, "biome.json"));
    for (const folder of FOLDERS) {
      write(`src/${folder}/probe.ts`, probe("../"));
      write(`src/${folder}/deep/probe.ts`, probe("../../"));
    }
    write("src/stats/probe.test.ts", probe("../"));
    refused = lint();
  });

  afterAll(() => rmSync(root, { recursive: true }));

  it.each(FOLDERS)("%s", (folder) => {
    const allowed: readonly Folder[] = [folder, ...MAY_IMPORT[folder]];
    const expected = new Set(FOLDERS.filter((other) => !allowed.includes(other)));
    expect(refused.get(`src/${folder}/probe.ts`) ?? new Set()).toEqual(expected);
    expect(refused.get(`src/${folder}/deep/probe.ts`) ?? new Set()).toEqual(expected);
  });

  it("leaves tests free to import what they compare with", () => {
    expect(refused.has("src/stats/probe.test.ts")).toBe(false);
  });

  function write(path: string, text: string) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }

  function lint(): Map<string, Set<Folder>> {
    const cli = join("node_modules", "@biomejs", "biome", "bin", "biome");
    const args = ["lint", "--only=style/noRestrictedImports", "--max-diagnostics=none", "--reporter=json"];
    const { stdout } = spawnSync(process.execPath, [join(process.cwd(), cli), ...args], {
      cwd: root,
      encoding: "utf8",
    });
    const { diagnostics } = JSON.parse(stdout) as {
      diagnostics: { location: { path: string; start: { line: number } } }[];
    };
    const found = new Map<string, Set<Folder>>();
    for (const { path, start } of diagnostics.map(({ location }) => location)) {
      found.set(path, (found.get(path) ?? new Set()).add(FOLDERS[start.line - 1]!));
    }
    return found;
  }
});
