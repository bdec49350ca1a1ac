// What is measured in the Sensitivity tab, by functions that run in the page and hence know nothing of this file.

/**
 * Runs in the page: puts each of so many studies out and in again.
 * @param {number} studies
 */
export async function putOutAndIn(studies) {
  const { bench } = /** @type {Window & { bench: import("./inPage.mjs").Bench }} */ (/** @type {unknown} */ (window));
  for (const study of bench.studies().slice(0, studies)) {
    for (const _ of ["out", "in"]) {
      const isPainted = bench.nextMeasure("understory:change");
      study.click();
      await isPainted;
      await bench.pause(50);
    }
  }
}

/**
 * Runs in the page: milliseconds from each Undo until the last change of the verdict's words is painted, but for those
 * on subsets, which have a row of their own.
 * @param {number} settledMs
 */
export async function undoToVerdict(settledMs) {
  const { bench } = /** @type {Window & { bench: import("./inPage.mjs").Bench }} */ (/** @type {unknown} */ (window));
  const verdict = bench.need('section[aria-label="Does the conclusion survive?"]');
  const undo = bench.need('button[aria-label="Undo"]');
  const times = [];
  while (undo.getAttribute("aria-disabled") !== "true") {
    const since = performance.now();
    let told = since; // all but the subsets
    let changed = since;
    const observer = new MutationObserver(async (changes) => {
      const isSubsets = changes.every(({ target }) => isOnSubsets(target));
      await bench.painted();
      changed = performance.now();
      if (!isSubsets) told = changed;
    });
    observer.observe(verdict, { subtree: true, childList: true, characterData: true });
    undo.click();
    while (told === since || performance.now() - changed < settledMs) {
      await bench.pause(50);
      if (performance.now() - since > 10_000) throw new Error("the verdict stayed as it was, or does not come to rest");
    }
    observer.disconnect();
    times.push(told - since);
  }
  return times.slice(4); // the first ones only warm up

  /** @param {Node} changed */
  function isOnSubsets(changed) {
    const title = changed.parentElement?.closest("dl > div")?.querySelector("dt")?.textContent;
    return title?.startsWith("Do fewer") ?? false;
  }
}

/** Runs in the page: whether the density of all subsets is there once it was scrolled to. */
export async function scrollToSubsets() {
  const { bench } = /** @type {Window & { bench: import("./inPage.mjs").Bench }} */ (/** @type {unknown} */ (window));
  const part = 'section[aria-label="Every subset"]';
  for (let step = 0; step < 20 && !document.querySelector(part); step++) {
    scrollBy(0, 300);
    await bench.pause(300);
  }
  for (let wait = 0; wait < 100 && !document.querySelector(`${part} canvas`); wait++) await bench.pause(200);
  document.querySelector(part)?.scrollIntoView();
  await bench.pause(2000);
  return document.querySelector(`${part} canvas`) !== null;
}

/**
 * Runs in the page: milliseconds from each Undo that puts a study out until the density is painted, as the page
 * measures it; nothing where it measures none.
 * @param {number} settledMs
 */
export async function undoToDensity(settledMs) {
  const { bench } = /** @type {Window & { bench: import("./inPage.mjs").Bench }} */ (/** @type {unknown} */ (window));
  const undo = bench.need('button[aria-label="Undo"]');
  const times = [];
  for (let i = 0; i < 10; i++) {
    for (const isOut of [true, false]) {
      const late = bench.pause(15_000).then(() => null);
      const density = bench.nextMeasure("understory:gosh");
      undo.click();
      const time = await Promise.race([density, late]);
      if (time === null) return [];
      if (isOut && i > 0) times.push(time); // the first only warms up
      await bench.pause(settledMs);
    }
  }
  return times;
}
