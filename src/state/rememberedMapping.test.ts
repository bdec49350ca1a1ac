import { beforeEach, describe, expect, it, vi } from "vitest";
import type { MappedColumn, Mapping } from "../model/mapping";
import { rememberedMapping, rememberMapping } from "./rememberedMapping";

const column = (header: string, role: MappedColumn["role"]): MappedColumn => ({
  ...{ header, role, outcome: null, timepoint: null, comparator: null },
});
const MAPPING: Mapping = {
  columns: [column("Trial", "study"), column("Effekt", "yi"), column("SE", "sei")],
  constants: { outcome: "Pain", timepoint: "1 week", comparator: "Sham" },
  splitOutcome: false,
  givenAre: "ratios",
  reference: null,
};
const HEADER = ["Trial", "Effekt", "SE"];

function storage(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    clear: () => kept.clear(),
    key: (at: number) => [...kept.keys()][at] ?? null,
    get length() {
      return kept.size;
    },
  };
}

describe("a mapping that is remembered", () => {
  beforeEach(() => void vi.stubGlobal("localStorage", storage()));

  it("is there for a table with the same headers", () => {
    rememberMapping(HEADER, MAPPING);
    expect(rememberedMapping(HEADER)).toEqual(MAPPING);
    expect(rememberedMapping(["Trial", "Effekt"])).toBeNull();
    expect(rememberedMapping(["Trial", "Effekt", "Variance"])).toBeNull();
  });

  it("takes the headers as the new table writes them", () => {
    rememberMapping(HEADER, MAPPING);
    const again = rememberedMapping(["trial", "Effekt ", "se"]);
    expect(again?.columns.map(({ header }) => header)).toEqual(["trial", "Effekt ", "se"]);
    expect(again?.columns.map(({ role }) => role)).toEqual(["study", "yi", "sei"]);
  });

  it("is nothing where what is stored is damaged or of another kind", () => {
    rememberMapping(HEADER, MAPPING);
    const key = localStorage.key(0) ?? "";
    for (const text of ["{", "null", "[]", JSON.stringify({ ...MAPPING, givenAre: "else" })]) {
      localStorage.setItem(key, text);
      expect(rememberedMapping(HEADER), text).toBeNull();
    }
  });

  it("is nothing, and no fault, where storage is denied", () => {
    const denied = () => {
      throw new DOMException("denied", "SecurityError");
    };
    vi.stubGlobal("localStorage", { getItem: denied, setItem: denied });
    expect(() => rememberMapping(HEADER, MAPPING)).not.toThrow();
    expect(rememberedMapping(HEADER)).toBeNull();
  });
});
