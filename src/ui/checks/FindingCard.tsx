import type { Finding, Remedy } from "../../model/finding";
import type { Held } from "../../state/appState";
import { unbroken } from "../../words/unbroken";
import styles from "./Checks.module.css";
import { Derivation } from "./Derivation";

const SEVERITY: Readonly<Record<Finding["severity"], string>> = {
  wrong: "Cannot be right",
  doubtful: "Look at this",
  note: "Good to know",
};

const MOST_ROWS = 8; // named at once

interface Props {
  readonly finding: Finding;
  readonly held: Held;
  readonly rowIds: readonly (number | null)[];
  readonly isAside: boolean;
  readonly onRow: (rowId: number) => void;
  readonly onApply: (remedy: Remedy) => void;
  readonly onAside: (isAside: boolean) => void;
}

/** One finding: what and why, the rows, and the ways out with what each of them would do. */
export function FindingCard({ finding, held, rowIds, isAside, onRow, onApply, onAside }: Props) {
  const { severity, message, why, rows, remedies } = finding;
  const named = rows.slice(0, MOST_ROWS).flatMap((index) => {
    const id = rowIds[index] ?? null;
    const row = id === null ? undefined : held.dataset.rows.find((one) => one.id === id);
    return row ? [row] : [];
  });
  const isLeftOut = rows.some((index) => rowIds[index] === null);
  return (
    <li className={styles["finding"]} data-severity={severity}>
      <p className={styles["tag"]}>{SEVERITY[severity]}</p>
      <p className={styles["message"]}>{unbroken(message)}</p>
      <p className={styles["why"]}>{why}</p>
      {named.length > 0 && (
        <p className={styles["rows"]}>
          Open:{" "}
          {named.map((row) => (
            <button key={row.id} type="button" onClick={() => onRow(row.id)}>
              {row.slab}
              {rows.length > 1 && `, ${row.timepoint}`}
            </button>
          ))}
          {rows.length > MOST_ROWS && `and ${rows.length - MOST_ROWS} more`}
        </p>
      )}
      {isLeftOut && (
        <p className={styles["why"]}>In no result now: {rowText(rows.filter((i) => rowIds[i] === null))}.</p>
      )}
      {!isAside &&
        remedies.map((remedy) => (
          <div key={remedy.id} className={styles["remedy"]}>
            <Derivation steps={remedy.derivation} />
            <button type="button" onClick={() => onApply(remedy)}>
              {remedy.label}
            </button>
          </div>
        ))}
      <button type="button" className={styles["quiet"]} onClick={() => onAside(!isAside)}>
        {isAside ? "Restore" : "Put aside"}
      </button>
    </li>
  );
}

/** Rows as a spreadsheet counts them, its header being the first. */
function rowText(indices: readonly number[]): string {
  const named = indices.slice(0, MOST_ROWS).map((index) => index + 2);
  const more = indices.length - named.length;
  return `${indices.length === 1 ? "row" : "rows"} ${named.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
