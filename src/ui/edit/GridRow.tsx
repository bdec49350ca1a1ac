import { memo } from "react";
import type { UserError } from "../../model/userError";
import hidden from "../hidden.module.css";
import { CellEditor, type Onwards } from "./CellEditor";
import { FIRST_ROW, type RowFaults } from "./cellFaults";
import styles from "./EditGrid.module.css";
import type { GridColumn } from "./gridColumns";

interface Props {
  readonly row: number;
  /** null for the row that a new study begins in. */
  readonly cells: readonly string[] | null;
  readonly columns: readonly GridColumn[];
  readonly faults: RowFaults | undefined;
  /** The first and last column that are marked in this row; −1 for none. */
  readonly markedFrom: number;
  readonly markedTo: number;
  /** The column of the focus; −1 where that is in another row. */
  readonly focus: number;
  /** What the editor of that cell begins with; null while it is not being written. */
  readonly writing: string | null;
  readonly onCommit: (text: string, onwards: Onwards) => void;
  readonly onGiveUp: () => void;
}

/** One row of the table, with its number as the faults name it. */
export const GridRow = memo(function GridRow({
  row,
  cells,
  columns,
  faults,
  markedFrom,
  markedTo,
  focus,
  ...editing
}: Props) {
  const number = row + FIRST_ROW;
  return (
    <tr aria-rowindex={number} data-out={faults !== undefined}>
      <th scope="row" data-head="row" data-at={row} className={styles["number"]}>
        {faults && <Mark />}
        {cells ? number : "+"}
        <span className={hidden["hidden"]}>{cells ? "" : "New row"}</span>
        {faults && <span className={hidden["hidden"]}>, out of the analysis. {said(faults.whole)}</span>}
      </th>
      {columns.map(({ header, title, isNumber, isStudy }, column) => {
        const wrong = faults?.byColumn.get(column);
        const text = cells?.[column] ?? "";
        const shown = isNumber ? text.replace(/^-/, "−") : text;
        const isFocus = focus === column;
        const isWritten = isFocus && editing.writing !== null;
        return (
          <td
            key={header}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a table that is used as a grid
            role="gridcell"
            data-row={row}
            data-column={column}
            data-kind={isNumber ? "number" : isStudy ? "study" : "text"}
            tabIndex={isFocus ? 0 : -1}
            aria-colindex={column + 2}
            aria-selected={column >= markedFrom && column <= markedTo}
            aria-invalid={wrong ? true : undefined}
            title={wrong ? said(wrong) : undefined}
          >
            {isWritten ? (
              <CellEditor
                label={`${title}, row ${number}`}
                text={editing.writing ?? ""}
                isNumber={isNumber}
                onCommit={editing.onCommit}
                onGiveUp={editing.onGiveUp}
              />
            ) : (
              <>
                {wrong && <Mark />}
                {cells === null && isStudy ? <span className={styles["prompt"]}>New study</span> : shown}
                {wrong && <span className={hidden["hidden"]}> {said(wrong)}</span>}
              </>
            )}
          </td>
        );
      })}
    </tr>
  );
});

function said(errors: readonly UserError[]): string {
  return errors.map(({ message }) => message).join(" ");
}

/** A sign of a fault that is more than a colour. */
function Mark() {
  return (
    <span className={styles["mark"]} aria-hidden="true">
      !
    </span>
  );
}
