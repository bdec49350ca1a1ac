import { useMemo } from "react";
import { drawForest } from "../../plots/forest";
import { forestLayout } from "../../plots/forestLayout";
import { useFigureInput } from "../useFigureInput";
import { usePainted } from "../usePainted";
import { useRowWindow } from "../useRowWindow";
import { useTheme } from "../useTheme";
import { useWidth } from "../useWidth";
import { Figure } from "./Figure";

/** Above this many rows only those in view are drawn; below it the browser's own search finds them all. */
const ALL_ROWS = 100;
const INCLUDE_COLUMN = 26; // px for the checkboxes

/** The forest plot of the present answer, with a checkbox on every study. */
export function ForestView() {
  const input = useFigureInput();
  const { figure: theme } = useTheme();
  const [ref, width] = useWidth<HTMLDivElement>();
  const window = useRowWindow(ref, (input?.analysis.studies.length ?? 0) > ALL_ROWS);
  const layout = useMemo(
    () => (input && width > 0 ? forestLayout(input, { width, theme, includeColumn: INCLUDE_COLUMN }) : null),
    [input, width, theme],
  );
  const { top, bottom } = window ?? {};
  const scene = useMemo(
    () => layout && drawForest(layout, top !== undefined && bottom !== undefined ? { top, bottom } : undefined),
    [layout, top, bottom],
  );
  usePainted(scene);
  return <div ref={ref}>{scene && input && <Figure scene={scene} input={input} marks="rows" />}</div>;
}
