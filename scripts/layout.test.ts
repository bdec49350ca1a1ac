import { readdirSync } from "node:fs";
import { basename } from "node:path";
import { expect, it } from "vitest";

const FILES = ["src", "scripts", "e2e"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => `${folder}/${path.replaceAll("\\", "/")}`),
);

it("names files for what they hold: no drawer of utilities", () => {
  expect(FILES.filter((path) => /^(utils?|helpers?|common|misc)\./.test(basename(path)))).toEqual([]);
});

it("has one barrel, the public entry of the statistics", () => {
  const barrels = FILES.filter((path) => /^src\/.*\bindex\.tsx?$/.test(path));
  expect(barrels.filter((path) => path !== "src/stats/index.ts")).toEqual([]);
});
