import { describe, expect, it } from "vitest";
import { readOwn } from "../../data/readDataset";
import { changed } from "../../data/tidyTable";
import type { Described, OwnData } from "../../model/ownData";
import { NOTHING_SELECTED } from "../../state/store";
import { cellFaults } from "./cellFaults";
import { withOutcome } from "./describedWith";
import { moved } from "./moved";
import { firstRowInView, newRowCells } from "./newRow";
import { pasted } from "./pasted";

const TABLE = {
  header: ["study", "outcome", "timepoint", "N1i", "ai", "n2i", "ci"],
  rows: [
    ["Lee", "Relief", "1 week", "50", "5", "51", "9"],
    ["Kim", "Relief", "4 weeks", "40", "4", "41", "8"],
    ["Cho", "Nausea", "1 week", "60", "6", "61", "9"],
  ],
};
const OWN: OwnData = {
  ...{ id: "a", name: "mine", fileName: "mine.csv", format: "tidy table", table: TABLE },
  ...{ described: {}, remedies: [], exported: [] },
};
const NONE = new Map<string, string>();
const at = (row: number, column: number) => ({ top: row, bottom: row, left: column, right: column });

describe("pasted", () => {
  it("writes a block from the corner on, and adds rows below the last", () => {
    const paste = pasted(
      TABLE,
      at(2, 3),
      [
        ["70", "7"],
        ["80", "8"],
      ],
      new Map([
        ["outcome", "Nausea"],
        ["ai", "1"],
      ]),
    );
    expect(paste).toMatchObject({ cells: 4, addedRows: 1, leftOut: 0 });
    expect(paste.block).toEqual({ top: 2, bottom: 3, left: 3, right: 4 });
    expect(changed(TABLE, paste.changes).rows.slice(2)).toEqual([
      ["Cho", "Nausea", "1 week", "70", "7", "61", "9"],
      ["", "Nausea", "", "80", "8", "", ""],
    ]);
  });

  it("leaves out what stands beyond the last column, and counts it", () => {
    const paste = pasted(TABLE, at(0, 6), [["1", "2", "3"]], NONE);
    expect(paste).toMatchObject({ cells: 1, leftOut: 2 });
    expect(changed(TABLE, paste.changes).rows[0]?.at(-1)).toBe("1");
  });

  it("fills a block with a single cell, without adding rows", () => {
    const paste = pasted(TABLE, { top: 1, bottom: 3, left: 4, right: 5 }, [["2"]], NONE);
    expect(paste).toMatchObject({ cells: 4, addedRows: 0 });
    expect(changed(TABLE, paste.changes).rows.map((cells) => cells.slice(4, 6))).toEqual([
      ["5", "51"],
      ["2", "2"],
      ["2", "2"],
    ]);
  });

  it("adds one row where a single cell is pasted below the last", () => {
    expect(pasted(TABLE, at(3, 0), [["Ahn"]], NONE).changes).toEqual([{ kind: "add-row", cells: { study: "Ahn" } }]);
  });

  it("cleans cells as a file's, and reads a comma as decimal only where it can be nothing else", () => {
    const value = (...cells: string[]) =>
      pasted(
        TABLE,
        at(0, 3),
        cells.map((cell) => [cell]),
        NONE,
      ).changes.map((c) => c.kind === "cell" && c.value);
    expect(value(" NA ", "1,5", "2,125")).toEqual(["", "1.5", "2.125"]);
    expect(value("1,234", "12")).toEqual(["1,234", "12"]);
    expect(value("1,5", "2.5")).toEqual(["1,5", "2.5"]);
  });
});

describe("cellFaults", () => {
  it("finds the cells of a table's faults, however its header writes their columns", () => {
    const table = changed(TABLE, [
      { kind: "cell", row: 1, column: "N1i", value: "none" },
      { kind: "cell", row: 2, column: "ai", value: "99" },
      { kind: "add-row", cells: { study: "Ahn", outcome: "Relief", timepoint: "1 week" } },
    ]);
    const faults = cellFaults(table, readOwn({ ...OWN, table }).errors);
    expect([...faults.keys()].sort()).toEqual([1, 2, 3]);
    expect(faults.get(1)?.byColumn.get(3)?.[0]?.code).toBe("not-a-number");
    expect(faults.get(2)?.byColumn.get(4)?.[0]?.code).toBe("events-above-size");
    expect(faults.get(3)?.whole[0]?.code).toBe("no-numbers");
  });
});

describe("a new row", () => {
  const selection = { ...NOTHING_SELECTED, outcome: "Relief", timepoint: "1 week" };

  it("is about what is in view", () => {
    expect(firstRowInView(TABLE, { ...selection, timepoint: "4 weeks" })).toBe(1);
    expect([...newRowCells(TABLE, selection)]).toEqual([
      ["outcome", "Relief"],
      ["timepoint", "1 week"],
    ]);
    const elsewhere = { ...selection, outcome: "Sleep" };
    expect(firstRowInView(TABLE, elsewhere)).toBe(0);
    expect(newRowCells(TABLE, elsewhere).get("outcome")).toBe("Nausea");
  });
});

describe("withOutcome", () => {
  const read = (described: Described) => readOwn({ ...OWN, described }).dataset!.descriptor;

  it("changes one outcome and keeps the order of all", () => {
    const before = read({});
    const described = withOutcome({}, before, "Nausea", { better: "higher", unit: "events" });
    const after = read(described);
    expect(after.outcomes.map(({ name }) => name)).toEqual(["Relief", "Nausea"]);
    expect(after.outcomes[1]).toEqual({ ...before.outcomes[1], better: "higher", unit: "events" });
    expect(after.outcomes[0]).toEqual(before.outcomes[0]);
  });

  it("keeps what was said before, of outcomes that no row has now too", () => {
    const before = {
      title: "Mine",
      outcomes: [
        { name: "Sleep", noun: "sleep" },
        { name: "Relief", noun: "relief" },
      ],
    };
    const described = withOutcome(before, read(before), "Relief", { unit: "points" });
    expect(described).toMatchObject({ title: "Mine" });
    expect(described.outcomes).toContainEqual({ name: "Sleep", noun: "sleep" });
    expect(described.outcomes).toContainEqual({ name: "Relief", noun: "relief", unit: "points" });
  });
});

describe("moved", () => {
  const extent = { rows: 30, columns: 4 };
  it.each<[string, boolean, [number, number]]>([
    ["ArrowDown", false, [6, 2]],
    ["ArrowUp", true, [0, 2]],
    ["ArrowRight", true, [5, 3]],
    ["Home", false, [5, 0]],
    ["End", true, [29, 3]],
    ["Home", true, [0, 0]],
    ["PageDown", false, [15, 2]],
    ["PageUp", false, [0, 2]],
  ])("%s, far %s", (key, isFar, [row, column]) => {
    expect(moved({ row: 5, column: 2 }, key, isFar, extent, 10)).toEqual({ row, column });
  });

  it("is nowhere for other keys", () => {
    expect(moved({ row: 5, column: 2 }, "a", false, extent, 10)).toBeNull();
  });
});
