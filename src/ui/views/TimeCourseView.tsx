import { useId, useMemo } from "react";
import type { AskedOf } from "../../model/exploration";
import { timeCourseScene } from "../../plots/timeCourse";
import { completeText } from "../../words/timeCourse";
import { useApp, useAsked, useServices } from "../appContext";
import { useExplored } from "../useExplored";
import { useFigureInput } from "../useFigureInput";
import { useTheme } from "../useTheme";
import { useWidth } from "../useWidth";
import { PathFigure } from "./PathFigure";
import { TimeCourseTable } from "./TimeCourseTable";
import styles from "./TimeCourseView.module.css";

/** The present outcome over all its timepoints, each comparator by itself. */
export default function TimeCourseView() {
  const { actions } = useServices();
  const input = useFigureInput();
  const sameTrials = useApp((s) => s.look.sameTrials);
  const lit = useAsked((s) => s.lit);
  const { figure: theme } = useTheme();
  const [ref, width] = useWidth<HTMLDivElement>();
  const whyNot = useId();
  const asked = useMemo<AskedOf<"timeCourse"> | null>(
    () => input && { question: { selection: input.analysis.selection, model: input.analysis.model }, sameTrials },
    [input, sameTrials],
  );
  const course = useExplored("timeCourse", asked);
  const scene = useMemo(
    () => (input && course && width > 0 ? timeCourseScene(input, course, { width, theme, lit }) : null),
    [input, course, width, theme, lit],
  );
  const hasSame = course !== null && course.complete > 0 && course.complete < course.trials;
  return (
    <div ref={ref}>
      {course && input && course.timepoints.length > 1 && (
        <div className={styles["choice"]}>
          <label>
            <input
              type="checkbox"
              checked={sameTrials}
              disabled={!hasSame && !sameTrials}
              aria-describedby={hasSame ? undefined : whyNot}
              onChange={(event) => actions.setLook({ sameTrials: event.target.checked })}
            />
            Only the {input.descriptor.studyNoun.many} that report every timepoint
          </label>
          {!hasSame && <p id={whyNot}>{completeText(course, input.descriptor)}</p>}
        </div>
      )}
      {scene && input && course && <PathFigure scene={scene} course={course} input={input} />}
      {course && input && <TimeCourseTable course={course} descriptor={input.descriptor} />}
    </div>
  );
}
