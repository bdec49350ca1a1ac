import { useLayoutEffect, useMemo, useRef } from "react";
import { cellsBox } from "../../../plots/gosh/densityCells";
import { densityImage } from "../../../plots/gosh/densityImage";
import type { GoshLayout } from "../../../plots/gosh/goshLayout";
import { drawn } from "../../drawn";
import styles from "./Gosh.module.css";

interface Props {
  readonly layout: GoshLayout;
  /** Counts of the subsets that lack the study by which the density is split; null: not split. */
  readonly lacking: Uint32Array | null;
}

/** The density on a canvas over its panel: thousands of cells that would be too many elements. */
export function DensityCanvas({ layout, lacking }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { cells, pixels } = useMemo(() => densityImage(layout, lacking), [layout, lacking]);
  const box = cellsBox(layout, cells);
  const density = devicePixelRatio;
  useLayoutEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (!context || cells.columns === 0) return;
    const small = new OffscreenCanvas(cells.columns, cells.rows);
    small.getContext("2d")?.putImageData(new ImageData(pixels, cells.columns, cells.rows), 0, 0);
    const { width, height } = context.canvas;
    context.clearRect(0, 0, width, height);
    context.imageSmoothingEnabled = false;
    context.drawImage(small, 0, 0, width, height);
    void drawn().then(markPainted);
  }, [cells, pixels]);
  return (
    <canvas
      ref={canvas}
      className={styles["density"]}
      width={Math.max(1, Math.round(box.width * density))}
      height={Math.max(1, Math.round(box.height * density))}
      style={{ left: box.left, top: box.top, width: box.width, height: box.height }}
    />
  );
}

/** For `npm run bench`: from the question to the painted density. */
function markPainted(): void {
  if (performance.getEntriesByName("understory:gosh-asked").length === 0) return;
  performance.measure("understory:gosh", "understory:gosh-asked");
  performance.clearMarks("understory:gosh-asked");
}
