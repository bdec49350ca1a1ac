import { useApp, useServices } from "../appContext";
import { ColumnMenu } from "./ColumnMenu";
import styles from "./TableView.module.css";
import type { TableColumn } from "./tableColumns";

/** The heads of the columns: a press sorts the studies in every view, again turns the order, a third time gives it up. */
export function TableHead({ columns }: { readonly columns: readonly TableColumn[] }) {
  return (
    <thead>
      <tr>
        <th scope="col" tabIndex={-1}>
          In
        </th>
        {columns.map((column) => (
          <Head key={column.key} column={column} />
        ))}
      </tr>
    </thead>
  );
}

function Head({ column: { key, title, numeric, sortBy } }: { readonly column: TableColumn }) {
  const { actions } = useServices();
  const sort = useApp((s) => s.look.sort);
  const isSorted = sort !== null && sort.by === sortBy;
  const direction = isSorted ? (sort.descending ? "descending" : "ascending") : "none";

  function press(): void {
    if (sortBy === null) return;
    if (!isSorted) actions.setLook({ sort: { by: sortBy, descending: false } });
    else actions.setLook({ sort: sort.descending ? null : { by: sortBy, descending: true } });
  }

  return (
    <th
      scope="col"
      tabIndex={-1}
      aria-sort={sortBy === null ? undefined : direction}
      className={numeric ? styles["number"] : undefined}
    >
      {sortBy === null ? (
        <span className={styles["plain"]}>{title}</span>
      ) : (
        <button type="button" tabIndex={-1} onClick={press}>
          {title}
          <span aria-hidden="true">{isSorted ? (sort.descending ? " ▾" : " ▴") : ""}</span>
        </button>
      )}
      <ColumnMenu column={key} title={title} />
    </th>
  );
}
