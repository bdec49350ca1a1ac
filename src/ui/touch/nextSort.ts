import type { Sort } from "../../model/look";

/** What a reader wants to see the largest of. */
const LARGEST_FIRST: readonly string[] = ["weight", "n"];

/** The order after a press on a column's head: one way, then the other, then the order of the data. */
export function nextSort(sort: Sort | null, key: string): Sort | null {
  const descending = LARGEST_FIRST.includes(key);
  if (sort?.by !== key) return { by: key, descending };
  return sort.descending === descending ? { by: key, descending: !descending } : null;
}
