import type { Reading } from "../../data/readDataset";
import type { UserError } from "../../model/userError";
import { formatInteger } from "../../words/number";
import { counted } from "../../words/phrase";
import styles from "./EditView.module.css";

const ROWS = { one: "row is", many: "rows are" };

interface Props {
  readonly reading: Reading;
  /** Leads to where a fault is. */
  readonly onShow: (error: UserError) => void;
}

/** What keeps rows out of the analysis, each with the way to its cell. */
export function EditFaults({ reading: { errors, errorCount, rejectedRows }, onShow }: Props) {
  if (errorCount === 0) return null;
  return (
    <section className={styles["faults"]} aria-label="Faults">
      <h3>
        <span className={styles["sign"]} aria-hidden="true">
          !
        </span>
        {counted(rejectedRows, ROWS)} out of the analysis
      </h3>
      <p>
        Nothing of {rejectedRows === 1 ? "it" : "them"} is lost: correct the cells, and the figure has{" "}
        {rejectedRows === 1 ? "it" : "them"} again.
      </p>
      <ul>
        {errors.map((error) => (
          <li key={`${error.code} ${error.where.row} ${error.where.column} ${error.message}`}>
            <button type="button" onClick={() => onShow(error)}>
              {error.message}
            </button>
          </li>
        ))}
      </ul>
      {errorCount > errors.length && <p>{formatInteger(errorCount - errors.length)} more like these are not listed.</p>}
    </section>
  );
}
