import { cellText } from "../../data/cellText";
import { LIMITS } from "../../data/open/limits";
import type { TableChange } from "../../model/finding";
import type { Selection } from "../../model/selection";
import { counted } from "../../words/phrase";
import { cellsOfText, copiedText } from "./clipboardText";
import { newRowCells } from "./newRow";
import { pasted } from "./pasted";
import type { Block, Place } from "./place";
import type { Edits } from "./useEdits";

const CELLS = { one: "cell", many: "cells" };
const ROWS = { one: "row", many: "rows" };
const COLUMNS = { one: "column", many: "columns" };

/** Characters that are pasted at most: more would hold the page up. */
const MOST_TEXT = 8_000_000;

/** What can be done to the cells of the grid, each as one step of undo. */
export interface GridCommands {
  write(place: Place, text: string): void;
  clear(block: Block): void;
  removeRows(block: Block): void;
  addColumn(header: string): void;
  /** The block as text for the clipboard; null where it holds no cell of the table. */
  copy(block: Block): string | null;
  cut(block: Block): string | null;
  /** Returns the cells that were written. */
  paste(block: Block, text: string): Block;
}

export function gridCommands({ table, edit }: Edits, selection: Selection, say: (words: string) => void): GridCommands {
  const { header, rows } = table;
  const newCells = () => newRowCells(table, selection);

  function emptied({ top, bottom, left, right }: Block): readonly TableChange[] {
    return rows.slice(top, bottom + 1).flatMap((cells, i) =>
      header.slice(left, right + 1).flatMap((column, j): TableChange[] => {
        return cells[left + j] === "" ? [] : [{ kind: "cell", row: top + i, column, value: "" }];
      }),
    );
  }

  function copy(block: Block): string | null {
    const count = Math.min(block.bottom, rows.length - 1) - block.top + 1;
    if (count < 1) return null;
    say(`${counted(count * (block.right - block.left + 1), CELLS)} copied.`);
    return copiedText(table, block);
  }

  return {
    write({ row, column }, typed) {
      const name = header[column];
      const value = cellText(typed);
      if (name === undefined || value === (rows[row]?.[column] ?? "")) return;
      if (row < rows.length) edit([{ kind: "cell", row, column: name, value }], "");
      else edit([{ kind: "add-row", cells: Object.fromEntries([...newCells(), [name, value]]) }], "1 row added.");
    },
    clear(block) {
      const changes = emptied(block);
      edit(changes, `${counted(changes.length, CELLS)} emptied.`);
    },
    removeRows({ top, bottom }) {
      const changes = rows.slice(top, bottom + 1).map((_, i): TableChange => ({ kind: "remove-row", row: top + i }));
      edit(
        changes,
        `${counted(changes.length, ROWS)} removed. Undo brings ${changes.length === 1 ? "it" : "them"} back.`,
      );
    },
    addColumn: (column) => edit([{ kind: "add-column", column }], `Column “${column}” added.`),
    copy,
    cut(block) {
      const text = copy(block);
      const changes = emptied(block);
      edit(changes, `${counted(changes.length, CELLS)} cut.`);
      return text;
    },
    paste(block, text) {
      const paste = text.length > MOST_TEXT ? null : pasted(table, block, cellsOfText(text), newCells());
      if (!paste || rows.length + paste.addedRows > LIMITS.rows) {
        say("That is too much to paste. Save it as a file and open it with “Open your data”.");
        return block;
      }
      edit(paste.changes, pasteWords(paste.cells, paste.addedRows, paste.leftOut));
      return paste.block;
    },
  };
}

function pasteWords(cells: number, addedRows: number, leftOut: number): string {
  const added = addedRows > 0 ? `, ${counted(addedRows, ROWS)} added` : "";
  const left = `${counted(leftOut, COLUMNS)} of what was copied stood beyond the last column and ${leftOut === 1 ? "was" : "were"} left out.`;
  return `${counted(cells, CELLS)} pasted${added}.${leftOut > 0 ? ` ${left}` : ""}`;
}
