import type { FigureKind } from "../../figureKind";
import { NumbersTable } from "./NumbersTable";
import { SaveButtons } from "./SaveButtons";
import styles from "./Studies.module.css";
import type { StudyNumbers } from "./studyNumbers";

interface Props<Of> {
  readonly kind: FigureKind;
  readonly numbers: StudyNumbers<Of>;
}

/** Under a figure: its numbers as a table, and both to take away. */
export function FigureFoot<Of>({ kind, numbers }: Props<Of>) {
  return (
    <div className={styles["foot"]}>
      <NumbersTable name={kind.name} head={numbers.head} rows={numbers.rows} columns={numbers.columns} />
      <SaveButtons kind={kind} />
    </div>
  );
}
