import { lazy, Suspense, useCallback, useMemo } from "react";
import { drawForest } from "../../plots/forest";
import { forestLayout } from "../../plots/forestLayout";
import { studyTargets } from "../../plots/forestSpots";
import { useApp } from "../appContext";
import { FigureButton } from "../look/FigureButton";
import { useFigureInput } from "../useFigureInput";
import { usePainted } from "../usePainted";
import { useRowWindow } from "../useRowWindow";
import { useTheme } from "../useTheme";
import { useWidth } from "../useWidth";
import { Figure } from "./Figure";
import styles from "./ForestView.module.css";

const GroupsNote = lazy(() => import("./GroupsNote"));
const GroupFolds = lazy(() => import("../look/GroupFolds"));
const OverviewStrip = lazy(() => import("../look/OverviewStrip"));
const FindBox = lazy(() => import("../touch/FindBox"));

/** Above this many rows only those in view are drawn; below it the browser's own search finds them all. */
const ALL_ROWS = 100;
const INCLUDE_COLUMN = 26; // px for the checkboxes
const STRIP = 44; // px beside a figure that is too long to be seen at once
const NARROW_STRIP = 28;

/** The forest plot of the present answer, with a checkbox on every study. */
export function ForestView() {
  const input = useFigureInput();
  const look = useApp((s) => s.look);
  const { figure: theme } = useTheme();
  const [ref, width] = useWidth<HTMLDivElement>();
  const isLong = (input?.analysis.studies.length ?? 0) > ALL_ROWS;
  const window = useRowWindow(ref, isLong);
  const strip = isLong ? (width < 600 ? NARROW_STRIP : STRIP) : 0;
  const layout = useMemo(() => {
    const isReady = input !== null && width > 0;
    return isReady ? forestLayout(input, { width: width - strip, theme, includeColumn: INCLUDE_COLUMN, look }) : null;
  }, [input, width, strip, theme, look]);
  const { top, bottom } = window ?? {};
  const scene = useMemo(
    () => layout && drawForest(layout, top !== undefined && bottom !== undefined ? { top, bottom } : undefined),
    [layout, top, bottom],
  );
  const places = useCallback(() => (layout ? studyTargets(layout, layout.lines) : []), [layout]);
  usePainted(scene);
  return (
    <>
      <div className={styles["tools"]}>
        <Suspense>{input && <FindBox input={input} places={places} figure={ref} />}</Suspense>
        <FigureButton layout={layout} />
      </div>
      <div ref={ref} className={styles["forest"]}>
        {scene && input && <Figure scene={scene} input={input} marks="rows" places={places} />}
        <Suspense>
          {layout && scene && input && input.analysis.groups.length > 0 && <GroupFolds layout={layout} scene={scene} />}
          {layout && strip > 0 && <OverviewStrip layout={layout} figure={ref} width={strip} />}
        </Suspense>
      </div>
      <Suspense>{input && input.analysis.groups.length > 0 && <GroupsNote />}</Suspense>
    </>
  );
}
