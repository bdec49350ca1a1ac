import { useState } from "react";
import type { Scale } from "../../../model/measure";
import type { SubsetRegion } from "../../../model/subsets";
import { useApp, useServices } from "../../appContext";

/** The marked region of subsets, on the analysis scale. */
export interface MarkedRegion {
  readonly region: SubsetRegion | null;
  /** Marks a region, or none: one step of undo. */
  readonly mark: (region: SubsetRegion | null) => void;
  /** The same while it is still moving: no step of its own until `settle`. */
  readonly move: (region: SubsetRegion | null) => void;
  readonly settle: () => void;
}

const DIGITS = 4; // of a limit in the link: finer than any bin

export function useRegion(scale: Scale): MarkedRegion {
  const { actions } = useServices();
  const kept = useApp((s) => s.look.subsetRegion);
  const [moving, setMoving] = useState<{ readonly region: SubsetRegion | null } | null>(null);

  function mark(region: SubsetRegion | null): void {
    actions.setLook({ subsetRegion: region && asShown(region, scale) });
    setMoving(null);
  }

  return {
    region: moving ? moving.region : kept && asAnalysed(kept, scale),
    mark,
    move: (region) => setMoving({ region }),
    settle: () => {
      if (moving) mark(moving.region);
    },
  };
}

/** As the reader sees its numbers. */
function asShown({ estimate, spread }: SubsetRegion, scale: Scale): SubsetRegion {
  const round = (value: number) => Number(value.toPrecision(DIGITS));
  const shown = (value: number) => round(scale === "log" ? Math.exp(value) : value);
  const [from, to] = estimate;
  return { estimate: [shown(from), shown(to)], spread: [round(spread[0]), round(spread[1])] };
}

/** null where a link gives a ratio limits that no ratio has. */
function asAnalysed({ estimate: [from, to], spread }: SubsetRegion, scale: Scale): SubsetRegion | null {
  if (scale !== "log") return { estimate: [from, to], spread };
  return from > 0 ? { estimate: [Math.log(from), Math.log(to)], spread } : null;
}
