import { columnKey } from "../tidy";

/** What a mapping is remembered under: the same for files whose columns have the same names in the same order. */
export function mappingKey(header: readonly string[]): string {
  return JSON.stringify(header.map(columnKey));
}
