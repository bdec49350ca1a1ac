import { describe, expect, it } from "vitest";
import { opened } from "../fixtures";
import type { Format, NeedsMapping } from "../format";
import { COVIDENCE } from "./covidence";
import covidence from "./fixtures/covidence.csv?raw";
import srdrContinuous from "./fixtures/srdr-continuous.csv?raw";
import { SRDR } from "./srdr";

function read(format: Format, ...texts: readonly string[]): NeedsMapping {
  const files = texts.map((text, i) => opened(text, `sheet ${i + 1}`));
  expect(format.recognises(files)).toBe(true);
  const reading = format.read(files);
  if (reading.kind !== "map") throw new Error(JSON.stringify(reading));
  return reading;
}

describe("Covidence", () => {
  const { table, notes } = read(COVIDENCE, covidence);

  it("keeps what reviewers agreed on, and single extractions", () => {
    expect(table.records.map(({ row, cells }) => [row, cells[1], cells[3]])).toEqual([
      [4, "Ahn 2012", "Consensus"],
      [5, "Bell 2014", "Rev One"],
    ]);
  });

  it("says what it left out, and why", () => {
    expect(notes.map(({ code }) => code)).toEqual(["only-consensus", "one-reviewer", "not-agreed"]);
    expect(notes[0]?.message).toContain("4 rows of single reviewers are left out");
    expect(notes[2]?.message).toContain("One study has several reviewers and no consensus (the first in row 6)");
  });

  it("refuses where nothing is agreed", () => {
    const rows = covidence.split("\n").filter((line) => !/Consensus|Bell/.test(line));
    expect(COVIDENCE.read([opened(rows.join("\n"))])).toMatchObject({ errors: [{ code: "no-consensus" }] });
  });

  it("refuses a list of references", () => {
    const files = [opened("Title,Authors,Journal,DOI,Covidence #,Study\nA trial,Ahn,J,10.1/x,12,Ahn 2012")];
    expect(COVIDENCE.recognises(files)).toBe(true);
    expect(COVIDENCE.read(files)).toMatchObject({ kind: "refused", errors: [{ code: "references-only" }] });
  });
});

describe("SRDR+", () => {
  const { table, notes } = read(SRDR, srdrContinuous);

  it("gives each arm of a consolidated row a row of its own", () => {
    expect(table.header.slice(-5)).toEqual(["Arm Name", "Arm Description", "Total (N analyzed)", "Mean", "SD"]);
    expect(table.records.map(({ row, cells }) => [row, cells[4], ...cells.slice(-5)])).toEqual([
      [3, "Ahn 2012", "Drug", "10 mg", "40", "3.0", "1.2"],
      [3, "Ahn 2012", "Placebo", "", "41", "4.2", "1.3"],
      [4, "Bell 2014", "Drug", "20 mg", "60", "2.8", "1.1"],
    ]);
    expect(notes[0]?.message).toContain("one other is left out");
  });

  it("has no column twice", () => {
    expect(new Set(table.header).size).toBe(table.header.length);
    expect(table.header).toContain("Description (2)");
  });

  it("takes the sheet with arms and most rows, and names the others", () => {
    const design = "Extraction ID,Consolidated,Citation Name,Country\n1,Yes,A,UK\n2,Yes,B,UK\n3,Yes,C,UK\n4,Yes,D,UK";
    const reading = read(SRDR, design, srdrContinuous);
    expect(reading.table.name).toBe("sheet 2");
    expect(reading.notes.at(-1)?.message).toContain("sheet 1");
  });

  it("keeps every row where none is consolidated", () => {
    const text = "Extraction ID,Consolidated,Citation Name,Mean\n1,No,A,3\n2,No,B,4";
    expect(read(SRDR, text).table.records).toHaveLength(2);
  });
});
