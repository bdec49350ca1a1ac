import type { Held } from "../../state/appState";
import { keyOf } from "../../state/keep/heldAs";
import type { KeptEntry } from "../../state/keep/keepStore";

/** One of the reader's datasets as a list shows it. */
export interface ListedData {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly fileName: string;
  readonly format: string;
  readonly rows: number;
  /** null for data that are open but not kept. */
  readonly kept: { readonly bytes: number; readonly updatedAt: number } | null;
}

/** What is kept, and after it what is open in this page alone. */
export function listedData(kept: readonly KeptEntry[], own: readonly Held[]): readonly ListedData[] {
  const open = own.flatMap(({ own: data }) => (data && kept.every(({ id }) => id !== data.id) ? [data] : []));
  return [
    ...kept.map(({ id, name, fileName, format, rows, bytes, updatedAt }) => ({
      ...{ key: keyOf(id), id, name, fileName, format, rows },
      kept: { bytes, updatedAt },
    })),
    ...open.map(({ id, name, fileName, format, table }) => ({
      ...{ key: keyOf(id), id, name, fileName, format },
      rows: table.rows.length,
      kept: null,
    })),
  ];
}
