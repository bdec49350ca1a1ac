import { memo } from "react";
import { useAsked, useServices } from "../appContext";
import styles from "./TableView.module.css";
import type { TableColumn, TableLine } from "./tableColumns";

interface Props {
  readonly line: TableLine;
  readonly columns: readonly TableColumn[];
  /** Its place in the whole table, the heads being 1. */
  readonly index: number;
}

/** A study's row; it is lit where the same study is lit in another view, and lights it up there. */
export const TableRow = memo(function TableRow({ line, columns, index }: Props) {
  const { actions } = useServices();
  const { studyId, slab } = line.row;
  const isLit = useAsked((s) => s.lit === studyId);
  const isIn = useAsked((s) => !s.selection.excluded.includes(studyId));
  return (
    <tr
      aria-rowindex={index}
      data-state={line.result.state}
      data-lit={isLit}
      onPointerEnter={() => actions.light(studyId)}
      onPointerLeave={() => actions.light(null)}
      onFocus={() => actions.light(studyId)}
      onBlur={() => actions.light(null)}
    >
      <td>
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={slab}
          checked={isIn}
          onChange={() => actions.toggleStudy(studyId)}
        />
      </td>
      {columns.map((column, c) =>
        c === 0 ? (
          <th key={column.key} scope="row">
            <button type="button" tabIndex={-1} onClick={() => actions.openStudy(studyId)}>
              {column.text(line)}
            </button>
          </th>
        ) : (
          <td key={column.key} tabIndex={-1} className={column.numeric ? styles["number"] : undefined}>
            {column.text(line)}
          </td>
        ),
      )}
    </tr>
  );
});
