import { useMemo } from "react";
import { usePreparedFigure } from "../usePreparedFigure";
import type { FigureStyle } from "./figureStyle";
import { type PrintedFigure, printedFigure } from "./printedFigure";

/** The figure of the view in front as it would leave in this style; null until it is drawn, and where there is none. */
export function usePrinted(style: Pick<FigureStyle, "theme" | "width" | "font">): PrintedFigure | null {
  const draw = usePreparedFigure();
  const { theme, width, font } = style;
  return useMemo(() => draw && printedFigure(draw, { theme, width, font }), [draw, theme, width, font]);
}
