import { useMemo } from "react";
import type { AskedOf } from "../../../model/exploration";
import type { Influence, StudyInfluence } from "../../../model/sensitivity";
import type { ForestInput } from "../../../plots/forestInput";
import { studyLabel } from "../../../plots/summaryText";
import { useExplored } from "../../useExplored";
import type { NumberRow } from "./NumbersTable";
import { usePartInput } from "./partInput";

export interface FoundInfluence {
  readonly input: ForestInput;
  readonly influence: Influence;
  /** Studies in the result; 0 where nothing is pooled. */
  readonly k: number;
  /** The studies of the result for tables. */
  readonly rows: readonly NumberRow<StudyInfluence>[];
}

/** The present answer with how far it rests on single studies; null until both are there. */
export function useInfluence(): FoundInfluence | null {
  const input = usePartInput();
  const asked = useMemo<AskedOf<"influence"> | null>(
    () => input && { question: { selection: input.analysis.selection, model: input.analysis.model } },
    [input],
  );
  const influence = useExplored("influence", asked);
  return useMemo(() => {
    if (!input || !influence) return null;
    const rows = influence.studies.map((of) => ({ rowId: of.rowId, name: studyLabel(input.rows(of.rowId)), of }));
    return { input, influence, k: influence.overall?.k ?? 0, rows };
  }, [input, influence]);
}
