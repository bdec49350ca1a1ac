import { type KeyboardEvent, type PointerEvent, useMemo } from "react";
import { type SpecificationLayout, specificationScene } from "../../../plots/specification/specification";
import { SceneView } from "../../SceneView";
import { EVERY_ANALYSIS } from "../../sensitivityFigures";
import styles from "./Multiverse.module.css";

interface Props {
  readonly layout: SpecificationLayout;
  /** The analysis that is pointed at, by its place on the curve, and in words. */
  readonly active: number;
  readonly text: string;
  /** Whether that place is drawn: it is once it was moved from the analysis on the page. */
  readonly hasCursor: boolean;
  readonly onActive: (place: number) => void;
  readonly onApply: (place: number) => void;
}

const LEAP = 0.1; // of the curve, by Page Up and Page Down

/** The specification curve with a cursor: pointer or arrow keys move it, a click or Enter applies the analysis there. */
export function SpecificationFigure({ layout, active, text, hasCursor, onActive, onApply }: Props) {
  const scene = useMemo(() => specificationScene(layout), [layout]);
  const { panel, end, curve, x } = layout;
  const last = curve.length - 1;

  function placeAt(event: PointerEvent): number {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    return Math.min(last, Math.max(0, Math.floor(((event.clientX - left) / width) * curve.length)));
  }

  function onKeyDown(event: KeyboardEvent): void {
    const leap = Math.max(1, Math.round(LEAP * curve.length));
    const steps = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: leap, PageDown: -leap };
    const step = steps[event.key as keyof typeof steps] ?? { Home: -curve.length, End: curve.length }[event.key];
    if (event.key === "Enter") onApply(active);
    else if (step !== undefined) onActive(Math.min(last, Math.max(0, active + step)));
    else return;
    event.preventDefault();
  }

  return (
    <figure
      data-figure={EVERY_ANALYSIS.name}
      className={styles["figure"]}
      style={{ width: scene.width, height: scene.height }}
    >
      <SceneView scene={scene} />
      {curve.length > 0 && (
        <div
          className={styles["cursor"]}
          style={{ left: panel.left, top: panel.top, width: panel.right - panel.left, height: end - panel.top }}
          role="slider"
          tabIndex={0}
          aria-label="Analysis"
          aria-valuemin={1}
          aria-valuemax={curve.length}
          aria-valuenow={active + 1}
          aria-valuetext={text}
          onKeyDown={onKeyDown}
          onPointerMove={(event) => onActive(placeAt(event))}
          onPointerDown={(event) => onActive(placeAt(event))}
          // A finger only chooses: what lies under it is too small to be sure of.
          onPointerUp={(event) => event.pointerType !== "touch" && event.button === 0 && onApply(placeAt(event))}
        >
          {hasCursor && <div style={{ left: x(active) - panel.left }} />}
        </div>
      )}
    </figure>
  );
}
