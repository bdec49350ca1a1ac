import { lazy, Suspense, useDeferredValue, useMemo, useState } from "react";
import { sortRows } from "../../plots/sortRows";
import { formatInteger } from "../../words/number";
import { counted, upperFirst } from "../../words/phrase";
import { useApp, useAsked } from "../appContext";
import { rowOf } from "../rowOf";
import { TableFoot } from "./TableFoot";
import { TableHead } from "./TableHead";
import { TableRow } from "./TableRow";
import styles from "./TableView.module.css";
import { linesWith, tableColumns } from "./tableColumns";
import { useGridKeys } from "./useGridKeys";

const PAGE = 200; // rows drawn at once: more would make every change slow

const EditView = lazy(() => import("../edit/EditView"));

/** The data as a table; the reader's own can be edited. */
export default function TableView() {
  const held = useAsked((s) => s.held);
  const [isEditing, setEditing] = useState(false);
  if (!held?.own) return <StudyTable />;
  return (
    <div className={styles["own"]}>
      <button type="button" className={styles["edit"]} onClick={() => setEditing(!isEditing)}>
        {isEditing ? "Done" : "Edit data"}
      </button>
      {isEditing ? (
        <Suspense fallback={<p className={styles["empty"]}>Opening …</p>}>
          <EditView key={held.key} held={held} own={held.own} />
        </Suspense>
      ) : (
        <StudyTable />
      )}
    </div>
  );
}

/** The studies of the present answer as a table in the figure's order: their data, their effects, every further column. */
function StudyTable() {
  const held = useApp((s) => s.held);
  const analysis = useApp((s) => s.answered?.analysis);
  const sort = useApp((s) => s.look.sort);
  const [sought, setSought] = useState("");
  const words = useDeferredValue(sought);
  const [shown, setShown] = useState(PAGE);
  const keys = useGridKeys();
  const all = useMemo(() => {
    if (!held || !analysis) return [];
    const rows = rowOf(held.dataset);
    return sortRows(analysis.studies, sort, { analysis, rows }).map((result) => ({ result, row: rows(result.rowId) }));
  }, [held, analysis, sort]);
  const columns = useMemo(
    () => (held && analysis ? tableColumns(analysis, held.dataset.descriptor, all) : []),
    [held, analysis, all],
  );
  const lines = useMemo(() => linesWith(all, columns, words), [all, columns, words]);
  if (!held || !analysis) return null;
  const { descriptor } = held.dataset;
  const { many } = descriptor.studyNoun;
  if (all.length === 0) return <p className={styles["empty"]}>No {many} match what is asked.</p>;
  const found =
    words.trim() === "" ? "" : `${formatInteger(lines.length)} of ${counted(all.length, descriptor.studyNoun)}`;

  return (
    <>
      <div className={styles["bar"]}>
        <input
          type="search"
          aria-label={`Find in all columns of the ${many}`}
          placeholder="Find in all columns"
          value={sought}
          onChange={(event) => setSought(event.target.value)}
        />
        <span role="status">{found}</span>
      </div>
      <div className={styles["scroll"]}>
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table by markup, a grid by use, as the ARIA practices have it
          role="grid"
          aria-label={`${upperFirst(many)} and their data`}
          aria-rowcount={-1}
          className={styles["table"]}
          {...keys}
        >
          <TableHead columns={columns} />
          <tbody>
            {lines.slice(0, shown).map((line, i) => (
              <TableRow key={line.row.id} line={line} columns={columns} index={i + 2} />
            ))}
          </tbody>
          <TableFoot analysis={analysis} descriptor={descriptor} columns={columns} rows={lines.length + 1} />
        </table>
      </div>
      {lines.length > shown && (
        <button type="button" className={styles["more"]} onClick={() => setShown(shown + PAGE)}>
          Show {formatInteger(Math.min(PAGE, lines.length - shown))} more of {formatInteger(lines.length)}
        </button>
      )}
    </>
  );
}
