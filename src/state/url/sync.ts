import type { UserError } from "../../model/userError";
import type { AppState, Held } from "../appState";
import type { Keep } from "../keep/keep";
import type { Correct, Loading } from "../loading";
import type { Opening } from "../opening";
import type { AppStore } from "../store";
import { createAddressWriter } from "./addressWriter";
import { isEmbed } from "./link";
import { readLink } from "./linkedBy";
import { DATA } from "./linkTo";
import { searchOf } from "./searchOf";

/** Values of one slider closer together than this are one step of the browser's history. */
const ONE_STEP_MS = 600;

const OWN = "own-";

/**
 * Ties the state to the address bar: the page opens what the address asks for, the address follows every change, and
 * Back and Forward lead through the changes. With `addressWriter.ts` and `linkTo.ts` the only file that touches `location` and `history`.
 */
export function syncUrl(
  store: AppStore,
  loading: Loading,
  opening: () => Promise<Opening>,
  keep: () => Promise<Keep>,
  defaultData: string,
): void {
  let following = false; // true while the state is being set from the address
  const written = createAddressWriter();
  const isFramed = isEmbed(location.search); // a frame's address stays what its host wrote
  let lastSlide = { column: null as string | null, at: 0 };

  const takeIn: Correct = (_, held) => {
    const { state, notices } = readLink(location.search, held);
    following = true;
    return { state, notices };
  };

  function open(): void {
    if (location.hash.startsWith(DATA)) return void openCarried(location.hash.slice(DATA.length));
    const params = new URLSearchParams(location.search);
    const link = params.get("open");
    const id = params.get("data") ?? defaultData;
    const { held, own } = store.getState();
    // A jump within the page is announced as a step through its history too.
    if (held && searchOf(store.getState(), held, defaultData) === location.search) return;
    const isAsked = (h: Held) => (link === null ? h.key === id : h.link === link);
    const known = held && isAsked(held) ? held : own.find(isAsked);
    if (known) follow(known);
    else if (link !== null) void openLinked(link);
    else if (id.startsWith(OWN)) void openKept(id);
    else void openBundled(id, params.get("hash"));
  }

  /** @param hash of the rows that a link was made of, where it says so. */
  async function openBundled(id: string, hash: string | null): Promise<void> {
    await loading.openBundled(id, takeIn);
    openDefaultIfEmpty();
    if (hash !== null && store.getState().held?.key === id) await (await keep()).checkRows(hash);
  }

  async function openKept(key: string): Promise<void> {
    store.setState({ loading: key });
    const isOpen = await (await keep()).openKept(key, takeIn);
    if (!isOpen && store.getState().loading === key) await openDefault([notKept()]);
    else openDefaultIfEmpty();
  }

  /** The data are taken in once: what becomes of them is kept, and the address names it. */
  async function openCarried(text: string): Promise<void> {
    history.replaceState(null, "", location.pathname + location.search);
    await (await keep()).openCarried(text, takeIn);
    openDefaultIfEmpty();
  }

  function follow(held: Held): void {
    if (held !== store.getState().held) {
      loading.reopen(held, takeIn);
      return;
    }
    const { state, notices } = readLink(location.search, held);
    following = true;
    store.setState({ ...state, notices });
  }

  async function openLinked(link: string): Promise<void> {
    await (await opening()).openLinked(link, document.baseURI, takeIn);
    openDefaultIfEmpty();
  }

  function openDefaultIfEmpty(): void {
    const { held, loading: busy } = store.getState();
    if (!held && !busy) void openDefault(store.getState().notices);
  }

  function openDefault(notices: readonly UserError[]): Promise<void> {
    return loading.openBundled(defaultData, (state) => ({ state, notices }));
  }

  store.subscribe((state, before) => {
    const { held } = state;
    if (isFramed || !held || !changed(state, before)) return;
    const isOpened = held !== before.held; // always a step of its own
    const slid = isOpened ? null : slidFilter(state, before);
    const isSlide = slid !== null && slid === lastSlide.column && performance.now() - lastSlide.at < ONE_STEP_MS;
    const replace = following || before.held === null || isSlide;
    following = false;
    lastSlide = { column: slid, at: performance.now() };
    written.add(() => searchOf(state, held, defaultData), replace);
    if (isOpened) written.flush();
  });
  addEventListener("popstate", () => {
    written.drop();
    open();
  });
  open();
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

function notKept(): UserError {
  return {
    code: "own-data-not-here",
    message:
      "This link is about someone’s own data, which are kept in the browser where they were opened, not in this one.",
    remedy:
      "Ask the sender for a link with the data or for the project file (“Share”), or open the file of the data here.",
    where: {},
  };
}
