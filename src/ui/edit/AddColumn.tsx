import { type FormEvent, useEffect, useRef, useState } from "react";
import { columnKey, tidyColumn, tidyHeader } from "../../data/tidy";
import { ROLE_GROUPS } from "../open/roles";
import styles from "./EditView.module.css";

const OTHER = "";

interface Props {
  readonly header: readonly string[];
  /** With the new column's name; null gives it up. */
  readonly onDone: (column: string | null) => void;
}

/** A new column: one that Understory knows and the table has not yet, or a further one under a name of the reader's. */
export function AddColumn({ header, onDone }: Props) {
  const groups = missingFrom(header);
  const [known, setKnown] = useState(OTHER);
  const [name, setName] = useState("");
  const [fault, setFault] = useState("");
  const field = useRef<HTMLSelectElement>(null);
  useEffect(() => field.current?.focus(), []);

  function add(event: FormEvent): void {
    event.preventDefault();
    const column = known === OTHER ? name.trim() : known;
    if (column === "") setFault("Give the column a name.");
    else if (header.some((other) => isSame(other, column))) setFault(`The table has a column “${column}” already.`);
    else onDone(column);
  }

  return (
    <form
      className={styles["adding"]}
      aria-label="Add a column"
      onSubmit={add}
      onKeyDown={(event) => {
        if (event.key === "Escape") onDone(null);
      }}
    >
      <label>
        Column
        <select ref={field} value={known} onChange={(event) => setKnown(event.target.value)}>
          <option value={OTHER}>One of your own</option>
          {groups.map(({ title, roles }) => (
            <optgroup key={title} label={title}>
              {roles.map(({ header: column, words }) => (
                <option key={column} value={column}>
                  {words}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      {known === OTHER && (
        <label>
          Its name
          <input type="text" maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
        </label>
      )}
      <button type="submit">Add</button>
      <button type="button" onClick={() => onDone(null)}>
        Cancel
      </button>
      <span role="alert">{fault}</span>
    </form>
  );
}

function missingFrom(header: readonly string[]) {
  const there = new Set(header.map(tidyColumn));
  return ROLE_GROUPS.map(({ title, roles }) => ({
    title,
    roles: roles.flatMap(({ role, words }) => {
      const column = tidyColumn(role);
      return column && !there.has(column) ? [{ header: tidyHeader(column), words }] : [];
    }),
  })).filter(({ roles }) => roles.length > 0);
}

function isSame(a: string, b: string): boolean {
  const tidy = tidyColumn(a);
  return a === b || (tidy !== null && tidy === tidyColumn(b)) || columnKey(a) === columnKey(b);
}
