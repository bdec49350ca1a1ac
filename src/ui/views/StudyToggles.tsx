import { useMemo, useRef, useState } from "react";
import type { PlotInput } from "../../plots/forestInput";
import type { Scene, Target } from "../../scene/scene";
import { useServices } from "../appContext";
import styles from "./Figure.module.css";
import { StudyToggle, type ToggleActs } from "./StudyToggle";

interface Props {
  readonly scene: Scene;
  readonly input: PlotInput;
  readonly marks: "rows" | "points";
  /** Stable from one drawing to the next. */
  readonly onLight: (rowId: number | null) => void;
}

const SIZE = 24; // px of a checkbox's target

/**
 * A checkbox per study. One of them is in the tab order; arrow keys, Home and End lead to the others, Space takes the
 * study out or brings it back, O leaves only this one.
 */
export function StudyToggles({ scene, input, marks, onLight }: Props) {
  const { actions, store } = useServices();
  const [active, setActive] = useState<number | null>(null);
  const { targets } = scene;
  const inOrder = targets.some(({ rowId }) => rowId === active) ? active : targets[0]?.rowId;
  const latest = useRef({ input, targets });
  latest.current = { input, targets };

  const acts = useMemo<ToggleActs>(() => {
    const studyOf = (rowId: number) => latest.current.input.rows(rowId).studyId;
    const only = (rowId: number) => {
      const shown = latest.current.input.analysis.studies.map((study) => studyOf(study.rowId));
      actions.setExcluded(leavingOnly(studyOf(rowId), shown, store.getState().selection.excluded));
    };
    return {
      onChange: ({ nativeEvent, currentTarget }, rowId) => {
        const isAlt = nativeEvent instanceof MouseEvent && nativeEvent.altKey;
        if (!isAlt) return actions.toggleStudy(studyOf(rowId));
        currentTarget.checked = true; // whichever way the press turned it: this study stays
        only(rowId);
      },
      onKeyDown: (event, rowId) => {
        const to = neighbour(event.key, latest.current.targets, rowId);
        if (to) event.currentTarget.parentElement?.querySelector<HTMLElement>(`[data-row="${to.rowId}"]`)?.focus();
        else if (event.key === "o") only(rowId);
        else return;
        event.preventDefault();
      },
      onFocus: (rowId) => {
        setActive(rowId);
        onLight(rowId);
      },
      onBlur: () => onLight(null),
    };
  }, [actions, store, onLight]);

  return (
    <fieldset aria-label="Studies" className={styles["toggles"]} data-marks={marks}>
      {targets.map(({ rowId, box }) => {
        const { studyId, slab } = input.rows(rowId);
        const left = marks === "rows" ? box.x : box.x + (box.width - SIZE) / 2;
        const top = box.y + (box.height - SIZE) / 2;
        const place = { rowId, studyId, label: slab, left, top };
        return <StudyToggle key={rowId} {...place} reachable={rowId === inOrder} acts={acts} />;
      })}
    </fieldset>
  );
}

/** What is left out when of the shown studies only this one stays; where that is so already, all come back. */
function leavingOnly(studyId: string, shown: readonly string[], excluded: readonly string[]): readonly string[] {
  const others = [...new Set(shown)].filter((id) => id !== studyId);
  const isOnly = others.length > 0 && others.every((id) => excluded.includes(id)) && !excluded.includes(studyId);
  const elsewhere = excluded.filter((id) => id !== studyId && !others.includes(id));
  return isOnly ? elsewhere : [...elsewhere, ...others];
}

function neighbour(key: string, targets: readonly Target[], rowId: number): Target | undefined {
  const at = targets.findIndex((target) => target.rowId === rowId);
  if (key === "ArrowDown" || key === "ArrowRight") return targets[at + 1];
  if (key === "ArrowUp" || key === "ArrowLeft") return targets[at - 1];
  if (key === "Home") return targets[0];
  return key === "End" ? targets.at(-1) : undefined;
}
