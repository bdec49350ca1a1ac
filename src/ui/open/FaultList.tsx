import type { Reading } from "../../data/readDataset";
import type { UserError } from "../../model/userError";
import { formatInteger } from "../../words/number";
import styles from "./FaultList.module.css";

const LONGEST = 60; // characters of a value that a place shows

/** Faults by row, column and value, each with what to do. */
export function FaultList({ reading: { errors, errorCount } }: { readonly reading: Reading }) {
  return (
    <>
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
    </>
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
  return value.length > LONGEST ? `${value.slice(0, LONGEST - 1)}…` : value;
}
