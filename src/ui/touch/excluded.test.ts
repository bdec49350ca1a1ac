import { describe, expect, it } from "vitest";
import { leavingOnly, stretch, withStudies } from "./excluded";

describe("withStudies", () => {
  it("puts studies out or in and leaves the others as they are", () => {
    expect(withStudies(["b", "c"], false, ["a", "b"])).toEqual(["a", "b", "c"]);
    expect(withStudies(["b", "c"], true, ["a", "b"])).toEqual(["a"]);
  });

  it("takes a study that stands in several rows once", () => {
    expect(withStudies(["b", "b"], false, [])).toEqual(["b"]);
  });
});

describe("leavingOnly", () => {
  const shown = ["a", "b", "c", "c"];

  it("leaves out all the others, and again brings them back", () => {
    const only = leavingOnly(["b"], shown, []);
    expect(only).toEqual(["a", "c"]);
    expect(leavingOnly(["b"], shown, only)).toEqual([]);
  });

  it("brings back the one that is kept", () => expect(leavingOnly(["b"], shown, ["b"])).toEqual(["a", "c"]));

  it("keeps several, and what is left out elsewhere", () => {
    expect(leavingOnly(["a", "b"], shown, ["z"])).toEqual(["z", "c"]);
    expect(leavingOnly(["a", "b"], shown, ["z", "c"])).toEqual(["z"]);
  });

  it("changes nothing where nothing else is shown", () => expect(leavingOnly(["a"], ["a"], [])).toEqual([]));
});

describe("stretch", () => {
  it("reaches from one item to another, whichever comes first", () => {
    expect(stretch([4, 1, 3, 2], 1, 2)).toEqual([1, 3, 2]);
    expect(stretch([4, 1, 3, 2], 2, 1)).toEqual([1, 3, 2]);
  });

  it("is the one item without a beginning, or with one that is gone", () => {
    expect(stretch([1, 2], null, 2)).toEqual([2]);
    expect(stretch([1, 2], 7, 2)).toEqual([2]);
  });
});
