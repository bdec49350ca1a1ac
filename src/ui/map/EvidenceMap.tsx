import { useMemo } from "react";
import type { MapCell } from "../../model/analysis";
import type { Held } from "../../state/appState";
import { useApp, useServices } from "../appContext";
import hidden from "../hidden.module.css";
import styles from "./EvidenceMap.module.css";
import { layoutMap, type PlacedCell } from "./layoutMap";
import { MapCellView } from "./MapCellView";
import { moveInGrid } from "./moveInGrid";

/** Which outcome has evidence at which timepoint, pooled under the present filters; choosing a cell asks for it. */
export function EvidenceMap({ held }: { readonly held: Held }) {
  const { actions } = useServices();
  const cells = useApp((s) => s.answered?.overview.cells) ?? [];
  const { outcome, timepoint } = useApp((s) => s.selection);
  const { columns, rows } = useMemo(() => layoutMap(held.dataset), [held]);
  const isSelected = (placed: PlacedCell) => placed.outcome === outcome && placed.timepoint === timepoint;
  const hasSelected = rows.some((row) => row.cells.some(isSelected));

  return (
    <section className={styles["map"]}>
      <h2>Evidence map</h2>
      <div className={styles["scroll"]}>
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table by markup, a grid by use, as the ARIA practices have it */}
        <table role="grid" aria-label="Evidence map" onKeyDown={moveInGrid}>
          <thead>
            <tr>
              <th scope="col">
                <span className={hidden["hidden"]}>Outcome</span>
              </th>
              {columns.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, r) => {
              const ofOutcome = cells.filter((cell) => cell.outcome === row.outcome);
              return (
                <tr key={row.outcome}>
                  <th scope="row">{row.outcome}</th>
                  {row.cells.map((placed, c) => (
                    <MapCellView
                      key={placed.timepoint}
                      placed={placed}
                      cell={cellAt(ofOutcome, placed)}
                      siblings={ofOutcome}
                      descriptor={held.dataset.descriptor}
                      selected={isSelected(placed)}
                      reachable={hasSelected ? isSelected(placed) : r === 0 && c === 0}
                      onSelect={() => actions.showCell(placed.outcome, placed.timepoint)}
                    />
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function cellAt(cells: readonly MapCell[], { timepoint }: PlacedCell): MapCell | null {
  return cells.find((cell) => cell.timepoint === timepoint) ?? null;
}
