import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readCatalogue } from "./catalogue";

const understory = { shortTitle: "Short", kind: "published" };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "understory-data-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function add(id: string, content: object) {
  mkdirSync(join(folder, id));
  const whole = { name: id, title: id, resources: [{ path: "trials.csv" }], understory, ...content };
  writeFileSync(join(folder, id, "datapackage.json"), JSON.stringify(whole));
}

describe("readCatalogue", () => {
  it("lists the default dataset first, then by title, and passes over folders without a package", () => {
    add("b", { title: "Zinc" });
    add("c", { title: "Aspirin" });
    add("us-nkt", { title: "Needle-knife" });
    mkdirSync(join(folder, "notes"));
    expect(readCatalogue(folder).map(({ id }) => id)).toEqual(["us-nkt", "c", "b"]);
  });

  it("gives what the picker shows and the files to fetch first", () => {
    add("a", { title: "Aspirin", resources: [{ path: "data/aspirin.csv" }] });
    expect(readCatalogue(folder)).toEqual([
      {
        id: "a",
        title: "Aspirin",
        shortTitle: "Short",
        kind: "published",
        files: ["datapackage.json", "data/aspirin.csv"],
      },
    ]);
  });

  it("is empty where there is no data folder", () => {
    expect(readCatalogue(join(folder, "absent"))).toEqual([]);
  });

  it.each([
    ["a name unlike its folder", { name: "other" }, /"name" must be the folder's name, "a"/],
    ["no title", { title: "" }, /needs title/],
    ["no short title", { understory: { kind: "published" } }, /understory\.shortTitle/],
    ["no resource", { resources: [] }, /resources\[0\]\.path/],
    ["an unknown kind", { understory: { ...understory, kind: "made up" } }, /kind must be one of simulated, published/],
  ])("refuses a package with %s, naming the file", (_, content, message) => {
    add("a", content);
    expect(() => readCatalogue(folder)).toThrow(message);
    expect(() => readCatalogue(folder)).toThrow(join("a", "datapackage.json"));
  });
});
