import { lazy, type PointerEvent, Suspense, useMemo, useRef, useState } from "react";
import type { StudyResult } from "../../model/analysis";
import type { PlotInput } from "../../plots/forestInput";
import type { Scene, Target } from "../../scene/scene";
import { useServices } from "../appContext";
import { SceneView } from "../SceneView";
import { useSteady } from "../useSteady";
import styles from "./Figure.module.css";
import { StudyToggles } from "./StudyToggles";

const StudyTip = lazy(() => import("./StudyTip"));

interface Props {
  readonly scene: Scene;
  readonly input: PlotInput;
  /** Checkboxes beside rows, or laid over points. */
  readonly marks: "rows" | "points";
}

/** A scene with what makes it touchable laid over it: checkboxes, the lit study and its numbers. */
export function Figure({ scene, input, marks }: Props) {
  const { actions } = useServices();
  const [lit, setLit] = useState<number | null>(null);
  const results = useMemo(
    () => new Map<number, StudyResult>(input.analysis.studies.map((study) => [study.rowId, study])),
    [input],
  );
  const figure = useRef<HTMLElement>(null);
  const press = useSteady(figure, scene);
  const litTarget = scene.targets.find((target) => target.rowId === lit);
  const litResult = lit === null ? undefined : results.get(lit);

  return (
    <figure
      ref={figure}
      className={styles["figure"]}
      style={{ width: scene.width, height: scene.height }}
      onChange={press}
      onPointerMove={(event) => setLit(targetUnder(event, scene.targets)?.rowId ?? null)}
      onPointerLeave={() => setLit(null)}
      onKeyDown={(event) => {
        if (event.key === "Enter" && lit !== null) actions.openStudy(input.rows(lit).studyId);
      }}
      onClick={(event) => {
        const target = event.target instanceof HTMLInputElement ? null : targetUnder(event, scene.targets);
        if (target) actions.openStudy(input.rows(target.rowId).studyId);
      }}
    >
      <SceneView scene={scene} />
      {marks === "rows" && litTarget && <div className={styles["lit"]} style={place(litTarget)} />}
      <StudyToggles scene={scene} input={input} marks={marks} onLight={setLit} />
      {marks === "points" && litTarget && litResult && (
        <Suspense>
          <StudyTip target={litTarget} scene={scene} result={litResult} input={input} />
        </Suspense>
      )}
    </figure>
  );
}

/** The box of a target as the position of an element laid over it. */
function place({ box }: Target) {
  return { left: box.x, top: box.y, width: box.width, height: box.height };
}

/** The target under the pointer; where points overlap, the one whose middle is nearest. */
function targetUnder(
  event: Pick<PointerEvent, "clientX" | "clientY"> & { currentTarget: Element },
  targets: readonly Target[],
) {
  const { left, top } = event.currentTarget.getBoundingClientRect();
  const [x, y] = [event.clientX - left, event.clientY - top];
  const distance = ({ box }: Target) => Math.hypot(x - box.x - box.width / 2, y - box.y - box.height / 2);
  return targets
    .filter(({ box }) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height)
    .sort((a, b) => distance(a) - distance(b))[0];
}
