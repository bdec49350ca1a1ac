import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { MEASURES } from "../model/measure";
import type { Predint, SmdVariance, Test, ZeroCellRule } from "../model/poolingModel";
import { TAU2 } from "./index";

// Records, so that the compiler refuses a code that is missing here.
const TESTS: Record<Test, true> = { z: true, t: true, knha: true, adhoc: true, wider: true };
const PREDINTS: Record<Predint, true> = { z: true, V: true, HTS: true, HK: true, "HK-PR": true };
const SMD_VARIANCES: Record<SmdVariance, true> = { LS: true, UB: true, RevMan: true };
const ZERO_CELLS: Record<ZeroCellRule, true> = { only0: true, all: true, "treatment-arm": true, none: true };
const CODES = [MEASURES, TAU2, TESTS, PREDINTS, SMD_VARIANCES, ZERO_CELLS].flatMap((codes) => Object.keys(codes));

/** Files that tests are compared with, or that hold tables: all but source and words. */
const DATA = /\.(json|jsonl|csv|txt)$/;

describe("the table of methods", () => {
  const rows = tableOf(read("README.md"));
  const where = rows.flatMap((row) => namesIn(row[1]!));

  it("has five filled columns", () => {
    expect(rows.length).toBeGreaterThan(70);
    for (const row of rows) {
      expect(row).toHaveLength(5);
      expect(row.every((cell) => cell !== "")).toBe(true);
    }
  });

  it("names files that exist, and tests that are tests", () => {
    expect(where.filter((file) => !exists(file))).toEqual([]);
    for (const row of rows) {
      expect(namesIn(row[1]!), row[0]).not.toEqual([]);
      expect(namesIn(row[4]!), row[0]).not.toEqual([]);
      expect(
        namesIn(row[4]!).filter((file) => !(file.endsWith(".test.ts") && exists(file))),
        row[0],
      ).toEqual([]);
    }
  });

  it("says where each exported value is from", () => {
    const exported = exportsOf(read("index.ts"));
    expect(exported.length).toBeGreaterThan(40);
    const missing = exported.filter(({ file }) => !where.some((place) => file === place || isIn(file, place)));
    expect(missing).toEqual([]);
  });

  it.each(CODES)("has the code %s", (code) => {
    expect(rows.some((row) => row.some((cell) => cell.includes(`"${code}"`) || cell.includes(`\`${code}\``)))).toBe(
      true,
    );
  });
});

describe("the table of reference values", () => {
  const rows = tableOf(read("reference/README.md").split("\n## ")[0]!);
  const files = readdirSync(new URL("reference", import.meta.url));
  const maker = (file: string) => rows.find((row) => namesIn(row[0]!).includes(file))?.[2];

  it.each(files.filter((file) => DATA.test(file)))("says what made %s", (file) => {
    expect(maker(file)).toBeDefined();
    if (/\.jsonl?$/.test(file)) expect(namesIn(maker(file)!).filter((script) => /\.R$/.test(script))).not.toEqual([]);
  });

  it("names no file that is missing", () => {
    const named = rows.flatMap((row) => [row[0]!, row[2]!].flatMap(namesIn));
    expect(named.filter((file) => !files.includes(file))).toEqual([]);
  });

  it("names every script", () => {
    const scripts = files.filter((file) => file.endsWith(".R") && file !== "json.R");
    const makers = rows.flatMap((row) => namesIn(row[2]!));
    expect(scripts.filter((script) => !makers.includes(script))).toEqual([]);
  });
});

function read(file: string): string {
  return readFileSync(new URL(file, import.meta.url), "utf8");
}

function exists(file: string): boolean {
  return existsSync(new URL(file, import.meta.url));
}

/** True for a file in a folder, which is named with its closing slash. */
function isIn(file: string, folder: string): boolean {
  return folder.endsWith("/") && file.startsWith(folder);
}

/** The cells of every row of a page's tables, without their heads. */
function tableOf(page: string): readonly (readonly string[])[] {
  const lines = page.split("\n");
  const rows = lines.filter((line, i) => line.startsWith("| ") && !lines[i + 1]?.startsWith("|---"));
  return rows.map((row) =>
    row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/** Files and folders named in a cell. */
function namesIn(cell: string): readonly string[] {
  return [...cell.matchAll(/`([\w/.-]+(?:\/|\.\w+))`/g)].map((match) => match[1]!);
}

/** The values, not the types, that an index exports, with the file each is from. */
function exportsOf(index: string): readonly { readonly name: string; readonly file: string }[] {
  return [...index.matchAll(/^export \{([^}]*)\} from "\.\/([^"]+)";/gm)].flatMap(([, names, path]) =>
    names!
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name !== "" && !name.startsWith("type "))
      .map((name) => ({ name, file: `${path}.ts` })),
  );
}
