import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FULL_OWN } from "./fullOwn";
import { isProject, readProject, writeProject } from "./project";

const DATASET = { own: FULL_OWN, search: "?outcome=Pain&model=cochrane", pinned: "?outcome=Pain", sha256: null };
const FILE = writeProject([DATASET, { ...DATASET, own: { ...FULL_OWN, id: "b" }, pinned: null }], "1.2.3");

type Json = Record<string, unknown>;
const edited = (change: (file: Json & { datasets: Json[] }) => void) => {
  const file = JSON.parse(FILE);
  change(file);
  return JSON.stringify(file);
};
const codeOf = (text: string) => {
  const read = readProject(text);
  return "error" in read ? read.error.code : "read";
};

describe("a project file", () => {
  it("brings back data, question and what was held on to", () => {
    const read = readProject(FILE);
    expect(read).toEqual({
      datasets: [DATASET, { ...DATASET, own: { ...FULL_OWN, id: "b" }, pinned: null }],
      notes: [],
    });
  });

  it("is known by what it says of itself, and says who wrote it", () => {
    expect(isProject(JSON.parse(FILE))).toBe(true);
    expect(JSON.parse(FILE)).toMatchObject({ version: 1, writtenBy: "Understory 1.2.3" });
    for (const other of [null, "understory-project", [], { format: "other" }, { name: "x", resources: [] }]) {
      expect(isProject(other)).toBe(false);
    }
  });

  it("of a newer version is declined with the version that wrote it", () => {
    const read = readProject(edited((file) => Object.assign(file, { version: 2, writtenBy: "Understory 9.0" })));
    expect(read).toMatchObject({
      error: { code: "project-newer", message: expect.stringContaining("Understory 9.0") },
    });
  });

  it("of an older version is brought to the newest one step at a time", () => {
    // Were the search once kept without its question mark, and then under another name:
    const rename = (older: unknown) => {
      const { datasets } = older as { datasets: Json[] };
      return { datasets: datasets.map(({ query, ...rest }) => ({ ...rest, asked: query })) };
    };
    const mark = (older: unknown) => {
      const { datasets } = older as { datasets: Json[] };
      return { datasets: datasets.map(({ asked, ...rest }) => ({ ...rest, search: `?${asked}` })) };
    };
    const old = edited((file) => {
      file.datasets = [{ own: FULL_OWN, query: "outcome=Pain", pinned: null, sha256: null }];
    });
    const read = readProject(old, [rename, mark]);
    expect(read).toMatchObject({ datasets: [{ search: "?outcome=Pain" }] });
    const isNowSecond = edited((file) => {
      file["version"] = 2;
      file.datasets = [{ own: FULL_OWN, asked: "outcome=Pain", pinned: null, sha256: null }];
    });
    expect(readProject(isNowSecond, [rename, mark])).toEqual(read);
    expect(
      readProject(
        edited((file) => delete (file as Json)["datasets"]),
        [rename],
      ),
    ).toMatchObject({
      error: { code: "project-wrong" },
    });
  });

  it("opens what is sound in it, and names the rest", () => {
    const read = readProject(
      edited((file) => {
        file.datasets[0]!["search"] = 7;
      }),
    );
    expect(read).toMatchObject({ datasets: [{ own: { id: "b" } }], notes: [{ code: "project-dataset-wrong" }] });
  });

  it.each([
    ["cut", FILE.slice(0, 500), "project-not-json"],
    ["without a version", edited((file) => delete file["version"]), "project-wrong"],
    ["with half a version", edited((file) => Object.assign(file, { version: 0.5 })), "project-wrong"],
    ["without data", edited((file) => Object.assign(file, { datasets: [] })), "project-empty"],
    ["with data that are none", edited((file) => Object.assign(file, { datasets: [null, 3] })), "project-wrong"],
    ["that is none", "[]", "project-wrong"],
  ])("%s is refused", (_, text, code) => expect(codeOf(text)).toBe(code));

  it.each(Object.keys(FULL_OWN))("that lacks %s of its data is refused", (key) => {
    const own = Object.fromEntries(Object.entries(FULL_OWN).filter(([name]) => name !== key));
    expect(codeOf(edited((file) => Object.assign(file, { datasets: [{ ...DATASET, own }] })))).toBe("project-wrong");
  });

  it("never throws, whatever it holds", () => {
    const any = fc.jsonValue();
    fc.assert(
      fc.property(any, any, any, (own, search, version) => {
        const file = { format: "understory-project", version, datasets: [{ own, search, pinned: null }] };
        expect(codeOf(JSON.stringify(file))).toMatch(/^project-/);
      }),
    );
  });
});
