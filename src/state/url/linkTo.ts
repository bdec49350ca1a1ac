import type { AppState } from "../appState";
import { searchOf } from "./searchOf";

/** What follows it in the fragment is the reader’s data themselves. */
export const DATA = "#data=";

/** The link to what is on the page now. @param carried the data themselves, as text for the fragment. */
export function linkTo(state: AppState, defaultData: string, carried?: string): string {
  const search = state.held ? searchOf(state, state.held, defaultData) : "";
  return location.origin + location.pathname + search + (carried === undefined ? "" : DATA + carried);
}

/** The same to a dataset of the site, with which rows it was made of. @param hash first digits of their SHA-256. */
export function linkWithHash(state: AppState, defaultData: string, hash: string): string {
  const link = new URL(linkTo(state, defaultData));
  link.searchParams.set("hash", hash);
  return link.href;
}
