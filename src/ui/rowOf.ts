import type { Dataset } from "../model/descriptor";
import type { Row } from "../model/study";

type RowOf = (id: number) => Row;

const indexes = new WeakMap<Dataset, RowOf>();

/** The look-up from a row's id to the row, made once per dataset. It throws RangeError on an id that is not there. */
export function rowOf(dataset: Dataset): RowOf {
  const known = indexes.get(dataset);
  if (known) return known;
  const byId = new Map(dataset.rows.map((row) => [row.id, row]));
  const find = (id: number): Row => {
    const row = byId.get(id);
    if (!row) throw new RangeError(`the dataset has no row ${id}`);
    return row;
  };
  indexes.set(dataset, find);
  return find;
}
