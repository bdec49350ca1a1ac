import { type FocusEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from "react";

const PAGE = 10; // rows that Page Up and Page Down go

const WIDGETS = "button, input";

/**
 * One tab stop for a whole table, as the ARIA practices have it for grids: arrows, Home, End (with Ctrl those of the
 * table), Page Up and Page Down move the focus from cell to cell; a cell with controls gives it to them. All cells and
 * controls of the table carry `tabIndex={-1}`.
 */
export function useGridKeys(): {
  readonly ref: RefObject<HTMLTableElement | null>;
  readonly onKeyDown: (event: KeyboardEvent<HTMLTableElement>) => void;
  readonly onFocus: (event: FocusEvent<HTMLTableElement>) => void;
} {
  const ref = useRef<HTMLTableElement>(null);
  // The stop is kept in the page itself: through React every move would draw all cells again.
  useLayoutEffect(() => {
    const table = ref.current;
    if (!table?.querySelector('[tabindex="0"]'))
      table?.querySelector<HTMLElement>("thead button")?.setAttribute("tabindex", "0");
  });
  return {
    ref,
    onFocus: ({ currentTarget, target }) => {
      if (isApart(target) || !(target instanceof HTMLElement)) return;
      for (const stop of currentTarget.querySelectorAll('[tabindex="0"]')) stop.setAttribute("tabindex", "-1");
      target.setAttribute("tabindex", "0");
    },
    onKeyDown: (event) => {
      const { currentTarget, target } = event;
      if (isApart(target) || !(target instanceof HTMLElement) || event.altKey) return;
      const next = nextStop(currentTarget, target, event.key, event.ctrlKey || event.metaKey);
      if (!next) return;
      event.preventDefault();
      next.focus();
    },
  };
}

/** What is open over the table has keys of its own. */
function isApart(target: EventTarget): boolean {
  return target instanceof Element && target.closest("[popover]") !== null;
}

function nextStop(table: HTMLTableElement, from: HTMLElement, key: string, isFar: boolean): HTMLElement | undefined {
  const cell = from.closest<HTMLTableCellElement>("td, th");
  const row = cell?.closest("tr");
  if (!cell || !row) return undefined;
  const rows = [...table.rows];
  const stops = stopsOf(row);
  const inRow = (to: HTMLTableRowElement | undefined) => to && stopsIn(to.cells[cell.cellIndex] ?? to.cells[0])[0];
  const down = (by: number) => inRow(rows[Math.min(Math.max(rows.indexOf(row) + by, 0), rows.length - 1)]);
  switch (key) {
    case "ArrowRight":
      return stops[stops.indexOf(from) + 1];
    case "ArrowLeft":
      return stops[stops.indexOf(from) - 1];
    case "ArrowDown":
      return down(1);
    case "ArrowUp":
      return down(-1);
    case "PageDown":
      return down(PAGE);
    case "PageUp":
      return down(-PAGE);
    case "Home":
      return stopsOf(isFar ? (rows[0] ?? row) : row)[0];
    case "End":
      return stopsOf(isFar ? (rows.at(-1) ?? row) : row).at(-1);
    default:
      return undefined;
  }
}

function stopsOf(row: HTMLTableRowElement): readonly HTMLElement[] {
  return [...row.cells].flatMap(stopsIn);
}

/** The controls of a cell, or the cell. */
function stopsIn(cell: HTMLTableCellElement | undefined): readonly HTMLElement[] {
  if (!cell) return [];
  const widgets = [...cell.querySelectorAll<HTMLElement>(WIDGETS)].filter((widget) => !isApart(widget));
  return widgets.length > 0 ? widgets : [cell];
}
