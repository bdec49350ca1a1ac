import { describe, expect, it } from "vitest";
import { share } from "./share";

const last = {
  cells: [
    { k: 1, pooled: null },
    { k: 2, pooled: { mu: -1 } },
  ],
  name: "a",
};

describe("share", () => {
  it("is the last value itself where nothing changed", () => {
    expect(share(last, structuredClone(last))).toBe(last);
  });

  it("keeps what is the same inside of what changed, and equals the next value", () => {
    const next = {
      cells: [
        { k: 3, pooled: null },
        { k: 2, pooled: { mu: -1 } },
      ],
      name: "a",
    };
    const shared = share(last, next);
    expect(shared).toEqual(next);
    expect(shared.cells[1]).toBe(last.cells[1]);
    expect(shared.cells[0]).not.toBe(last.cells[0]);
  });

  it.each([
    [{ a: 1 }, { a: 1, b: undefined }],
    [{ a: 1, b: 2 }, { a: 1 }],
    [[1, 2], [1]],
    [null, { a: 1 }],
    [{ a: 0 }, { a: -0 }],
    [[1], { 0: 1 }],
  ])("never takes %j for %j", (before, after) => {
    expect(share(before, after)).toStrictEqual(after);
  });
});
