import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellsOfText, copiedText } from "./clipboardText";

describe("cellsOfText", () => {
  it.each<[string, string, string[][]]>([
    [
      "what a spreadsheet copies",
      "Lee\t1.5\r\nKim\t2\r\n",
      [
        ["Lee", "1.5"],
        ["Kim", "2"],
      ],
    ],
    [
      "lines of unequal length",
      "Lee\t1\nKim",
      [
        ["Lee", "1"],
        ["Kim", ""],
      ],
    ],
    [
      "a CSV",
      "Lee,1.5\nKim,2",
      [
        ["Lee", "1.5"],
        ["Kim", "2"],
      ],
    ],
    [
      "a CSV with decimal commas",
      "Lee;1,5\nKim;2,0",
      [
        ["Lee", "1,5"],
        ["Kim", "2,0"],
      ],
    ],
    ["a column of text with commas in it", "Pain, rest\nFunction", [["Pain, rest"], ["Function"]]],
    ["one cell", "pain, at rest; in bed", [["pain, at rest; in bed"]]],
    ["a cell of two lines", '"Lee\n2019"\t"3"" x"\n', [["Lee\n2019", '3" x']]],
    [
      "a quote that is never closed",
      '"Lee\t1\n5',
      [
        ['"Lee', "1"],
        ["5", ""],
      ],
    ],
    ["a quote within a cell", '5" screen\t1', [['5" screen', "1"]]],
    ["nothing", "", [[""]]],
  ])("reads %s", (_, text, cells) => {
    expect(cellsOfText(text)).toEqual(cells);
  });

  it("gives back every block that was copied", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "1", ",", ";", '"', "\t", "\n", "\r", " ") });
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }),
      );
    fc.assert(
      fc.property(table, (rows) => {
        const width = rows[0]!.length;
        const block = { top: 0, bottom: rows.length - 1, left: 0, right: width - 1 };
        const text = copiedText({ header: [], rows }, block);
        // One column has no tab that would say how it is separated.
        if (width > 1 && rows.at(-1)!.some((cells) => cells !== "")) expect(cellsOfText(text)).toEqual(rows);
        else expect(cellsOfText(text).length).toBeGreaterThan(0);
      }),
    );
  });
});
