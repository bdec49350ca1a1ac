import { withBenchPage } from "./benchPage.mjs";
import { row } from "./report.mjs";

const PLAN = { moves: 60, warmUp: 10, pauseMs: 30 };

/**
 * From a move of the pointer to another row until that row is painted as lit.
 * @param {import("@playwright/test").Browser} browser
 * @param {string} address
 */
export async function hoverRows(browser, address) {
  const times = await withBenchPage(browser, address, 23, (page) => page.evaluate(moveAndMeasure, PLAN));
  return [row("Pointer to another row, to the lit row painted, k = 23", times, null)];
}

/**
 * Runs in the page.
 * @param {typeof PLAN} plan
 */
async function moveAndMeasure({ moves, warmUp, pauseMs }) {
  const { bench } = /** @type {Window & { bench: import("./inPage.mjs").Bench }} */ (/** @type {unknown} */ (window));
  const figure = bench.need("figure");
  const studies = bench.studies();
  const times = [];
  for (let i = 0; i < warmUp + moves; i++) {
    const box = studies[i % studies.length]?.getBoundingClientRect();
    if (!box) throw new Error("no study is drawn");
    const [clientX, clientY] = [box.right + 100, (box.top + box.bottom) / 2];
    const since = performance.now();
    figure.dispatchEvent(new PointerEvent("pointermove", { bubbles: true, clientX, clientY }));
    await bench.painted();
    const time = performance.now() - since;
    if (!isLit(clientY)) throw new Error(`row ${i % studies.length} was not lit in the next frame`);
    if (i >= warmUp) times.push(time);
    await bench.pause(pauseMs);
  }
  return times;

  /** @param {number} y */
  function isLit(y) {
    return [...figure.querySelectorAll(":scope > div[data-marks]")].some((lit) => {
      const { top, bottom } = lit.getBoundingClientRect();
      return top <= y && y <= bottom;
    });
  }
}
