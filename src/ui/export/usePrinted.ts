import { useMemo } from "react";
import type { FigureKind } from "../figureKind";
import { usePreparedFigure } from "../usePreparedFigure";
import type { FigureStyle } from "./figureStyle";
import { type PrintedFigure, printedFigure } from "./printedFigure";

/** The figure as it would leave in this style; null until it is drawn, and where there is none. */
export function usePrinted(
  kind: FigureKind,
  style: Pick<FigureStyle, "theme" | "width" | "font">,
): PrintedFigure | null {
  const draw = usePreparedFigure(kind);
  const { theme, width, font } = style;
  return useMemo(() => draw && printedFigure(draw, { theme, width, font }), [draw, theme, width, font]);
}
