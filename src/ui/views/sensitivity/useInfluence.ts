import { useMemo } from "react";
import type { AskedOf } from "../../../model/exploration";
import { useExplored } from "../../useExplored";
import type { FoundInfluence } from "./foundInfluence";
import { usePartInput } from "./partInput";

/** The present answer with how far it rests on single studies; null until both are there. */
export function useInfluence(): FoundInfluence | null {
  const input = usePartInput();
  const asked = useMemo<AskedOf<"influence"> | null>(
    () => input && { question: { selection: input.analysis.selection, model: input.analysis.model } },
    [input],
  );
  const influence = useExplored("influence", asked);
  return useMemo(() => input && influence && { input, influence }, [input, influence]);
}

/** Studies in the result; 0 where nothing is pooled. */
export function pooledCount({ influence }: FoundInfluence): number {
  return influence.overall?.k ?? 0;
}
