import { type ChangeEvent, type KeyboardEvent, useState } from "react";
import type { StudyResult } from "../../model/analysis";
import type { PlotInput } from "../../plots/forestInput";
import type { Scene, Target } from "../../scene/scene";
import { useApp, useServices } from "../appContext";
import styles from "./Figure.module.css";

interface Props {
  readonly scene: Scene;
  readonly input: PlotInput;
  readonly results: ReadonlyMap<number, StudyResult>;
  readonly marks: "rows" | "points";
  readonly onLight: (rowId: number | null) => void;
}

/**
 * A checkbox per study. One of them is in the tab order; arrow keys, Home and End lead to the others, Space takes the
 * study out or brings it back, O leaves only this one.
 */
export function StudyToggles({ scene, input, results, marks, onLight }: Props) {
  const { actions } = useServices();
  // What is asked, not what is answered: a press shows at once.
  const excluded = useApp((s) => s.selection.excluded);
  const [active, setActive] = useState<number | null>(null);
  const { targets } = scene;
  const inOrder = targets.some(({ rowId }) => rowId === active) ? active : targets[0]?.rowId;

  /** Leaves out every other study of the figure; again, brings them all back. */
  function only(rowId: number): void {
    const { studyId } = input.rows(rowId);
    const others = [...new Set([...results.keys()].map((id) => input.rows(id).studyId))].filter((id) => id !== studyId);
    const isOnly = others.length > 0 && others.every((id) => excluded.includes(id)) && !excluded.includes(studyId);
    const elsewhere = excluded.filter((id) => id !== studyId && !others.includes(id));
    actions.setExcluded(isOnly ? elsewhere : [...elsewhere, ...others]);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>, { rowId }: Target): void {
    const to = neighbour(event.key, targets, rowId);
    if (to) event.currentTarget.parentElement?.querySelector<HTMLElement>(`[data-row="${to.rowId}"]`)?.focus();
    else if (event.key === "o") only(rowId);
    else return;
    event.preventDefault();
  }

  function onChange({ nativeEvent }: ChangeEvent, { rowId }: Target): void {
    if (nativeEvent instanceof MouseEvent && nativeEvent.altKey) only(rowId);
    else actions.toggleStudy(input.rows(rowId).studyId);
  }

  return (
    <fieldset aria-label="Studies" className={styles["toggles"]} data-marks={marks}>
      {targets.map((target) => {
        const row = input.rows(target.rowId);
        return (
          <input
            key={target.rowId}
            type="checkbox"
            data-row={target.rowId}
            aria-label={row.slab}
            checked={!excluded.includes(row.studyId)}
            tabIndex={target.rowId === inOrder ? 0 : -1}
            style={{ left: left(target, marks), top: target.box.y + target.box.height / 2 - 12 }}
            onChange={(event) => onChange(event, target)}
            onKeyDown={(event) => onKeyDown(event, target)}
            onFocus={() => {
              setActive(target.rowId);
              onLight(target.rowId);
            }}
            onBlur={() => onLight(null)}
          />
        );
      })}
    </fieldset>
  );
}

function left({ box }: Target, marks: Props["marks"]): number {
  return marks === "rows" ? box.x : box.x + box.width / 2 - 12;
}

function neighbour(key: string, targets: readonly Target[], rowId: number): Target | undefined {
  const at = targets.findIndex((target) => target.rowId === rowId);
  if (key === "ArrowDown" || key === "ArrowRight") return targets[at + 1];
  if (key === "ArrowUp" || key === "ArrowLeft") return targets[at - 1];
  if (key === "Home") return targets[0];
  return key === "End" ? targets.at(-1) : undefined;
}
