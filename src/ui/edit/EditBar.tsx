import { useState } from "react";
import { formatInteger } from "../../words/number";
import { AddColumn } from "./AddColumn";
import styles from "./EditView.module.css";

interface Props {
  readonly header: readonly string[];
  /** Rows of the table that are marked, and the first of them as the grid counts it. */
  readonly markedRows: number;
  readonly firstMarked: number;
  /** What was done last. */
  readonly said: string;
  readonly onAddStudy: () => void;
  readonly onRemoveRows: () => void;
  readonly onAddColumn: (column: string) => void;
}

/** What can be done to the table as a whole. */
export function EditBar({ header, markedRows, firstMarked, said, onAddStudy, onRemoveRows, onAddColumn }: Props) {
  const [isAdding, setAdding] = useState(false);
  return (
    <>
      <div className={styles["bar"]}>
        <button type="button" onClick={onAddStudy}>
          Add study
        </button>
        <button type="button" disabled={markedRows === 0} onClick={onRemoveRows}>
          {markedRows > 1
            ? `Remove ${formatInteger(markedRows)} rows`
            : `Remove row${markedRows === 1 ? ` ${firstMarked}` : ""}`}
        </button>
        <button type="button" aria-expanded={isAdding} onClick={() => setAdding(!isAdding)}>
          Add column
        </button>
        <span role="status">{said}</span>
      </div>
      {isAdding && (
        <AddColumn
          header={header}
          onDone={(column) => {
            setAdding(false);
            if (column !== null) onAddColumn(column);
          }}
        />
      )}
    </>
  );
}
