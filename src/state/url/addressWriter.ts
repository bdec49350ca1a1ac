/**
 * By then most changes have been drawn, also those that wait for a count of subsets. An idle callback alone comes too
 * early, between the answer and its painting.
 */
const DRAWING_MS = 80;
/** At the latest so long after that a step is in the address bar, however busy the page is. */
const LATEST_MS = 100;

interface AddressWriter {
  /** @param search is asked for only when it is written: it takes as long as laying out a plot. */
  add(search: () => string, replace: boolean): void;
  /** Writes at once what waits. */
  flush(): void;
  /** Forgets what waits: the reader has gone elsewhere in the history. */
  drop(): void;
}

interface Step {
  readonly search: () => string;
  readonly replace: boolean;
}

/**
 * Writes steps into the browser's history once the page has drawn them: a step costs the browser several milliseconds,
 * which a plot that moves under the reader's finger needs for itself. Steps keep their order, and none is lost when the
 * page is left.
 */
export function createAddressWriter(): AddressWriter {
  let waiting: Step[] = [];

  function write(): void {
    const steps = waiting;
    waiting = [];
    for (const { search: searchOf, replace } of steps) {
      const search = searchOf();
      if (search === location.search) continue;
      const url = location.pathname + search + location.hash;
      if (replace) history.replaceState(null, "", url);
      else history.pushState(null, "", url);
    }
  }

  addEventListener("pagehide", write);
  return {
    add(search, replace) {
      if (waiting.length === 0) setTimeout(whenIdle, DRAWING_MS, write);
      waiting.push({ search, replace });
    },
    flush: write,
    drop() {
      waiting = [];
    },
  };
}

function whenIdle(act: () => void): void {
  if ("requestIdleCallback" in window) requestIdleCallback(act, { timeout: LATEST_MS });
  else act();
}
