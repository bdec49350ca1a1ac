import { lazy, type RefObject, Suspense } from "react";
import type { PlotInput } from "../../plots/forestInput";
import type { Scene } from "../../scene/scene";
import { useAsked } from "../appContext";
import styles from "./Figure.module.css";

const StudyTip = lazy(() => import("./StudyTip"));

interface Props {
  readonly scene: Scene;
  readonly input: PlotInput;
  readonly marks: "rows" | "points";
  /** The row under the pointer or the focus. */
  readonly pointed: RefObject<number | null>;
}

/** Lights up the study that is lit in every view, wherever the figure has it; a point has its numbers beside it. */
export function LitStudy({ scene, input, marks, pointed }: Props) {
  const lit = useAsked((s) => s.lit);
  if (lit === null) return null;
  const targets = scene.targets.filter(({ rowId }) => input.rows(rowId).studyId === lit);
  const told = targets.find(({ rowId }) => rowId === pointed.current) ?? targets[0];
  const result = told && input.analysis.studies.find(({ rowId }) => rowId === told.rowId);
  return (
    <>
      {targets.map(({ rowId, box: { x, y, width, height } }) => (
        <div key={rowId} className={styles["lit"]} data-marks={marks} style={{ left: x, top: y, width, height }} />
      ))}
      {marks === "points" && told && result && (
        <Suspense>
          <StudyTip target={told} scene={scene} result={result} input={input} />
        </Suspense>
      )}
    </>
  );
}
