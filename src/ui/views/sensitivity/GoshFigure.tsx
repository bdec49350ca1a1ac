import { type PointerEvent, useMemo, useRef, useState } from "react";
import type { SubsetRegion } from "../../../model/subsets";
import { goshGuides, goshScene } from "../../../plots/gosh/gosh";
import type { GoshLayout } from "../../../plots/gosh/goshLayout";
import type { Point } from "../../../scene/scene";
import { SceneView } from "../../SceneView";
import { EVERY_SUBSET } from "../../sensitivityFigures";
import { DensityCanvas } from "./DensityCanvas";
import styles from "./Gosh.module.css";

interface Props {
  readonly layout: GoshLayout;
  readonly lacking: Uint32Array | null;
  readonly region: SubsetRegion | null;
  readonly onRegion: (region: SubsetRegion | null) => void;
}

const LEAST = 5; // px that a pointer moves before it is a drag and no press

/** The density of all subsets; a drag over it marks a region, a press without one lets go of it. */
export function GoshFigure({ layout, lacking, region, onRegion }: Props) {
  const scene = useMemo(() => goshScene(layout, false), [layout]);
  const guides = useMemo(() => goshGuides(layout), [layout]);
  const from = useRef<Point | null>(null);
  const [drag, setDrag] = useState<readonly [Point, Point] | null>(null);
  const marked = drag ? boxOf(...drag) : region && boxOfRegion(region, layout);

  function at(event: PointerEvent): Point {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const { panel } = layout;
    return [
      Math.min(panel.right, Math.max(panel.left, event.clientX - left)),
      Math.min(panel.bottom, Math.max(panel.top, event.clientY - top)),
    ];
  }

  function end(): void {
    if (drag) onRegion(regionOf(...drag, layout));
    else if (from.current) onRegion(null);
    from.current = null;
    setDrag(null);
  }

  return (
    <figure
      data-figure={EVERY_SUBSET.name}
      className={styles["figure"]}
      style={{ width: scene.width, height: scene.height }}
      onPointerDown={(event) => {
        // A finger scrolls here; it has the sliders below.
        if (event.button === 0 && event.pointerType !== "touch") from.current = at(event);
      }}
      onPointerMove={(event) => {
        if (!from.current) return;
        const to = at(event);
        if (!drag && Math.hypot(to[0] - from.current[0], to[1] - from.current[1]) < LEAST) return;
        if (!drag) event.currentTarget.setPointerCapture(event.pointerId);
        setDrag([from.current, to]);
      }}
      onPointerUp={end}
      onPointerCancel={() => {
        from.current = null;
        setDrag(null);
      }}
    >
      <SceneView scene={scene} />
      <DensityCanvas layout={layout} lacking={lacking} />
      <div className={styles["guides"]}>
        <SceneView scene={guides} decorative />
      </div>
      {marked && <div className={styles["region"]} style={marked} />}
    </figure>
  );
}

function boxOf(a: Point, b: Point) {
  return {
    ...{ left: Math.min(a[0], b[0]), top: Math.min(a[1], b[1]) },
    ...{ width: Math.abs(a[0] - b[0]), height: Math.abs(a[1] - b[1]) },
  };
}

function boxOfRegion({ estimate: [e0, e1], spread: [s0, s1] }: SubsetRegion, { estimate, spread, panel }: GoshLayout) {
  const x = (value: number) => Math.min(panel.right, Math.max(panel.left, estimate.x(value)));
  const y = (value: number) => Math.min(panel.bottom, Math.max(panel.top, spread.y(value)));
  return boxOf([x(e0), y(s1)], [x(e1), y(s0)]);
}

function regionOf(a: Point, b: Point, { estimate, spread, panel }: GoshLayout): SubsetRegion {
  const { left, top, width, height } = boxOf(a, b);
  const [lo, hi] = estimate.domain;
  const value = (x: number) => lo + ((hi - lo) * (x - panel.left)) / (panel.right - panel.left);
  const unit = spread.y(0) - spread.y(1) || 1;
  const above = (y: number) => (panel.bottom - y) / unit;
  return { estimate: [value(left), value(left + width)], spread: [above(top + height), above(top)] };
}
