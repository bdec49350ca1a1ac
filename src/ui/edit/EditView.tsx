import { useMemo, useRef, useState } from "react";
import type { OwnData } from "../../model/ownData";
import type { UserError } from "../../model/userError";
import type { Held } from "../../state/appState";
import { useAsked } from "../appContext";
import { useMedia } from "../useMedia";
import { CellLine } from "./CellLine";
import { cellFaults, columnOf, FIRST_ROW, faultsAt } from "./cellFaults";
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
  const isNarrow = useMedia("(max-width: 599px)");
  const reading = useReading(own);
  const faults = useMemo(() => cellFaults(table, reading?.errors ?? []), [table, reading]);
  const columns = useMemo(() => gridColumns(table, isNarrow), [table, isNarrow]);
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
        firstMarked={block.top + FIRST_ROW}
        said={said}
        onAddStudy={() => marking.writeAt({ row: table.rows.length, column: studyColumn })}
        onRemoveRows={() => commands.removeRows(block)}
        onAddColumn={addColumn}
      />
      <EditGrid {...{ tableRef, table, columns, extent, faults, marking, commands }} />
      <CellLine
        place={`Row ${marking.marked.focus.row + FIRST_ROW}, ${titleOf(table.header[marking.marked.focus.column] ?? "")}.`}
        wrong={faultsAt(faults, marking.marked.focus)}
      />
      {reading && <EditFaults reading={reading} onShow={showFault} />}
      <DescribedFields held={held} own={own} onChange={edits.replace} />
    </div>
  );
}
