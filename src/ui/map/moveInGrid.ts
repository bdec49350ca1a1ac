import type { KeyboardEvent } from "react";

const STEPS: Readonly<Record<string, readonly [rows: number, cells: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Moves the focus to the next grid cell in the direction of an arrow key, and to a row's ends by Home and End. */
export function moveInGrid(event: KeyboardEvent<HTMLTableElement>): void {
  const from = event.target instanceof Element ? event.target.closest("td") : null;
  const row = from?.closest("tr");
  if (!from || !row) return;
  const to = target(event, row, from);
  if (!to) return;
  event.preventDefault();
  to.focus();
}

function target(event: KeyboardEvent<HTMLTableElement>, row: HTMLTableRowElement, from: HTMLTableCellElement) {
  const cells = cellsOf(row);
  if (event.key === "Home") return cells[0];
  if (event.key === "End") return cells.at(-1);
  const step = STEPS[event.key];
  if (!step) return null;
  const at = cells.indexOf(from);
  if (step[1] !== 0) return cells[at + step[1]];
  const rows = [...(event.currentTarget.tBodies[0]?.rows ?? [])];
  const next = rows[rows.indexOf(row) + step[0]];
  return next && (cellsOf(next)[at] ?? cellsOf(next).at(-1));
}

function cellsOf(row: HTMLTableRowElement): HTMLTableCellElement[] {
  return [...row.querySelectorAll("td")];
}
