import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { TidyTable } from "../../model/ownData";
import type { Onwards } from "./CellEditor";
import type { RowFaults } from "./cellFaults";
import styles from "./EditGrid.module.css";
import { GridRow } from "./GridRow";
import type { GridColumn } from "./gridColumns";
import type { GridCommands } from "./gridCommands";
import { blockOf, type Extent, type Place } from "./place";
import { stretches } from "./rowsInView";
import { useClipboard } from "./useClipboard";
import { useGridEvents } from "./useGridEvents";
import type { Marking } from "./useMarked";
import { ROW_HEIGHT, useScrolledRows } from "./useScrolledRows";

const NUMBER_WIDTH = 52; // px: the numbers of the rows

interface Props {
  readonly tableRef: RefObject<HTMLTableElement | null>;
  readonly table: TidyTable;
  readonly columns: readonly GridColumn[];
  /** The table's rows, and one for a new study. */
  readonly extent: Extent;
  readonly faults: ReadonlyMap<number, RowFaults>;
  readonly marking: Marking;
  readonly commands: GridCommands;
}

/** The reader's table as a grid to write in; of a long one only the rows in view are drawn. */
export function EditGrid({ tableRef, table, columns, extent, faults, marking, commands }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const [first, last] = useScrolledRows(scroller, extent.rows);
  const { marked, writing } = marking;
  const block = blockOf(marked);
  const { focus } = marked;
  const events = useGridEvents({
    extent,
    marking,
    commands,
    textAt: ({ row, column }) => table.rows[row]?.[column] ?? "",
  });
  useClipboard(tableRef, marking, commands);
  const [opened] = useState(focus.row);
  useLayoutEffect(() => {
    scroller.current?.scrollTo(0, opened * ROW_HEIGHT);
  }, [opened]);

  // Rows are drawn anew only when something of theirs changes: what they call must stay the same.
  const now = useRef({ marking, commands, columns: extent.columns });
  now.current = { marking, commands, columns: extent.columns };
  const onCommit = useCallback((text: string, onwards: Onwards) => {
    const { commands: to, marking: at, columns: width } = now.current;
    to.write(at.marked.focus, text);
    if (onwards === "stay") at.stopWriting();
    else at.mark(next(at.marked.focus, onwards, width));
  }, []);
  const onGiveUp = useCallback(() => now.current.marking.stopWriting(), []);
  const sticky = NUMBER_WIDTH + (columns.find(({ isStudy }) => isStudy)?.width ?? 0);
  const width = useMemo(() => columns.reduce((sum, column) => sum + column.width, NUMBER_WIDTH), [columns]);

  return (
    <div ref={scroller} className={styles["scroll"]} style={{ scrollPaddingLeft: sticky }}>
      <table
        ref={tableRef}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table by markup, a grid by use, as the ARIA practices have it
        role="grid"
        aria-label="Your table"
        aria-multiselectable="true"
        aria-rowcount={extent.rows + 1}
        aria-colcount={extent.columns + 1}
        className={styles["grid"]}
        style={{ width }}
        {...events}
      >
        <colgroup>
          <col style={{ width: NUMBER_WIDTH }} />
          {columns.map((column) => (
            <col key={column.header} style={{ width: column.width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">Row</th>
            {columns.map(({ header, title, code, isNumber, isStudy }, column) => (
              <th
                key={header}
                scope="col"
                data-head="column"
                data-at={column}
                data-kind={isNumber ? "number" : isStudy ? "study" : "text"}
                aria-colindex={column + 2}
              >
                {title}
                {code !== "" && <small> {code}</small>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {stretches(first, last, focus.row, extent.rows).map((stretch) =>
            "gap" in stretch ? (
              <tr key={`before ${stretch.before}`} style={{ height: stretch.gap * ROW_HEIGHT }} />
            ) : (
              <GridRow
                key={stretch.row}
                row={stretch.row}
                cells={table.rows[stretch.row] ?? null}
                columns={columns}
                faults={faults.get(stretch.row)}
                markedFrom={isMarked(stretch.row) ? block.left : -1}
                markedTo={isMarked(stretch.row) ? block.right : -1}
                focus={stretch.row === focus.row ? focus.column : -1}
                writing={stretch.row === focus.row ? writing : null}
                onCommit={onCommit}
                onGiveUp={onGiveUp}
              />
            ),
          )}
        </tbody>
      </table>
    </div>
  );

  function isMarked(row: number): boolean {
    return row >= block.top && row <= block.bottom;
  }
}

/** Where the focus goes; from the end of a row on to the beginning of the next. What lies outside is brought back later. */
function next({ row, column }: Place, onwards: Exclude<Onwards, "stay">, columns: number): Place {
  if (onwards === "down") return { row: row + 1, column };
  if (onwards === "up") return { row: row - 1, column };
  const at = row * columns + column + (onwards === "right" ? 1 : -1);
  return at < 0 ? { row, column } : { row: Math.floor(at / columns), column: at % columns };
}
