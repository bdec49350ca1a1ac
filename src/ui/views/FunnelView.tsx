import { useMemo } from "react";
import type { AskedOf } from "../../model/exploration";
import { funnelScene } from "../../plots/funnel";
import { useApp } from "../appContext";
import { FunnelLook } from "../look/FunnelLook";
import { useExplored } from "../useExplored";
import { useFigureInput } from "../useFigureInput";
import { usePainted } from "../usePainted";
import { useTheme } from "../useTheme";
import { useWidth } from "../useWidth";
import { Figure } from "./Figure";

/** The funnel plot of the present answer; a press on a point takes its study out or brings it back. */
export default function FunnelView() {
  const input = useFigureInput();
  const look = useApp((s) => s.look);
  const { figure: theme } = useTheme();
  const [ref, width] = useWidth<HTMLDivElement>();
  const { fill } = look;
  const asked = useMemo<AskedOf<"smallStudy"> | null>(
    () => input && { question: { selection: input.analysis.selection, model: input.analysis.model }, fill },
    [input, fill],
  );
  const smallStudy = useExplored("smallStudy", asked)?.effects ?? null;
  const scene = useMemo(
    () => (input && width > 0 ? funnelScene(input, { width, theme, look, smallStudy }) : null),
    [input, width, theme, look, smallStudy],
  );
  usePainted(scene);
  return (
    <div ref={ref}>
      {input && <FunnelLook input={input} />}
      {scene && input && <Figure scene={scene} input={input} marks="points" />}
    </div>
  );
}
