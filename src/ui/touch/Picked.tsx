import { type RefObject, useMemo } from "react";
import type { PlotInput } from "../../plots/forestInput";
import type { Scene } from "../../scene/scene";
import { announcePicked } from "../../words/announce";
import { counted } from "../../words/phrase";
import { useAsked, useServices } from "../appContext";
import hidden from "../hidden.module.css";
import { leavingOnly, withStudies } from "./excluded";
import styles from "./Touch.module.css";

interface Props {
  readonly scene: Scene;
  readonly input: PlotInput;
  readonly marks: "rows" | "points";
  readonly figure: RefObject<HTMLElement | null>;
}

/** The studies that are selected, marked in the figure, and what can be done with them all at once. */
export function Picked({ scene, input, marks, figure }: Props) {
  const { actions, store } = useServices();
  const picked = useAsked((s) => s.picked);
  const isAnyPicked = picked.length > 0;
  // Thousands of studies are not gone through at every drawing for a selection that is not there.
  const shown = useMemo(() => {
    const ids = isAnyPicked ? input.analysis.studies.map(({ rowId }) => input.rows(rowId)) : [];
    return new Map(ids.map(({ studyId, slab }) => [studyId, slab]));
  }, [input, isAnyPicked]);
  const here = picked.filter((id) => shown.has(id));
  const chosen = new Set(here);

  /** Ends the selection; the buttons go with it, so the focus goes back to the figure. */
  function end(excluded: readonly string[] | null): void {
    figure.current?.querySelector<HTMLElement>('[data-row][tabindex="0"]')?.focus({ preventScroll: true });
    if (excluded) actions.setExcluded(excluded);
    actions.pick([]);
  }

  const { excluded } = store.getState().selection;
  const keepOnly = () => leavingOnly(here, [...shown.keys()], withStudies([...shown.keys()], true, excluded));
  return (
    <>
      {here.length > 0 &&
        scene.targets
          .filter(({ rowId }) => chosen.has(input.rows(rowId).studyId))
          .map(({ rowId, box: { x, y, width, height } }) => (
            <div
              key={rowId}
              className={styles["picked"]}
              data-marks={marks}
              style={{ left: x, top: y, width, height }}
            />
          ))}
      <div className={hidden["hidden"]} aria-live="polite">
        {here.length > 0 &&
          announcePicked(
            here.map((id) => shown.get(id) ?? id),
            input.descriptor,
          )}
      </div>
      {here.length > 0 && (
        <div className={styles["bar"]} style={{ top: 0, height: scene.height }}>
          <div
            role="toolbar"
            aria-label="Selected"
            onKeyDown={(event) => {
              if (event.key === "Escape") end(null);
            }}
          >
            <span>
              {counted(here.length, input.descriptor.studyNoun)} <i>selected</i>
            </span>
            <button type="button" onClick={() => end(withStudies(here, false, store.getState().selection.excluded))}>
              Leave out
            </button>
            <button type="button" onClick={() => end(keepOnly())}>
              Keep only
            </button>
            <button type="button" onClick={() => end(null)}>
              Clear
            </button>
          </div>
        </div>
      )}
    </>
  );
}
