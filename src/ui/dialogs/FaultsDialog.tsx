import type { UserError } from "../../model/userError";
import type { Pending } from "../../state/appState";
import { formatInteger } from "../../words/number";
import { counted } from "../../words/phrase";
import { useServices } from "../appContext";
import { Dialog } from "./Dialog";
import styles from "./FaultsDialog.module.css";

const ROWS = { one: "row", many: "rows" };
const FAULTS = { one: "fault", many: "faults" };

/** What is wrong with a file, by row, column and value, and what to do; what was open stays open. */
export default function FaultsDialog({ pending }: { readonly pending: Pending }) {
  const { loading } = useServices();
  const { dataset, errors, errorCount, rejectedRows, notes } = pending.reading;
  const usable = dataset?.rows.length ?? 0;
  return (
    <Dialog title={`“${pending.fileName}” has ${counted(errorCount, FAULTS)}`} onClose={loading.discard}>
      <p>
        {dataset
          ? `${counted(usable, ROWS)} can be used, ${formatInteger(rejectedRows)} cannot. `
          : "Nothing in it can be used as it is. "}
        What was on the page is still there.
      </p>
      <ul className={styles["faults"]}>
        {errors.map((error) => (
          <li key={`${error.code} ${error.where.row} ${error.where.column} ${error.message}`}>
            <Place where={error.where} />
            <p>
              <strong>{error.message}</strong> {error.remedy}
            </p>
          </li>
        ))}
      </ul>
      {errorCount > errors.length && (
        <p>
          {formatInteger(errorCount - errors.length)} more like these are not listed. Often one cause explains them all.
        </p>
      )}
      <div className={styles["choices"]}>
        {dataset && (
          <button type="button" onClick={() => loading.keep({ key: pending.key, dataset }, notes)}>
            Open without {rejectedRows === 1 ? "this row" : `these ${formatInteger(rejectedRows)} rows`}
          </button>
        )}
        <button type="button" onClick={loading.discard}>
          Keep what is open
        </button>
      </div>
    </Dialog>
  );
}

function Place({ where: { row, column, value } }: Pick<UserError, "where">) {
  const parts = [
    row === undefined ? null : `Row ${formatInteger(row)}`,
    column === undefined ? null : `column “${column}”`,
    value === undefined ? null : `“${shortened(value)}”`,
  ].filter((part) => part !== null);
  return parts.length > 0 ? <p className={styles["place"]}>{parts.join(", ")}</p> : null;
}

function shortened(value: string): string {
  return value.length > 60 ? `${value.slice(0, 59)}…` : value;
}
