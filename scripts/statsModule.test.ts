import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCsv } from "../src/data/readCsv";
import { buildStats, declareStats } from "./statsModule.mjs";

type Stats = typeof import("../src/stats/index");

const folder = mkdtempSync(join(tmpdir(), "understory-stats-"));
let file = "";
let stats: Stats;

beforeAll(async () => {
  file = await buildStats(folder);
  stats = (await import(/* @vite-ignore */ file)) as Stats;
});

afterAll(() => rmSync(folder, { recursive: true }));

describe("the statistics as a module", () => {
  it("pool the BCG trials as metafor does", () => {
    const read = readCsv(readFileSync("public/data/bcg-tuberculosis/trials.csv", "utf8"));
    if ("error" in read) throw new Error(read.error.message);
    const number = (cells: readonly string[], name: string) => Number(cells[read.header.indexOf(name)]);
    const effects = read.records.map(({ cells }) => {
      const [ai, n1i, ci, n2i] = ["ai", "n1i", "ci", "n2i"].map((name) => number(cells, name));
      const data = { kind: "counts", ai: ai!, n1i: n1i!, ci: ci!, n2i: n2i! } as const;
      const effect = stats.escalc("RR", data, { smdVariance: "LS", zeroCells: "only0" });
      if ("reason" in effect) throw new Error(effect.reason);
      return effect;
    });
    const fit = stats.pool(
      effects.map(({ yi }) => yi),
      effects.map(({ vi }) => vi),
      { method: "REML", test: "z", predint: "z", level: 0.95 },
    );
    // metafor 3.8-1: rma(measure = "RR", ...), REML with threshold = 1e-13.
    expect(fit.mu).toBeCloseTo(-0.714532342158, 11);
    expect(fit.se).toBeCloseTo(0.179781516105, 11);
    expect(fit.tau2).toBeCloseTo(0.313243258136, 11);
  });

  it("need neither a page nor another file", () => {
    const code = readFileSync(fileURLToPath(file), "utf8");
    expect(code).not.toMatch(/\bimport\b\s*[({"'*]|\brequire\(/);
    expect(code).not.toMatch(/\b(document|window|localStorage|fetch)\b\s*[.([]/);
  });

  it("have types, which TypeScript finds in Node's way and in bundlers' way", () => {
    declareStats(folder);
    const script = join(folder, "typed.mts");
    const options = '{ method: "REML", test: "knha", predint: "HK", level: 0.95 }';
    const lines = [
      'import { escalc, type Fit, pool } from "./understory-stats.js";',
      `export const fit: Fit = pool([0.1, 0.2], [1, 2], ${options});`,
      "export const mu: number = fit.mu;",
      "// @ts-expect-error -- there is no such estimator",
      `pool([0.1], [1], ${options.replace("REML", "MEAN")});`,
      "// @ts-expect-error -- an effect may have a reason instead",
      'escalc("GEN", { kind: "given", yi: 1, vi: 1, n1i: null, n2i: null }, { smdVariance: "LS", zeroCells: "all" }).yi;',
    ];
    writeFileSync(script, lines.join("\n"));
    const tsc = join("node_modules", "typescript", "bin", "tsc");
    for (const way of [
      ["nodenext", "nodenext"],
      ["esnext", "bundler"],
    ] as const) {
      const flags = ["--ignoreConfig", "--strict", "--noEmit", "--target", "es2023", "--types", ""];
      const resolution = ["--module", way[0], "--moduleResolution", way[1]];
      expect(spawnSync(process.execPath, [tsc, ...flags, ...resolution, script], { encoding: "utf8" }).stdout).toBe("");
    }
  });

  it("are used as the example says", () => {
    const example = /```js\n([\s\S]*?)```/.exec(readFileSync("src/stats/README.md", "utf8"))?.[1] ?? "";
    const script = join(folder, "example.mjs");
    writeFileSync(script, example);
    const { stdout, stderr } = spawnSync(process.execPath, [script], { encoding: "utf8" });
    expect(stderr).toBe("");
    expect(stdout.trim()).toBe(/console\.log\(.*\); \/\/ (.*)/.exec(example)?.[1]);
  });
});
