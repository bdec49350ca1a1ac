import { useEffect, useState } from "react";
import { useApp, useServices } from "./appContext";
import { type DrawFigure, figureOf } from "./figures";

/** The way to draw the figure of the view in front; null until it can be drawn, and where these data have none. */
export function usePreparedFigure(): DrawFigure | null {
  const { explore } = useServices();
  const held = useApp((s) => s.held);
  const answered = useApp((s) => s.answered);
  const look = useApp((s) => s.look);
  const lens = useApp((s) => s.lens);
  const view = useApp((s) => s.view);
  const [draw, setDraw] = useState<DrawFigure | null>(null);
  useEffect(() => {
    if (!held || !answered) return;
    let isCurrent = true;
    void figureOf(view)
      .prepare({ held, answered, look, lens, explore })
      .then((prepared) => isCurrent && setDraw(() => prepared));
    return () => {
      isCurrent = false;
    };
  }, [held, answered, look, lens, view, explore]);
  return draw;
}
