import { type RefObject, useEffect } from "react";
import type { Held } from "../../state/appState";
import { useAsked } from "../appContext";
import type { MapLayout } from "../map/layoutMap";

interface Props {
  readonly rows: MapLayout["rows"];
  readonly held: Held;
  readonly map: RefObject<HTMLElement | null>;
}

/** Marks the cells of the map in which the lit study reports; they are not drawn anew for it. */
export default function LitCells({ rows, held, map }: Props) {
  const lit = useAsked((s) => s.lit);
  useEffect(() => {
    if (lit === null) return;
    const ofStudy = held.dataset.rows.filter(({ studyId }) => studyId === lit);
    const elements = [...(map.current?.querySelectorAll<HTMLElement>("[role=gridcell]") ?? [])];
    const marked = rows
      .flatMap(({ cells }) => cells)
      .flatMap((cell, i) => {
        const reports = ofStudy.some((row) => row.outcome === cell.outcome && row.timepoint === cell.timepoint);
        return reports ? (elements[i] ?? []) : [];
      });
    for (const element of marked) element.dataset["lit"] = "true";
    return () => {
      for (const element of marked) delete element.dataset["lit"];
    };
  }, [lit, rows, held, map]);
  return null;
}
