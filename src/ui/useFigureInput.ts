import { useMemo } from "react";
import type { ForestInput } from "../plots/forestInput";
import { ghostOf } from "../state/selectors";
import { useApp } from "./appContext";
import { figureInput } from "./figureInput";

/** The present answer as a figure's input; null until there is one. */
export function useFigureInput(): ForestInput | null {
  const held = useApp((s) => s.held);
  const answered = useApp((s) => s.answered);
  const ghost = useApp(ghostOf);
  const lens = useApp((s) => s.lens);
  return useMemo(
    () => (held && answered ? figureInput(held, answered, ghost, lens) : null),
    [held, answered, ghost, lens],
  );
}
