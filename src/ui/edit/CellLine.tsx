import type { UserError } from "../../model/userError";
import styles from "./EditView.module.css";

interface Props {
  /** "Row 3, SD, arm 1." */
  readonly place: string;
  readonly wrong: readonly UserError[];
}

/** What the cell of the focus is and what is wrong with it, or how cells are written. */
export function CellLine({ place, wrong }: Props) {
  if (wrong.length > 0)
    return <p className={styles["cell"]}>{wrong.map(({ message, remedy }) => `${message} ${remedy}`).join(" ")}</p>;
  return (
    <p className={styles["cell"]}>
      {place}{" "}
      <span className={styles["byKeys"]}>
        Enter or typing writes in a cell, Escape gives up; Ctrl+C and Ctrl+V exchange blocks with a spreadsheet.
      </span>
      <span className={styles["byTouch"]}>Tap the cell again to write in it.</span>
    </p>
  );
}
