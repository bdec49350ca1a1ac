import { useCallback, useMemo } from "react";
import type { ForestInput } from "../../../plots/forestInput";
import type { SeriesOptions } from "../../../plots/sensitivity/series";
import type { Scene } from "../../../scene/scene";
import type { FigureKind } from "../../figureKind";
import { useRowWindow } from "../../useRowWindow";
import { useTheme } from "../../useTheme";
import { useWidth } from "../../useWidth";
import { Figure } from "../Figure";

/** Draws a figure of single studies anew. The same function while nothing that it shows changes. */
export type DrawStudies = (options: SeriesOptions) => Scene;

interface Props {
  readonly input: ForestInput;
  readonly draw: DrawStudies;
  /** What of it the Export menu takes. */
  readonly kind: FigureKind;
  readonly marks: "rows" | "points";
  /** False where the studies of the view are found and selected: in one figure of several. */
  readonly isPlain?: boolean;
}

const INCLUDE_COLUMN = 26; // px for the checkboxes beside rows
const LONG = 100; // rows: beyond this only those in view are drawn

/** A figure of single studies at the width that there is; a press on a study leaves it out of the whole page. */
export function StudyFigure({ input, draw, kind, marks, isPlain = true }: Props) {
  const { figure: theme } = useTheme();
  const [ref, width] = useWidth<HTMLDivElement>();
  const isLong = marks === "rows" && input.analysis.studies.length > LONG;
  const { top, bottom } = useRowWindow(ref, isLong) ?? {};
  const options = useMemo<SeriesOptions>(() => ({ width, theme, includeColumn: INCLUDE_COLUMN }), [width, theme]);
  const scene = useMemo(() => {
    if (width === 0) return null;
    const isPart = top !== undefined && bottom !== undefined;
    return draw(isPart ? { ...options, window: { top, bottom } } : options);
  }, [draw, options, width, top, bottom]);
  const places = useCallback(() => draw(options).targets, [draw, options]);
  return (
    <div ref={ref} data-figure={kind.name}>
      {scene && <Figure scene={scene} input={input} marks={marks} isPlain={isPlain} {...(isLong ? { places } : {})} />}
    </div>
  );
}
