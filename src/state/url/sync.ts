import { NO_LENS } from "../../model/lens";
import { DEFAULT_LOOK } from "../../model/look";
import type { UserError } from "../../model/userError";
import type { AppState, Held } from "../appState";
import type { Correct, Loading } from "../loading";
import { defaultAsked } from "../selectors";
import type { AppStore } from "../store";
import { createAddressWriter } from "./addressWriter";
import { correct } from "./correct";
import { fromSearch, isEmbed, toSearch } from "./link";
import type { Linked } from "./params";

/** Values of one slider closer together than this are one step of the browser's history. */
const ONE_STEP_MS = 600;

const OWN = "own-";

/**
 * Ties the state to the address bar: the page opens what the address asks for, the address follows every change, and
 * Back and Forward lead through the changes. With `addressWriter.ts` the only file that touches `location` and `history`.
 */
export function syncUrl(store: AppStore, loading: Loading, defaultData: string): void {
  let following = false; // true while the state is being set from the address
  const written = createAddressWriter();
  const isFramed = isEmbed(location.search); // a frame's address stays what its host wrote
  let lastSlide = { column: null as string | null, at: 0 };

  const takeIn: Correct = (_, held) => {
    const { state, notices } = read(location.search, held);
    following = true;
    return { state, notices };
  };

  function open(): void {
    const id = new URLSearchParams(location.search).get("data") ?? defaultData;
    const { held, own } = store.getState();
    // A jump within the page is announced as a step through its history too.
    if (held && searchOf(store.getState(), held, defaultData) === location.search) return;
    const known = held?.key === id ? held : own.find((h) => h.key === id);
    if (known) follow(known);
    else if (id.startsWith(OWN)) void openDefault([notKept()]);
    else void loading.openBundled(id, takeIn).then(openDefaultIfEmpty);
  }

  function follow(held: Held): void {
    if (held !== store.getState().held) {
      loading.reopen(held, takeIn);
      return;
    }
    const { state, notices } = read(location.search, held);
    following = true;
    store.setState({ ...state, notices });
  }

  function openDefaultIfEmpty(): void {
    const { held, loading: busy } = store.getState();
    if (!held && !busy) void openDefault(store.getState().notices);
  }

  function openDefault(notices: readonly UserError[]): Promise<void> {
    return loading.openBundled(defaultData, (state) => ({ state, notices }));
  }

  store.subscribe((state, before) => {
    if (isFramed || !state.held || !changed(state, before)) return;
    const search = searchOf(state, state.held, defaultData);
    const isOpened = state.held !== before.held; // always a step of its own
    const slid = isOpened ? null : slidFilter(state, before);
    const isSlide = slid !== null && slid === lastSlide.column && performance.now() - lastSlide.at < ONE_STEP_MS;
    const replace = following || before.held === null || isSlide;
    following = false;
    lastSlide = { column: slid, at: performance.now() };
    written.add(search, replace);
    if (isOpened) written.flush();
  });
  addEventListener("popstate", () => {
    written.drop();
    open();
  });
  open();
}

/** The link to what is on the page now. */
export function linkTo(state: AppState, defaultData: string): string {
  const search = state.held ? searchOf(state, state.held, defaultData) : "";
  return location.origin + location.pathname + search;
}

/** Brings a dataset to what a link's search part asks for. */
export function linkedBy(search: string): Correct {
  return (_, held) => read(search, held);
}

/** The column of the range filter that is all that changed, else null. */
function slidFilter(state: AppState, before: AppState): string | null {
  const { filters } = state.selection;
  const was = before.selection.filters;
  const others = (
    ["outcome", "timepoint", "compareBy", "thenBy", "excluded", "hiddenComparators", "measure"] as const
  ).some((key) => state.selection[key] !== before.selection[key]);
  if (others || state.preset !== before.preset || state.custom !== before.custom || state.view !== before.view)
    return null;
  if (state.look !== before.look || state.lens !== before.lens) return null;
  const columns = [...new Set([...Object.keys(filters), ...Object.keys(was)])].filter((c) => filters[c] !== was[c]);
  const [column] = columns;
  const isRange = column !== undefined && [filters[column], was[column]].some((f) => f?.kind === "range");
  return columns.length === 1 && isRange ? column : null;
}

function changed(state: AppState, before: AppState): boolean {
  return (["held", "selection", "preset", "custom", "look", "lens", "view"] as const).some(
    (key) => state[key] !== before[key],
  );
}

function searchOf(state: AppState, held: Held, defaultData: string): string {
  return toSearch(held.key, state, defaultsOf(held), defaultData);
}

function read(search: string, held: Held): { state: Linked; notices: UserError[] } {
  const asked = fromSearch(search, defaultsOf(held));
  const corrected = correct(asked.state, held);
  return { state: corrected.state, notices: [...asked.notices, ...corrected.notices] };
}

function defaultsOf({ dataset }: Held): Linked {
  return { ...defaultAsked(dataset), look: DEFAULT_LOOK, lens: NO_LENS, view: "forest" };
}

function notKept(): UserError {
  return {
    code: "own-file-not-kept",
    message: "This link is about a file that was opened on this or another computer. Files are not stored or sent.",
    remedy: "Open the file again with “Open your data”.",
    where: {},
  };
}
