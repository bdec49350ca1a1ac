import { type KeyboardEvent, memo } from "react";
import type { MapCell } from "../../model/analysis";
import type { Descriptor } from "../../model/descriptor";
import { resolveModel } from "../../state/selectors";
import { cellName } from "../../words/cellName";
import { formatInteger } from "../../words/number";
import { counted } from "../../words/phrase";
import { useApp } from "../appContext";
import styles from "./EvidenceMap.module.css";
import { Glyph } from "./Glyph";
import type { PlacedCell } from "./layoutMap";

interface Props {
  readonly placed: PlacedCell;
  /** null until the first answer is there. */
  readonly cell: MapCell | null;
  /** Cells of the same outcome: they share an axis. */
  readonly siblings: readonly MapCell[];
  readonly descriptor: Descriptor;
  readonly selected: boolean;
  /** Room inside the cell, in CSS pixels. */
  readonly width: number;
  /** The one cell that Tab leads to. */
  readonly reachable: boolean;
  /** Stable from one drawing to the next, so that only cells that changed are drawn anew. */
  readonly onSelect: (outcome: string, timepoint: string) => void;
}

const WORDS = 54; // px: below this a cell has room for numbers alone, which the line under the map explains

/** One cell of the evidence map: its small diamond, its studies and its patients. */
export const MapCellView = memo(function MapCellView({
  placed,
  cell,
  siblings,
  descriptor,
  width,
  selected,
  reachable,
  onSelect,
}: Props) {
  const level = useApp((s) => resolveModel(s, descriptor).level);
  const N = cell?.pooled?.N ?? null;

  const select = () => onSelect(placed.outcome, placed.timepoint);

  function press(event: KeyboardEvent): void {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    select();
  }

  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a table that is used as a grid
      role="gridcell"
      colSpan={placed.span}
      className={`${styles["cell"]} ${cell?.k === 0 ? styles["empty"] : ""}`}
      aria-label={cell ? cellName(cell, descriptor, level) : `${placed.outcome}, ${placed.timepoint}`}
      aria-selected={selected}
      tabIndex={reachable ? 0 : -1}
      onClick={select}
      onKeyDown={press}
    >
      {cell && cell.k > 0 && (
        <Glyph cell={cell} siblings={siblings} comparators={descriptor.comparators} width={width} />
      )}
      {placed.span > 1 && <span className={styles["numbers"]}>{placed.timepoint}</span>}
      <span className={styles["numbers"]}>
        {cell && evidenceIn(cell, descriptor.studyNoun, placed.span === 1 && width < WORDS)}
        {placed.span > 1 && N !== null && `, ${formatInteger(N)}`}
      </span>
      {placed.span === 1 && N !== null && <span className={styles["numbers"]}>{formatInteger(N)}</span>}
    </td>
  );
});

function evidenceIn({ k, pooled }: MapCell, noun: Descriptor["studyNoun"], isNarrow: boolean): string {
  if (k === 0) return isNarrow ? "–" : `no ${noun.many}`;
  return isNarrow ? formatInteger(pooled?.k ?? 0) : counted(pooled?.k ?? 0, noun);
}
