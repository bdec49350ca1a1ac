import { describe, expect, it } from "vitest";
import { lensValue, midKey, NO_LENS, withLensValue } from "./lens";

describe("a lens", () => {
  const set = withLensValue(NO_LENS, "mids", midKey("MD", "Pain"), 1.5);

  it("keeps a number by what it is about, and gives it back", () => {
    expect(lensValue(set.mids, midKey("MD", "Pain"))).toBe(1.5);
    expect(lensValue(set.mids, midKey("SMD", "Pain"))).toBeNull();
    expect(set.baselines).toBe(NO_LENS.baselines);
  });

  it("takes a number back", () => {
    expect(withLensValue(set, "mids", midKey("MD", "Pain"), null)).toEqual(NO_LENS);
  });

  it.each(["constructor", "__proto__", "toString"])("is not misled by an outcome called “%s”", (name) => {
    expect(lensValue(NO_LENS.sds, name)).toBeNull();
    expect(lensValue(withLensValue(NO_LENS, "sds", name, 2).sds, name)).toBe(2);
  });
});
