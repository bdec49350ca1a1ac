import type { Reading } from "../../data/readDataset";
import type { UserError } from "../../model/userError";
import { formatInteger } from "../../words/number";
import { counted } from "../../words/phrase";
import hidden from "../hidden.module.css";
import styles from "./EditView.module.css";

const ROWS = { one: "row is", many: "rows are" };

interface Props {
  readonly reading: Reading;
  /** Leads to where a fault is. */
  readonly onShow: (error: UserError) => void;
}

/** What keeps rows out of the analysis, each with the way to its cell. */
export function EditFaults({ reading, onShow }: Props) {
  const { errorCount, rejectedRows } = reading;
  const title = `${counted(rejectedRows, ROWS)} out of the analysis`;
  return (
    <>
      {/* Always there, so that it is said when the first row goes out. */}
      <p className={hidden["hidden"]} role="status">
        {errorCount > 0 && title}
      </p>
      {errorCount > 0 && <Faults title={title} reading={reading} onShow={onShow} />}
    </>
  );
}

function Faults({ title, reading, onShow }: Props & { readonly title: string }) {
  const { errors, errorCount, rejectedRows } = reading;
  const them = rejectedRows === 1 ? "it" : "them";
  return (
    <section className={styles["faults"]} aria-label="Faults">
      <h3>
        <span className={styles["sign"]} aria-hidden="true">
          !
        </span>
        {title}
      </h3>
      <p>
        Nothing of {them} is lost: correct the cells, and the figure has {them} again.
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
