import { cellText } from "../../data/cellText";
import type { TableChange } from "../../model/finding";
import type { Selection } from "../../model/selection";
import { cellsOfText, copiedText } from "./clipboardText";
import { countOf } from "./countOf";
import { newRowCells } from "./newRow";
import { pasted } from "./pasted";
import type { Block, Place } from "./place";
import type { Edits } from "./useEdits";

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
    say(`${countOf(count * (block.right - block.left + 1), "cell")} copied.`);
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
      edit(changes, `${countOf(changes.length, "cell")} emptied.`);
    },
    removeRows({ top, bottom }) {
      const changes = rows.slice(top, bottom + 1).map((_, i): TableChange => ({ kind: "remove-row", row: top + i }));
      edit(
        changes,
        `${countOf(changes.length, "row")} removed. Undo brings ${changes.length === 1 ? "it" : "them"} back.`,
      );
    },
    addColumn: (column) => edit([{ kind: "add-column", column }], `Column “${column}” added.`),
    copy,
    cut(block) {
      const text = copy(block);
      const changes = emptied(block);
      edit(changes, `${countOf(changes.length, "cell")} cut.`);
      return text;
    },
    paste(block, text) {
      const paste = pasted(table, block, cellsOfText(text), newCells());
      edit(paste.changes, pasteWords(paste.cells, paste.addedRows, paste.leftOut));
      return paste.block;
    },
  };
}

function pasteWords(cells: number, addedRows: number, leftOut: number): string {
  const added = addedRows > 0 ? `, ${countOf(addedRows, "row")} added` : "";
  const left = `${countOf(leftOut, "column")} of what was copied stood beyond the last column and ${leftOut === 1 ? "was" : "were"} left out.`;
  return `${countOf(cells, "cell")} pasted${added}.${leftOut > 0 ? ` ${left}` : ""}`;
}
