import { type KeyboardEvent, useState } from "react";
import type { TimeCourse, TrialPath } from "../../model/timeCourse";
import type { PlotInput } from "../../plots/forestInput";
import type { Scene } from "../../scene/scene";
import { estimateText } from "../../words/effectText";
import { useAsked, useServices } from "../appContext";
import { SceneView } from "../SceneView";
import styles from "./TimeCourseView.module.css";
import { targetUnder } from "./targetUnder";

interface Props {
  readonly scene: Scene;
  readonly course: TimeCourse;
  readonly input: PlotInput;
}

const TIP = 260; // px

/** A time course whose trials light up: by pointer, or one after the other by arrow keys; Enter opens the trial. */
export function PathFigure({ scene, course, input }: Props) {
  const { actions } = useServices();
  const lit = useAsked((s) => s.lit);
  const [active, setActive] = useState(0);
  const reachable = Math.min(active, course.paths.length - 1);
  const pathOf = new Map(course.paths.flatMap((path) => path.points.map(({ rowId }) => [rowId, path] as const)));
  const boxes = new Map(scene.targets.map(({ rowId, box }) => [rowId, box]));
  const shown = course.paths.find((path) => path.studyId === lit);
  const places = shown?.points.flatMap(({ rowId }) => boxes.get(rowId) ?? []) ?? [];

  function move(event: KeyboardEvent<HTMLElement>): void {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    const next = { Home: 0, End: course.paths.length - 1 }[event.key] ?? (step ? reachable + step : null);
    if (next === null || next < 0 || next >= course.paths.length) return;
    event.preventDefault();
    setActive(next);
    event.currentTarget.querySelectorAll<HTMLElement>("button")[next]?.focus();
  }

  /** Any point of a path stands for its study; where points overlap, the nearest. */
  function studyUnder(event: Parameters<typeof targetUnder>[0]): string | null {
    const target = targetUnder(event, scene.targets);
    return (target && pathOf.get(target.rowId)?.studyId) ?? null;
  }

  return (
    <figure
      className={styles["figure"]}
      style={{ width: scene.width, height: scene.height }}
      onPointerMove={(event) => actions.light(studyUnder(event))}
      onPointerLeave={() => actions.light(null)}
      onKeyDown={move}
      onClick={(event) => {
        const studyId = studyUnder(event);
        if (studyId !== null && !(event.target instanceof HTMLButtonElement)) actions.openStudy(studyId);
      }}
    >
      <SceneView scene={scene} />
      <fieldset aria-label="Paths of single studies">
        {course.paths.map((path, i) => {
          const box = path.points[0] && boxes.get(path.points[0].rowId);
          return box ? (
            <button
              key={`${path.studyId} ${path.comparator}`}
              type="button"
              className={styles["path"]}
              style={{ left: box.x, top: box.y }}
              tabIndex={i === reachable ? 0 : -1}
              aria-label={pathText(path, course, input)}
              onFocus={() => actions.light(path.studyId)}
              onBlur={() => actions.light(null)}
              onClick={() => actions.openStudy(path.studyId)}
            />
          ) : null;
        })}
      </fieldset>
      {shown && places[0] && (
        <div
          className={styles["tip"]}
          style={{
            left: Math.max(0, Math.min(places[0].x + 28, scene.width - TIP)),
            // Below the path, which it must not hide.
            top: Math.max(...places.map(({ y, height }) => y + height)),
          }}
          role="presentation"
        >
          {pathText(shown, course, input)}
        </div>
      )}
    </figure>
  );
}

/** "Simulated trial 03: −0.52 at 1 week, −0.31 at 1 month". */
function pathText({ points, studyId }: TrialPath, { measure }: TimeCourse, input: PlotInput): string {
  const name = points[0] ? input.rows(points[0].rowId).slab : studyId;
  return `${name}: ${points.map((p) => `${estimateText(p.yi, measure)} (${p.timepoint})`).join(", ")}`;
}
