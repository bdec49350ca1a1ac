/** @typedef {ReturnType<typeof installBench>} Bench What the measuring functions find in the page as `window.bench`. */

/** Runs in the page before anything else of it, so that nothing of the measuring has to be sent while it draws. */
export function installBench() {
  const bench = {
    /**
     * The duration of the page's next performance measure of that name.
     * @param {string} name
     * @returns {Promise<number>}
     */
    nextMeasure(name) {
      return new Promise((resolve) => {
        const observer = new PerformanceObserver((list) => {
          const [entry] = list.getEntriesByName(name);
          if (!entry) return;
          observer.disconnect();
          resolve(entry.duration);
        });
        observer.observe({ type: "measure" });
      });
    },

    /**
     * Resolves once the next frame is on its way to the screen: a message from a frame callback arrives after it.
     * @returns {Promise<void>}
     */
    painted() {
      return new Promise((resolve) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            port1.close();
            resolve();
          };
          port2.postMessage(null);
        });
      });
    },

    /** @param {number} ms @returns {Promise<void>} */
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),

    /**
     * The element that the page must have.
     * @param {string} selector
     * @returns {HTMLElement}
     */
    need(selector) {
      const element = document.querySelector(selector);
      if (!(element instanceof HTMLElement)) throw new Error(`the page has no ${selector}`);
      return element;
    },

    /**
     * Checkboxes of the studies that are drawn.
     * @returns {readonly HTMLInputElement[]}
     */
    studies: () => [...document.querySelectorAll("input[data-row]")].filter((box) => box instanceof HTMLInputElement),
  };
  return Object.assign(window, { bench }).bench;
}
