import { describe, expect, it } from "vitest";
import { mappingKey } from "../data/mapping/mappingKey";
import type { MappedColumn, Mapping } from "../model/mapping";
import { createMemoryStore } from "./keep/memoryStore";
import { createRemembered } from "./keep/remembered";
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

describe("a mapping that is remembered", () => {
  it("is there for a table with the same headers", async () => {
    const remembered = createRemembered(createMemoryStore());
    await rememberMapping(remembered, HEADER, MAPPING);
    expect(await rememberedMapping(remembered, HEADER)).toEqual(MAPPING);
    expect(await rememberedMapping(remembered, ["Trial", "Effekt"])).toBeNull();
    expect(await rememberedMapping(remembered, ["Trial", "Effekt", "Variance"])).toBeNull();
  });

  it("takes the headers as the new table writes them", async () => {
    const remembered = createRemembered(createMemoryStore());
    await rememberMapping(remembered, HEADER, MAPPING);
    const again = await rememberedMapping(remembered, ["trial", "Effekt ", "se"]);
    expect(again?.columns.map(({ header }) => header)).toEqual(["trial", "Effekt ", "se"]);
    expect(again?.columns.map(({ role }) => role)).toEqual(["study", "yi", "sei"]);
  });

  it("is nothing where what is stored is damaged or of another kind", async () => {
    const db = createMemoryStore();
    const remembered = createRemembered(db);
    const key = `mapping.${mappingKey(HEADER)}`;
    const others: unknown[] = ["{", null, [], { ...MAPPING, givenAre: "else" }, { ...MAPPING, columns: [] }];
    for (const value of others) {
      await db.change(key, () => value);
      expect(await rememberedMapping(remembered, HEADER), JSON.stringify(value)).toBeNull();
    }
    await db.change(key, () => MAPPING);
    expect(await rememberedMapping(remembered, HEADER)).toEqual(MAPPING);
  });

  it("is nothing, and no fault, where storage is denied", async () => {
    const db = createMemoryStore();
    db.fail(new DOMException("denied", "SecurityError"));
    const remembered = createRemembered(db);
    await rememberMapping(remembered, HEADER, MAPPING);
    expect(await rememberedMapping(remembered, HEADER)).toBeNull();
  });
});
