import { useEffect, useState } from "react";
import { useApp, useServices } from "./appContext";
import type { DrawFigure, FigureKind } from "./figureKind";

/** The way to draw a figure of the present answer; null until it can be drawn, and where these data have none. */
export function usePreparedFigure(kind: FigureKind): DrawFigure | null {
  const { explore } = useServices();
  const held = useApp((s) => s.held);
  const answered = useApp((s) => s.answered);
  const look = useApp((s) => s.look);
  const lens = useApp((s) => s.lens);
  const [draw, setDraw] = useState<DrawFigure | null>(null);
  useEffect(() => {
    if (!held || !answered) return;
    let isCurrent = true;
    void kind.prepare({ held, answered, look, lens, explore }).then((prepared) => isCurrent && setDraw(() => prepared));
    return () => {
      isCurrent = false;
    };
  }, [held, answered, look, lens, kind, explore]);
  return draw;
}
