import { useEffect, useState } from "react";
import type { MapCell } from "../../model/analysis";
import type { Descriptor } from "../../model/descriptor";
import { cellLine } from "../../words/lens";
import { unbroken } from "../../words/unbroken";
import { useApp, useServices } from "../appContext";
import styles from "./Lens.module.css";

interface Props {
  readonly descriptor: Descriptor;
  /** The cell in view. */
  readonly outcome: string;
  readonly timepoint: string;
}

const NO_CELLS: readonly MapCell[] = [];

type Place = Pick<MapCell, "outcome" | "timepoint">;

/** From a benefit to each unwanted effect in one press, its result already in view; from there back. */
export function HarmLinks({ descriptor, outcome, timepoint }: Props) {
  const { actions } = useServices();
  const cells = useApp((s) => s.overview?.cells) ?? NO_CELLS;
  const harms = descriptor.outcomes.filter(({ harm }) => harm).map(({ name }) => name);
  const isHarm = harms.includes(outcome);
  const [benefit, setBenefit] = useState<Place | null>(null);
  useEffect(() => {
    if (isHarm) return;
    setBenefit((was) => (was?.outcome === outcome && was.timepoint === timepoint ? was : { outcome, timepoint }));
  }, [isHarm, outcome, timepoint]);

  const { defaults } = descriptor;
  const back = benefit ?? { outcome: defaults.outcome, timepoint: defaults.timepoint };
  const targets = isHarm
    ? cells.filter(
        (cell) => cell.outcome === back.outcome && cell.timepoint === back.timepoint && cell.outcome !== outcome,
      )
    : harms.flatMap((name) => harmCell(cells, name, timepoint) ?? []);
  if (targets.length === 0) return null;
  return (
    <p className={styles["harms"]}>
      {targets.map((cell) => (
        // The first keeps its key, so that the keyboard stays on it when it turns into the way back.
        <button
          key={cell === targets[0] ? "first" : cell.outcome}
          type="button"
          className={styles["button"]}
          onClick={() => actions.showCell(cell.outcome, cell.timepoint)}
        >
          <span className={styles["aside"]}>{isHarm ? "Back to" : "Harms"}</span> {unbroken(cellLine(cell, descriptor))}
        </button>
      ))}
    </p>
  );
}

/** The harm's result at the same time, else where most trials report it; null where none does. */
function harmCell(cells: readonly MapCell[], outcome: string, timepoint: string): MapCell | null {
  const reported = cells.filter((cell) => cell.outcome === outcome && cell.k > 0);
  const [most] = [...reported].sort((a, b) => b.k - a.k);
  return reported.find((cell) => cell.timepoint === timepoint) ?? most ?? null;
}
