import { type MouseEvent, useState } from "react";
import type { BiasLayout } from "../../plots/biasLayout";
import type { Scene } from "../../scene/scene";
import { JUDGED_AS, type Judged } from "../../words/biasText";
import { upperFirst } from "../../words/phrase";
import { useServices } from "../appContext";
import { SceneView } from "../SceneView";
import { BiasBars } from "./BiasBars";
import { BiasStudies } from "./BiasStudies";
import styles from "./BiasView.module.css";
import { useKeepJudged } from "./useKeepJudged";

interface Props {
  readonly layout: BiasLayout;
  readonly scene: Scene;
}

/** A judgement in the table, with its middle in pixels. */
interface Cell {
  readonly column: string;
  readonly judged: Judged;
  readonly text: string;
  readonly at: readonly [x: number, y: number];
}

const RING = 26; // px
const TIP = 220; // px, the widest

/** The figure of the risk of bias with what makes it touchable laid over it. */
export function BiasFigure({ layout, scene }: Props) {
  const { actions } = useServices();
  const { toggle } = useKeepJudged();
  const [cell, setCell] = useState<Cell | null>(null);

  function point(event: MouseEvent<HTMLElement>): void {
    const [x, y] = placeIn(event);
    const placed = rowAt(layout, y);
    if (placed) actions.light(placed.row.row.studyId);
    const next = cellAt(layout, x, y);
    if (next?.at.join() !== cell?.at.join()) setCell(next);
  }

  function leave(): void {
    setCell(null);
    actions.light(null);
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: by keyboard the bars' buttons filter by the same judgements
    <figure
      className={styles["figure"]}
      style={{ width: scene.width, height: scene.height }}
      data-points={cell !== null}
      onMouseMove={point}
      onMouseLeave={leave}
      onClick={(event) => {
        const pressed = event.target instanceof HTMLButtonElement ? null : cellAt(layout, ...placeIn(event));
        if (pressed) toggle(pressed.column, pressed.judged);
      }}
    >
      <SceneView scene={scene} />
      {layout.rows.length > 0 && <BiasBars layout={layout} />}
      <BiasStudies layout={layout} scene={scene} />
      {cell && (
        <>
          <div className={styles["ring"]} style={{ left: cell.at[0] - RING / 2, top: cell.at[1] - RING / 2 }} />
          <div
            className={styles["tip"]}
            style={{ left: Math.max(0, Math.min(cell.at[0] + 18, scene.width - TIP)), top: cell.at[1] + 16 }}
          >
            {cell.text}
          </div>
        </>
      )}
    </figure>
  );
}

function placeIn(event: MouseEvent<HTMLElement>): readonly [x: number, y: number] {
  const { left, top } = event.currentTarget.getBoundingClientRect();
  return [event.clientX - left, event.clientY - top];
}

function rowAt({ rows }: BiasLayout, y: number) {
  return rows.find(({ box }) => y >= box.y && y < box.y + box.height);
}

function cellAt(layout: BiasLayout, x: number, y: number): Cell | null {
  const placed = rowAt(layout, y);
  const index = layout.xs.findIndex((middle) => Math.abs(x - middle) <= RING / 2);
  const column = layout.columns[index];
  const judged = placed?.row.judged[index];
  const middle = layout.xs[index];
  if (!placed || !column || !judged || middle === undefined) return null;
  const text = `${upperFirst(column.domain)}: ${JUDGED_AS[judged].toLowerCase()}`;
  return { column: column.column, judged, text, at: [middle, placed.box.y + placed.box.height / 2] };
}
