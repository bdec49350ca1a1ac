import { describe, expect, it } from "vitest";
import { layoutOf } from "./columns";

const layout = (...header: string[]) => {
  return layoutOf({ header, records: [], delimiter: ",", errors: [], notes: [] });
};

describe("layoutOf", () => {
  it("finds columns by their names, wherever they stand", () => {
    expect(layout("Vi", "site", " YI ", "study")).toEqual({
      tidy: new Map([
        ["vi", 0],
        ["yi", 2],
        ["study", 3],
      ]),
      further: [{ name: "site", index: 1 }],
    });
  });

  it.each([
    ["file-empty", []],
    ["no-header", ["Lee", "0.5", "0.1"]],
    ["no-header", ["1"]],
    ["missing-columns", [""]],
    ["missing-columns", ["study", "yi"]],
    ["repeated-column", ["study", "yi", "vi", "Y i"]],
  ])("says %s of %j", (code, header) => {
    expect(layout(...header)).toMatchObject({ error: { code } });
  });
});
