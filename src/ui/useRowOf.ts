import { useMemo } from "react";
import type { Row } from "../model/study";
import type { Held } from "../state/appState";

/** The look-up from a row's id to the row. @throws RangeError on an id that the dataset does not have. */
export function useRowOf(held: Held | null): (id: number) => Row {
  return useMemo(() => {
    const byId = new Map(held?.dataset.rows.map((row) => [row.id, row]));
    return (id) => {
      const row = byId.get(id);
      if (!row) throw new RangeError(`the dataset has no row ${id}`);
      return row;
    };
  }, [held]);
}
