import { useMemo } from "react";
import { funnelScene } from "../../plots/funnel";
import { useFigureInput } from "../useFigureInput";
import { usePainted } from "../usePainted";
import { useTheme } from "../useTheme";
import { useWidth } from "../useWidth";
import { Figure } from "./Figure";

/** The funnel plot of the present answer; a press on a point takes its study out or brings it back. */
export default function FunnelView() {
  const input = useFigureInput();
  const { figure: theme } = useTheme();
  const [ref, width] = useWidth<HTMLDivElement>();
  const scene = useMemo(
    () => (input && width > 0 ? funnelScene(input, { width, theme }) : null),
    [input, width, theme],
  );
  usePainted(scene);
  return <div ref={ref}>{scene && input && <Figure scene={scene} input={input} marks="points" />}</div>;
}
