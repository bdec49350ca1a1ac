import { useMemo, useRef, useState } from "react";
import type { OwnData } from "../../model/ownData";
import type { UserError } from "../../model/userError";
import type { Held } from "../../state/appState";
import { useAsked } from "../appContext";
import { cellFaults, columnOf, FIRST_ROW } from "./cellFaults";
import { DescribedFields } from "./DescribedFields";
import { EditBar } from "./EditBar";
import { EditFaults } from "./EditFaults";
import { EditGrid } from "./EditGrid";
import styles from "./EditView.module.css";
import { gridColumns, titleOf } from "./gridColumns";
import { gridCommands } from "./gridCommands";
import { firstRowInView } from "./newRow";
import { blockOf } from "./place";
import { useEdits } from "./useEdits";
import { useMarked } from "./useMarked";
import { useReading } from "./useReading";

interface Props {
  readonly held: Held;
  readonly own: OwnData;
}

/** The reader's data to be written in: the table as it is kept, and what is said of it. */
export default function EditView({ held, own }: Props) {
  const [said, say] = useState("");
  const selection = useAsked((s) => s.selection);
  const edits = useEdits(own, say);
  const { table } = edits;
  const reading = useReading(own);
  const faults = useMemo(() => cellFaults(table, reading?.errors ?? []), [table, reading]);
  const columns = useMemo(() => gridColumns(table), [table]);
  const extent = { rows: table.rows.length + 1, columns: table.header.length };
  const tableRef = useRef<HTMLTableElement>(null);
  const [first] = useState(() => ({ row: firstRowInView(table, selection), column: 0 }));
  const marking = useMarked(tableRef, extent, first);
  const commands = gridCommands(edits, selection, say);
  const block = blockOf(marking.marked);
  const studyColumn = Math.max(
    0,
    columns.findIndex(({ isStudy }) => isStudy),
  );

  function addColumn(column: string): void {
    commands.addColumn(column);
    marking.mark({ row: marking.marked.focus.row, column: extent.columns });
  }

  function showFault(error: UserError): void {
    const column = columnOf(table.header, error);
    marking.mark({ row: (error.where.row ?? FIRST_ROW) - FIRST_ROW, column: column < 0 ? studyColumn : column });
  }

  return (
    <div className={styles["view"]}>
      <EditBar
        header={table.header}
        markedRows={Math.min(block.bottom, table.rows.length - 1) - block.top + 1}
        said={said}
        onAddStudy={() => marking.writeAt({ row: table.rows.length, column: studyColumn })}
        onRemoveRows={() => commands.removeRows(block)}
        onAddColumn={addColumn}
      />
      <EditGrid {...{ tableRef, table, columns, extent, faults, marking, commands }} />
      <p className={styles["cell"]}>{cellLine()}</p>
      {reading && <EditFaults reading={reading} onShow={showFault} />}
      <DescribedFields held={held} own={own} onChange={edits.replace} />
    </div>
  );

  /** What the cell of the focus is, and what is wrong with it. */
  function cellLine(): string {
    const { row, column } = marking.marked.focus;
    const at = faults.get(row);
    const wrong = [...(at?.byColumn.get(column) ?? []), ...(at?.whole ?? [])];
    if (wrong.length > 0) return wrong.map(({ message, remedy }) => `${message} ${remedy}`).join(" ");
    return `Row ${row + FIRST_ROW}, ${titleOf(table.header[column] ?? "")}. Enter or typing writes in a cell, Escape gives up; Ctrl+C and Ctrl+V exchange blocks with a spreadsheet.`;
  }
}
