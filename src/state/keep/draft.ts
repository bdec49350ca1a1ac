import { NO_LENS } from "../../model/lens";
import { DEFAULT_LOOK } from "../../model/look";
import type { OwnData, TidyTable } from "../../model/ownData";
import type { AppState, Held } from "../appState";
import { toSearch } from "../url/link";
import { defaultsOf, searchOf } from "../url/searchOf";
import type { KeptEntry } from "./keepStore";

/** The reader's data as they are on the page now, with what is asked of them. */
export interface Draft {
  readonly own: OwnData;
  readonly search: string;
  readonly pinned: string | null;
}

/** What is to be kept of the page; null while a dataset of the site is open. */
export function draftOf(state: AppState, defaultData: string): Draft | null {
  const { held, pinned } = state;
  if (!held?.own) return null;
  return {
    own: held.own,
    search: searchOf(state, held, defaultData),
    pinned: pinned && pinnedSearch(held, pinned.analysis, defaultData),
  };
}

function pinnedSearch(
  held: Held,
  { selection, model }: NonNullable<AppState["pinned"]>["analysis"],
  defaultData: string,
): string {
  const asked = { selection, preset: "custom" as const, custom: model };
  const linked = { ...asked, look: DEFAULT_LOOK, lens: NO_LENS, view: "forest" as const };
  return toSearch(held.key, linked, defaultsOf(held), defaultData);
}

/** The draft as a list of kept data knows it. */
export function entryOf({ own, search, pinned }: Draft): Omit<KeptEntry, "revision"> {
  const { id, name, fileName, format, table } = own;
  return {
    ...{ id, name, fileName, format, search, pinned },
    rows: table.rows.length,
    bytes: bytesOf(table),
    updatedAt: Date.now(),
  };
}

/** Cells and what separates them; writing the table as text, only to count it, would take a second for a large one. */
function bytesOf({ header, rows }: TidyTable): number {
  let bytes = 0;
  for (const line of [header, ...rows]) for (const cell of line) bytes += cell.length + 1;
  return bytes;
}
