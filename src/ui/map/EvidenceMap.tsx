import { lazy, Suspense, useMemo } from "react";
import type { MapCell } from "../../model/analysis";
import type { Held } from "../../state/appState";
import { useApp, useServices } from "../appContext";
import hidden from "../hidden.module.css";
import { useWidth } from "../useWidth";
import styles from "./EvidenceMap.module.css";
import { layoutMap, type PlacedCell } from "./layoutMap";
import { MapCellView } from "./MapCellView";
import { moveInGrid } from "./moveInGrid";

const LitCells = lazy(() => import("../touch/LitCells"));

const NO_CELLS: readonly MapCell[] = [];

/** Which outcome has evidence at which timepoint, pooled under the present filters; choosing a cell asks for it. */
export function EvidenceMap({ held }: { readonly held: Held }) {
  const { actions } = useServices();
  const cells = useApp((s) => s.overview?.cells) ?? NO_CELLS;
  const outcome = useApp((s) => s.selection.outcome);
  const timepoint = useApp((s) => s.selection.timepoint);
  const { columns, rows } = useMemo(() => layoutMap(held.dataset), [held]);
  const [ref, width] = useWidth<HTMLDivElement>();
  const byOutcome = useMemo(() => {
    return new Map(rows.map((row) => [row.outcome, cells.filter((cell) => cell.outcome === row.outcome)]));
  }, [cells, rows]);
  const isSelected = (placed: PlacedCell) => placed.outcome === outcome && placed.timepoint === timepoint;
  const { descriptor } = held.dataset;
  const hasSelected = rows.some((row) => row.cells.some(isSelected));

  return (
    <section className={styles["map"]}>
      <h2>Evidence map</h2>
      <div ref={ref} className={styles["scroll"]}>
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table by markup, a grid by use, as the ARIA practices have it
          role="grid"
          aria-label="Evidence map"
          style={{ minWidth: labelsWidth(columns.length) + columns.length * NARROWEST }}
          onKeyDown={moveInGrid}
        >
          <thead>
            <tr>
              <th scope="col" style={{ width: labelsWidth(columns.length) }}>
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
              const ofOutcome = byOutcome.get(row.outcome) ?? NO_CELLS;
              return (
                <tr key={row.outcome}>
                  <th scope="row">{row.outcome}</th>
                  {row.cells.map((placed, c) => (
                    <MapCellView
                      key={placed.timepoint}
                      placed={placed}
                      cell={cellAt(ofOutcome, placed)}
                      siblings={ofOutcome}
                      descriptor={descriptor}
                      width={glyphWidth(width, columns.length, placed.span)}
                      selected={isSelected(placed)}
                      reachable={hasSelected ? isSelected(placed) : r === 0 && c === 0}
                      onSelect={actions.showCell}
                    />
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <Suspense>
        <LitCells rows={rows} held={held} map={ref} />
      </Suspense>
      <p className={styles["key"]}>
        Diamond: pooled result{descriptor.comparators.length > 1 && ", half-size per comparator"}; hollow where its
        interval reaches no effect, the line. Below: {descriptor.studyNoun.many} and {descriptor.peopleNoun.many}.
      </p>
    </section>
  );
}

/** The part of a cell that its drawing takes, given the width of the whole map. */
function glyphWidth(map: number, columns: number, span: number): number {
  const column = Math.max(NARROWEST, (map - labelsWidth(columns)) / columns);
  return Math.round(Math.min(WIDEST, column * span - FRAME));
}

/** Pixels of the row labels: long words get their room where few columns want it. */
function labelsWidth(columns: number): number {
  return columns > 3 ? 78 : columns > 2 ? 84 : 112;
}

const NARROWEST = 48; // px of a column; the map scrolls sideways when there are many
const WIDEST = 220;
const FRAME = 10; // px of a cell's border and gaps

function cellAt(cells: readonly MapCell[], { timepoint }: PlacedCell): MapCell | null {
  return cells.find((cell) => cell.timepoint === timepoint) ?? null;
}
