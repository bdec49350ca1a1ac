import { type RefObject, useEffect, useRef } from "react";
import type { PlotInput } from "../../plots/forestInput";
import type { Scene } from "../../scene/scene";
import { useServices } from "../appContext";
import { targetUnder } from "../views/targetUnder";
import { watchHold } from "./watchHold";

/** A finger held on a study's row or point selects it, or takes it out of the selection again. */
export function useHold(figure: RefObject<HTMLElement | null>, scene: Scene, input: PlotInput): void {
  const { actions, store } = useServices();
  const latest = useRef({ scene, input });
  latest.current = { scene, input };

  useEffect(() => {
    const element = figure.current;
    if (!element) return;
    return watchHold(element, ({ clientX, clientY }) => {
      const { scene: drawn, input: of } = latest.current;
      const target = targetUnder({ clientX, clientY, currentTarget: element }, drawn.targets);
      if (!target) return false;
      const { studyId } = of.rows(target.rowId);
      const { picked } = store.getState();
      actions.pick(picked.includes(studyId) ? picked.filter((id) => id !== studyId) : [...picked, studyId]);
      return true;
    });
  }, [figure, actions, store]);
}
