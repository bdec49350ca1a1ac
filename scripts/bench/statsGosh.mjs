import { Worker } from "node:worker_threads";
import { makeStudies } from "./statsData.mjs";
import { timeRow } from "./statsReport.mjs";

/** @typedef {import("../../src/stats/index.ts").GoshRequest} GoshRequest */
/** @typedef {import("../../src/stats/index.ts").GoshCounts} GoshCounts */
/** @typedef {(request: GoshRequest) => Promise<GoshCounts>} Gosh */

/**
 * All subsets of 23 studies on two worker threads, and of 20 on one.
 * @param {import("./statsBundle.mjs").Stats} stats
 * @param {string} address of the bundle.
 */
export async function goshRows(stats, address) {
  const two = [startWorker(address), startWorker(address)];
  /** @param {Worker[]} workers @returns {Gosh} */
  const on = (workers) => async (request) => {
    const [whole, ...others] = await Promise.all(
      workers.map((worker, index) => countPart(worker, request, { index, of: workers.length })),
    );
    if (!whole) throw new RangeError("gosh on no worker");
    for (const other of others) stats.mergeCounts(whole, other);
    return whole;
  };
  const rows = [
    await goshRow("EE", 23, 15, 80, on(two), stats),
    await goshRow("DL", 23, 15, 250, on(two), stats),
    await goshRow("REML", 23, 3, 10_000, on(two), stats),
    await goshRow("DL", 20, 15, 33, on(two.slice(0, 1)), stats),
  ];
  await Promise.all(two.map((worker) => worker.terminate()));
  return rows;
}

/**
 * @param {"EE" | "DL" | "REML"} method
 * @param {number} k
 * @param {number} rounds
 * @param {number} goal in milliseconds.
 * @param {Gosh} gosh
 * @param {import("./statsBundle.mjs").Stats} stats
 */
async function goshRow(method, k, rounds, goal, gosh, { goshAxes }) {
  /** @param {number} studies @returns {GoshRequest} */
  const requestOf = (studies) => {
    const { yi, vi } = makeStudies(studies);
    return { yi, vi, model: { method, spread: "I2" }, ...goshAxes(yi, "I2") };
  };
  for (const warmUp of [16, 18, Math.min(k, 20)]) await gosh(requestOf(warmUp));
  const times = [];
  let counted = 0;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    const { joint } = await gosh(requestOf(k));
    times.push(performance.now() - start);
    counted = joint.reduce((sum, count) => sum + count, 0);
  }
  const dropped = 2 ** k - 1 - counted;
  const threads = k === 23 ? "two threads" : "one thread";
  const subsets = (2 ** k - 1).toLocaleString("en");
  return timeRow(`GOSH, k = ${k}, ${subsets} subsets, ${method}, ${threads}; dropped: ${dropped}`, times, goal);
}

/** @param {string} address */
function startWorker(address) {
  return new Worker(new URL("statsGoshWorker.mjs", import.meta.url), { workerData: address });
}

/**
 * @param {Worker} worker
 * @param {GoshRequest} request
 * @param {import("../../src/stats/index.ts").Part} part
 * @returns {Promise<GoshCounts>}
 */
function countPart(worker, request, part) {
  return new Promise((resolve, reject) => {
    worker.once("error", reject);
    worker.once("message", (counts) => {
      worker.off("error", reject);
      resolve(counts);
    });
    worker.postMessage({ request, part });
  });
}
