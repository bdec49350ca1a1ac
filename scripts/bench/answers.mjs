import { withBenchPage } from "./benchPage.mjs";
import { row } from "./report.mjs";

const PLAN = { questions: 12, rounds: 5, pauseMs: 30 };

/**
 * From a question to the worker until its answer is back, while nothing is drawn: the questions of twelve presses are
 * kept and then asked again, one by one, on a page that rests.
 * @param {import("@playwright/test").Browser} browser
 * @param {string} address
 */
export async function answerRows(browser, address) {
  const times = await withBenchPage(browser, address, 23, (page) => page.evaluate(askAgain, PLAN), recordQuestions);
  return [row("Question to the worker’s answer, page at rest, k = 23", times, { of: "p95", atMost: 2 })];
}

/** @typedef {{ id: string, path?: readonly string[] }} Message A request as Comlink sends it. */
/** @typedef {{ worker: Worker | null, questions: Message[] }} Recorded */

/** Runs in the page before its own scripts: keeps the pooling worker and the questions that it is asked. */
function recordQuestions() {
  /** @type {Recorded} */
  const recorded = { worker: null, questions: [] };
  const send = Worker.prototype.postMessage;
  /** @this {Worker} @param {[Message, ...unknown[]]} args */
  function sendAndKeep(...args) {
    const [message] = args;
    if (message.path?.[0] === "answer") {
      recorded.worker = this;
      recorded.questions.push(structuredClone(message));
    }
    Reflect.apply(send, this, args);
  }
  Worker.prototype.postMessage = sendAndKeep;
  Object.assign(window, { recorded });
}

/**
 * Runs in the page.
 * @param {typeof PLAN} plan
 */
async function askAgain({ questions, rounds, pauseMs }) {
  const { bench, recorded } = /** @type {Window & { bench: import("./inPage.mjs").Bench, recorded: Recorded }} */ (
    /** @type {unknown} */ (window)
  );
  for (const study of bench.studies().slice(0, questions)) {
    const isPainted = bench.nextMeasure("understory:change");
    study.click();
    await isPainted;
    await bench.pause(200);
  }
  const { worker } = recorded;
  if (!worker) throw new Error("no worker was asked");
  const asked = recorded.questions.slice(-questions);
  const times = [];
  for (let i = -asked.length; i < rounds * asked.length; i++) {
    const message = asked[(i + asked.length) % asked.length];
    const time = await answered(worker, { ...message, id: `bench-${i}` });
    if (i >= 0) times.push(time); // the first round only warms up
    await bench.pause(pauseMs);
  }
  return times;

  /** @param {Worker} pool @param {Message} message @returns {Promise<number>} */
  function answered(pool, message) {
    return new Promise((resolve) => {
      const hear = (/** @type {MessageEvent<Message>} */ { data }) => {
        if (data.id !== message.id) return;
        resolve(performance.now() - since);
        pool.removeEventListener("message", hear);
      };
      pool.addEventListener("message", hear);
      const since = performance.now();
      pool.postMessage(message);
    });
  }
}
