import { readFileSync } from "node:fs";
import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { LIMITS } from "../../data/open/limits";
import { createImport } from "./run";
import { reachesTooFar } from "./sheetReach";
import { workbook } from "./workbookFixture";

/** Written by scripts/formats/workbook.R with openxlsx. */
const REVIEW = new Uint8Array(readFileSync(new URL("fixtures/review.xlsx", import.meta.url)));

const inspect = (bytes: Uint8Array) => createImport().inspect([{ name: "review.xlsx", bytes }], {});

describe("a workbook", () => {
  it("as R writes it gives its one table, whose header stands under a title", async () => {
    const found = await inspect(REVIEW);
    if (found.kind !== "map") throw new Error(found.kind);
    const [table] = found.tables;
    expect(found.tables).toHaveLength(1);
    expect(table).toMatchObject({ name: "Tuberculosis", count: 4 });
    expect(table?.header.slice(0, 3)).toEqual(["Trial", "Vaccinated TB", "Vaccinated total"]);
    expect(table?.rows[0]).toEqual(["Aronson 1948", "4", "123", "11", "139", "2024-05-31", "0.1"]);
    expect(table?.rows[2]?.at(-1)).toBe("");
  });

  it("counts the rows of its sheet in what is said of faults", async () => {
    const bytes = workbook({
      Pain: [["Pain"], [], ["study", "ai", "n1i", "ci", "n2i"], ["Lee", 4, 50, 9, 51], ["Kim", 60, 50, 9, 51]],
    });
    expect(await inspect(bytes)).toMatchObject({
      kind: "read",
      reading: { errors: [{ code: "events-above-size", where: { row: 5 } }] },
    });
  });

  it("may hold decimal commas in cells of text", async () => {
    const bytes = workbook({
      A: [
        ["study", "yi", "vi"],
        ["Lee", "-0,5", "0,25"],
      ],
    });
    const found = await inspect(bytes);
    if (found.kind !== "read") throw new Error(found.kind);
    expect(found.reading.dataset?.rows[0]?.data).toMatchObject({ yi: -0.5, vi: 0.25 });
  });

  it("is refused whole where no sheet holds a table", async () => {
    expect(await inspect(workbook({ A: [["Only a remark"]] }))).toMatchObject({
      kind: "refused",
      errors: [{ code: "header-only" }],
    });
  });
});

it("looks for cells too far away by rows, columns and what lies between them", () => {
  const sheet = (...references: string[]) => strToU8(references.map((r) => `<c r="${r}"/>`).join(""));
  expect(reachesTooFar(sheet("A1", `B${LIMITS.rows}`))).toBe(false);
  expect(reachesTooFar(sheet("A1", "B102000"))).toBe(true);
  expect(reachesTooFar(sheet("BZZ1"))).toBe(true);
  expect(reachesTooFar(sheet("ALL1", "A90000"))).toBe(true);
  expect(reachesTooFar(strToU8('<t>the ratio r = "high" in 1999</t>'))).toBe(false);
});
