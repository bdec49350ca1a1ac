import { useState } from "react";
import tables from "../../Table.module.css";
import type { StudyNumbers } from "./studyNumbers";

interface Props<Of> extends Omit<StudyNumbers<Of>, "noun"> {
  /** What it is about: "leave-one-out". */
  readonly name: string;
}

/** The numbers of a figure, drawn once they are asked for. */
export function NumbersTable<Of>({ name, head, rows, columns }: Props<Of>) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>The same as a table</summary>
      {isOpen && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region takes the focus so that keys can scroll it
        <section className={tables["scroll"]} aria-label={`Numbers: ${name}`} tabIndex={0}>
          <table className={tables["table"]}>
            <thead>
              <tr>
                <th scope="col">{head}</th>
                {columns.map((column) => (
                  <th key={column.head} scope="col">
                    {column.head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ rowId, name: label, of }) => (
                <tr key={rowId}>
                  <th scope="row">{label}</th>
                  {columns.map((column) => (
                    <td key={column.head}>{column.text(of)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </details>
  );
}
