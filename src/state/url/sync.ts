import type { UserError } from "../../model/userError";
import type { AppState, Held } from "../appState";
import type { Correct, Loading } from "../loading";
import { defaultAsked } from "../selectors";
import type { AppStore } from "../store";
import { correct } from "./correct";
import { fromSearch, toSearch } from "./link";
import type { Linked } from "./params";

/** Changes closer together than this are one step of the browser's history: the drag of a slider, not its every value. */
const ONE_STEP_MS = 600;

const OWN = "own-";

/**
 * Ties the state to the address bar: the page opens what the address asks for, the address follows every change, and
 * Back and Forward lead through the changes. The only file that touches `location` and `history`.
 */
export function syncUrl(store: AppStore, loading: Loading, defaultData: string): void {
  let following = false; // true while the state is being set from the address
  let lastStep = Number.NEGATIVE_INFINITY;

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
    if (!state.held || !changed(state, before)) return;
    const search = searchOf(state, state.held, defaultData);
    const isOpened = state.held !== before.held; // always a step of its own
    const isSlide = !isOpened && performance.now() - lastStep < ONE_STEP_MS;
    const replace = following || before.held === null || isSlide;
    following = false;
    lastStep = isOpened ? Number.NEGATIVE_INFINITY : performance.now();
    if (search === location.search) return;
    const url = location.pathname + search + location.hash;
    if (replace) history.replaceState(null, "", url);
    else history.pushState(null, "", url);
  });
  addEventListener("popstate", open);
  open();
}

/** The link to what is on the page now. */
export function linkTo(state: AppState, defaultData: string): string {
  const search = state.held ? searchOf(state, state.held, defaultData) : "";
  return location.origin + location.pathname + search;
}

function changed(state: AppState, before: AppState): boolean {
  return (["held", "selection", "preset", "custom", "view"] as const).some((key) => state[key] !== before[key]);
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
  return { ...defaultAsked(dataset), view: "forest" };
}

function notKept(): UserError {
  return {
    code: "own-file-not-kept",
    message: "This link is about a file that was opened on this or another computer. Files are not stored or sent.",
    remedy: "Open the file again with “Open your data”.",
    where: {},
  };
}
