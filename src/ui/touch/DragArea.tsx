import { type RefObject, useEffect, useRef, useState } from "react";
import type { PlotInput } from "../../plots/forestInput";
import type { Scene } from "../../scene/scene";
import { useServices } from "../appContext";
import styles from "./Touch.module.css";
import { type Area, watchDrag } from "./watchDrag";

interface Props {
  readonly scene: Scene;
  readonly input: PlotInput;
  readonly figure: RefObject<HTMLElement | null>;
  /** True while a finger selects too; else it scrolls. */
  readonly byTouch: boolean;
}

/** Dragging over a figure selects the studies whose points lie within the rectangle; with Shift they are added. */
export function DragArea({ scene, input, figure, byTouch }: Props) {
  const { actions, store } = useServices();
  const [area, setArea] = useState<Area | null>(null);
  const latest = useRef({ scene, input });
  latest.current = { scene, input };

  useEffect(() => {
    if (!figure.current) return;
    return watchDrag(figure.current, {
      byTouch,
      onArea: setArea,
      onDone: (drawn, adds) => {
        const before = adds ? store.getState().picked : [];
        actions.pick([...new Set([...before, ...studiesWithin(drawn, latest.current)])]);
      },
    });
  }, [figure, byTouch, actions, store]);

  return area && <div className={styles["area"]} style={area} />;
}

function studiesWithin({ left, top, width, height }: Area, of: { readonly scene: Scene; readonly input: PlotInput }) {
  return of.scene.targets.flatMap(({ rowId, box }) => {
    const [x, y] = [box.x + box.width / 2 - left, box.y + box.height / 2 - top];
    return x >= 0 && x <= width && y >= 0 && y <= height ? [of.input.rows(rowId).studyId] : [];
  });
}
