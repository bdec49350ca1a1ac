import { useCallback, useMemo, useRef, useState } from "react";
import type { MappedColumn, Mapping } from "../../model/mapping";
import type { MappableTable } from "../../worker/import/protocol";
import { ColumnField } from "./ColumnField";
import styles from "./MappingStep.module.css";
import { isOneOfSeveral } from "./roles";
import { samplesOf } from "./samples";

/** Columns shown at once; a table may have thousands. */
const AT_ONCE = 80;

interface Props {
  readonly table: MappableTable;
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}

/** The columns of the reader's table, each with what it holds. */
export function ColumnFields({ table, mapping, onChange }: Props) {
  const [shown, setShown] = useState(AT_ONCE);
  const samples = useMemo(() => table.header.map((_, column) => samplesOf(table.rows, column)), [table]);
  const latest = useRef({ mapping, onChange });
  latest.current = { mapping, onChange };
  // The same function for all of them, so that a change draws the one field that it is about.
  const change = useCallback((index: number, column: MappedColumn) => {
    const { mapping: now, onChange: tell } = latest.current;
    tell({ ...now, columns: now.columns.with(index, column) });
  }, []);
  const { columns } = mapping;
  // A column is known by its place: two may share a name.
  const placed = columns.slice(0, shown).map((column, index) => ({ column, index }));
  return (
    <>
      <ul className={styles["columns"]}>
        {placed.map(({ column, index }) => (
          <ColumnField
            key={index}
            index={index}
            column={column}
            samples={samples[index] ?? []}
            isOneOfSeveral={isOneOfSeveral(mapping, column)}
            onChange={change}
          />
        ))}
      </ul>
      {columns.length > shown && (
        <button type="button" className={styles["more"]} onClick={() => setShown(shown + AT_ONCE)}>
          Show {Math.min(AT_ONCE, columns.length - shown)} more columns of {columns.length}
        </button>
      )}
    </>
  );
}
