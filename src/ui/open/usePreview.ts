import { useEffect, useState } from "react";
import type { Mapping } from "../../model/mapping";
import type { Mapped } from "../../worker/import/protocol";
import { useServices } from "../appContext";

/** Long enough that a word typed is read once. */
const RESTED_MS = 150;

interface Shown {
  readonly mapped: Mapped;
  /** What it is the preview of. */
  readonly mapping: Mapping;
}

/** What a mapping comes to; while the present one is being read, what the one before came to. */
export function usePreview(
  table: string,
  mapping: Mapping,
): { readonly mapped: Mapped | null; readonly isOf: boolean } {
  const { opening } = useServices();
  const [shown, setShown] = useState<Shown | null>(null);
  const isFirst = shown === null;
  useEffect(() => {
    let isWanted = true;
    const timer = setTimeout(
      () => {
        void opening()
          .then((o) => o.preview(mapping, table))
          .then((mapped) => {
            if (isWanted) setShown({ mapped, mapping });
          });
      },
      isFirst ? 0 : RESTED_MS,
    );
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [opening, mapping, table, isFirst]);
  return { mapped: shown?.mapped ?? null, isOf: shown?.mapping === mapping };
}
