import type { Analysis, Pooled } from "../../model/analysis";
import type { Descriptor } from "../../model/descriptor";
import { evidenceText } from "../../words/effectText";
import { groupName } from "../../words/groupsText";
import { formatPercent } from "../../words/number";
import styles from "./TableView.module.css";
import type { TableColumn } from "./tableColumns";

interface Props {
  readonly analysis: Analysis;
  readonly descriptor: Descriptor;
  readonly columns: readonly TableColumn[];
  /** Rows above, the heads with them. */
  readonly rows: number;
}

interface Result {
  readonly name: string;
  readonly pooled: Pooled;
  /** Percent of the overall result; null where there is none. */
  readonly weight: number | null;
}

/** The pooled results below the studies: each group's, and that of all. */
export function TableFoot({ analysis, descriptor, columns, rows }: Props) {
  return (
    <tfoot>
      {resultsOf(analysis, descriptor).map(({ name, pooled, weight }, i) => (
        <tr key={name} aria-rowindex={rows + i + 1}>
          <td />
          {columns.map(({ key, numeric, ofPooled }) =>
            key === "study" ? (
              <th key={key} scope="row" tabIndex={-1}>
                {name}
              </th>
            ) : (
              <td key={key} tabIndex={-1} className={numeric ? styles["number"] : undefined}>
                {key === "weight" && weight !== null
                  ? formatPercent(weight, weight === 100 ? 0 : 1)
                  : ofPooled?.(pooled)}
              </td>
            ),
          )}
        </tr>
      ))}
    </tfoot>
  );
}

/** Single studies are not pooled, and have their own row above. */
function resultsOf({ groups, overall, studies }: Analysis, descriptor: Descriptor): readonly Result[] {
  const weights = new Map(studies.map(({ rowId, weight }) => [rowId, weight ?? 0]));
  const ofGroups = groups.flatMap(({ key, rowIds, pooled }): Result[] => {
    if (!pooled || pooled.k < 2) return [];
    const weight = overall ? rowIds.reduce((sum, id) => sum + (weights.get(id) ?? 0), 0) : null;
    return [{ name: `${groupName(key)}: ${evidenceText(pooled, descriptor)}`, pooled, weight }];
  });
  if (!overall || overall.k < 2) return ofGroups;
  return [...ofGroups, { name: `All ${evidenceText(overall, descriptor)}`, pooled: overall, weight: 100 }];
}
