import { type RefObject, useMemo, useRef, useState } from "react";
import type { PlotInput } from "../../plots/forestInput";
import type { Scene, Target } from "../../scene/scene";
import { useServices } from "../appContext";
import { leavingOnly, stretch, withStudies } from "../touch/excluded";
import styles from "./Figure.module.css";
import { StudyToggle, type ToggleActs } from "./StudyToggle";

interface Props {
  readonly scene: Scene;
  readonly input: PlotInput;
  readonly marks: "rows" | "points";
  /** Every study's place, also of those that are not drawn now. */
  readonly places: () => readonly Target[];
  /** The row under the pointer or the focus. */
  readonly pointed: RefObject<number | null>;
}

const SIZE = 24; // px of a checkbox's target

/**
 * A checkbox per study. One of them is in the tab order; arrow keys, Home and End lead to the others, with Shift they
 * select. Space takes the study out or brings it back, with Shift all from the last one on; O leaves only this one.
 */
export function StudyToggles({ scene, input, marks, places, pointed }: Props) {
  const { actions, store } = useServices();
  const [active, setActive] = useState<number | null>(null);
  const { targets } = scene;
  const inOrder = targets.some(({ rowId }) => rowId === active) ? active : targets[0]?.rowId;
  const latest = useRef({ input, targets, places });
  latest.current = { input, targets, places };

  const acts = useMemo<ToggleActs>(() => {
    let touched: number | null = null; // where a range begins
    let anchor: number | null = null; // where a selection begins
    const studyOf = (rowId: number) => latest.current.input.rows(rowId).studyId;
    const excluded = () => store.getState().selection.excluded;
    const range = (from: number | null, to: number) =>
      stretch(
        latest.current.places().map((place) => place.rowId),
        from,
        to,
      ).map(studyOf);
    const only = (rowId: number) => {
      const shown = latest.current.input.analysis.studies.map((study) => studyOf(study.rowId));
      actions.setExcluded(leavingOnly([studyOf(rowId)], shown, excluded()));
    };
    const toggle = (rowId: number, isIn: boolean, isRange: boolean) => {
      if (isRange) actions.setExcluded(withStudies(range(touched, rowId), isIn, excluded()));
      else actions.toggleStudy(studyOf(rowId));
      touched = rowId;
    };
    return {
      onChange: ({ nativeEvent, currentTarget }, rowId) => {
        const { altKey, shiftKey } =
          nativeEvent instanceof MouseEvent ? nativeEvent : { altKey: false, shiftKey: false };
        if (!altKey) return toggle(rowId, currentTarget.checked, shiftKey);
        currentTarget.checked = true; // whichever way the press turned it: this study stays
        only(rowId);
      },
      onKeyDown: (event, rowId) => {
        const to = neighbour(event.key, latest.current.targets, rowId);
        if (to) {
          anchor = event.shiftKey ? (anchor ?? rowId) : null;
          event.currentTarget.parentElement?.querySelector<HTMLElement>(`[data-row="${to.rowId}"]`)?.focus();
          if (anchor !== null) actions.pick([...new Set(range(anchor, to.rowId))]);
        } else if (event.key === "o") only(rowId);
        else if (event.key === " " && event.shiftKey) {
          event.currentTarget.checked = !event.currentTarget.checked;
          toggle(rowId, event.currentTarget.checked, true);
        } else if (event.key === "Escape") actions.pick([]);
        else return;
        event.preventDefault();
      },
      onFocus: (rowId, isSeen) => {
        setActive(rowId);
        if (!isSeen) return;
        pointed.current = rowId;
        actions.light(studyOf(rowId));
      },
      onBlur: () => actions.light(null),
    };
  }, [actions, store, pointed]);

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

function neighbour(key: string, targets: readonly Target[], rowId: number): Target | undefined {
  const at = targets.findIndex((target) => target.rowId === rowId);
  if (key === "ArrowDown" || key === "ArrowRight") return targets[at + 1];
  if (key === "ArrowUp" || key === "ArrowLeft") return targets[at - 1];
  if (key === "Home") return targets[0];
  return key === "End" ? targets.at(-1) : undefined;
}
