import { useMemo, useState } from "react";
import { formatInteger } from "../../words/number";
import { upperFirst } from "../../words/phrase";
import { useApp, useAsked, useServices } from "../appContext";
import { rowOf } from "../rowOf";
import styles from "./TableView.module.css";
import { sortLines, type TableColumn, type TableLine, tableColumns } from "./tableColumns";

const PAGE = 200; // rows drawn at once: more would make every change slow

/** The studies of the present answer as a table: their data, their effects and every further column, sortable. */
export default function TableView() {
  const { actions } = useServices();
  const held = useApp((s) => s.held);
  const analysis = useApp((s) => s.answered?.analysis);
  const excluded = useAsked((s) => s.selection.excluded);
  const [sort, setSort] = useState({ key: "", descending: false });
  const [shown, setShown] = useState(PAGE);
  const all = useMemo(() => {
    if (!held || !analysis) return [];
    return analysis.studies.map((result) => ({ result, row: rowOf(held.dataset)(result.rowId) }));
  }, [held, analysis]);
  const columns = useMemo(() => {
    if (!held || !analysis) return [];
    const { descriptor } = held.dataset;
    return [studyColumn(descriptor.studyNoun.one), ...tableColumns(analysis, descriptor, all)];
  }, [held, analysis, all]);
  const lines = useMemo(() => {
    const by = columns.find((column) => column.key === sort.key);
    return by ? sortLines(all, by, sort.descending) : all;
  }, [all, columns, sort]);
  const [study, ...others] = columns;
  if (!held || !study) return null;
  const { many } = held.dataset.descriptor.studyNoun;
  if (lines.length === 0) return <p className={styles["empty"]}>No {many} match what is asked.</p>;

  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region takes the focus so that keys can scroll it */}
      <section className={styles["scroll"]} aria-label={`${upperFirst(many)} and their data`} tabIndex={0}>
        <table className={styles["table"]}>
          <thead>
            <tr>
              <th scope="col">In</th>
              {columns.map((column) => (
                <Head
                  key={column.key}
                  column={column}
                  direction={sort.key !== column.key ? null : sort.descending ? "descending" : "ascending"}
                  onSort={() => setSort({ key: column.key, descending: sort.key === column.key && !sort.descending })}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.slice(0, shown).map((line) => (
              <tr key={line.row.id} data-state={line.result.state}>
                <td>
                  <input
                    type="checkbox"
                    aria-label={line.row.slab}
                    checked={!excluded.includes(line.row.studyId)}
                    onChange={() => actions.toggleStudy(line.row.studyId)}
                  />
                </td>
                <th scope="row">
                  <button type="button" onClick={() => actions.openStudy(line.row.studyId)}>
                    {study.text(line)}
                  </button>
                </th>
                {others.map((column) => (
                  <td key={column.key} className={column.numeric ? styles["number"] : undefined}>
                    {column.text(line)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {lines.length > shown && (
        <button type="button" className={styles["more"]} onClick={() => setShown(shown + PAGE)}>
          Show {formatInteger(Math.min(PAGE, lines.length - shown))} more of {formatInteger(lines.length)}
        </button>
      )}
    </>
  );
}

function studyColumn(noun: string): TableColumn {
  const slab = ({ row }: TableLine) => row.slab;
  return { key: "study", title: upperFirst(noun), numeric: false, text: slab, value: slab };
}

interface HeadProps {
  readonly column: TableColumn;
  readonly direction: "ascending" | "descending" | null;
  readonly onSort: () => void;
}

function Head({ column, direction, onSort }: HeadProps) {
  return (
    <th scope="col" aria-sort={direction ?? "none"} className={column.numeric ? styles["number"] : undefined}>
      <button type="button" onClick={onSort}>
        {column.title}
        <span aria-hidden="true">{direction === null ? "" : direction === "ascending" ? " ▴" : " ▾"}</span>
      </button>
    </th>
  );
}
