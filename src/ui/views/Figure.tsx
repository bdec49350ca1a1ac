import { lazy, Suspense, useCallback, useRef, useState } from "react";
import type { PlotInput } from "../../plots/forestInput";
import type { Scene, Target } from "../../scene/scene";
import { useServices } from "../appContext";
import { SceneView } from "../SceneView";
import { useSteady } from "../useSteady";
import styles from "./Figure.module.css";
import { LitStudy } from "./LitStudy";
import { StudyToggles } from "./StudyToggles";
import { targetUnder } from "./targetUnder";

const FigureTouch = lazy(() => import("../touch/FigureTouch"));
const PointTools = lazy(() => import("../touch/PointTools"));

const MOST_GLIDING = 100; // rows; beyond this nothing glides

interface Props {
  readonly scene: Scene;
  readonly input: PlotInput;
  /** Checkboxes beside rows, or laid over points. */
  readonly marks: "rows" | "points";
  /** Every study's place, where the scene has only those in view. The same function while the figure is the same. */
  readonly places?: () => readonly Target[];
  /** True for one of several figures in a view: finding and selecting studies is left to another. */
  readonly isPlain?: boolean;
}

/** A scene with what makes it touchable laid over it: checkboxes, the lit study and its numbers. */
export function Figure({ scene, input, marks, places, isPlain = false }: Props) {
  const { actions } = useServices();
  const [selecting, setSelecting] = useState(false);
  const figure = useRef<HTMLElement>(null);
  const pointed = useRef<number | null>(null);
  const press = useSteady(figure, scene);
  const { targets } = scene;
  const all = useCallback(() => places?.() ?? targets, [places, targets]);

  function light(rowId: number | null): void {
    pointed.current = rowId;
    actions.light(rowId === null ? null : input.rows(rowId).studyId);
  }

  return (
    <>
      {marks === "points" && !isPlain && (
        <div className={styles["tools"]}>
          <Suspense>
            <PointTools input={input} places={all} figure={figure} selecting={selecting} onSelecting={setSelecting} />
          </Suspense>
        </div>
      )}
      <figure
        ref={figure}
        className={styles["figure"]}
        data-selecting={selecting}
        style={{ width: scene.width, height: scene.height }}
        onChange={press}
        onPointerMove={(event) => light(targetUnder(event, targets)?.rowId ?? null)}
        onPointerLeave={() => light(null)}
        onKeyDown={(event) => {
          const rowId = event.target instanceof HTMLElement ? event.target.dataset["row"] : undefined;
          if (event.key === "Enter" && rowId !== undefined) actions.openStudy(input.rows(Number(rowId)).studyId);
        }}
        onClick={(event) => {
          const isOnPage = event.target instanceof Element && event.target.closest("input, button, [role=toolbar]");
          const target = isOnPage ? null : targetUnder(event, targets);
          if (target) actions.openStudy(input.rows(target.rowId).studyId);
        }}
      >
        <SceneView scene={scene} glides={input.analysis.studies.length <= MOST_GLIDING} />
        <LitStudy scene={scene} input={input} marks={marks} pointed={pointed} />
        <StudyToggles scene={scene} input={input} marks={marks} places={all} pointed={pointed} />
        {!isPlain && (
          <Suspense>
            <FigureTouch scene={scene} input={input} marks={marks} figure={figure} selecting={selecting} />
          </Suspense>
        )}
      </figure>
    </>
  );
}
