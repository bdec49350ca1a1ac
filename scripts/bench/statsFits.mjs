import { makeStudies } from "./statsData.mjs";
import { startMetafor } from "./statsR.mjs";
import { duration, median, timeRow, withRange } from "./statsReport.mjs";
import { timer } from "./statsTimer.mjs";

const ROUNDS = 9;
const R_RUNS = 20; // about 60 ms, long against the clock of R
const GOAL_RATIO = 1000;
/** @type {import("../../src/model/poolingModel.ts").PoolingOptions} */
const OPTIONS = { method: "DL", test: "z", predint: "HTS", level: 0.95 };

/**
 * One fit of 23 studies by DL, PM and REML, in rounds that alternate with metafor's where R is there.
 * @param {import("./statsBundle.mjs").Stats} stats
 */
export async function fitRows({ pool }) {
  const studies = makeStudies(23);
  const metafor = await startMetafor(studies);
  const rows = [];
  for (const method of /** @type {const} */ (["DL", "PM", "REML"])) {
    const round = timer(() => pool(studies.yi, studies.vi, { ...OPTIONS, method }));
    await metafor?.time(method, R_RUNS); // warms R up
    const ours = [];
    const theirs = [];
    for (let i = 0; i < ROUNDS; i++) {
      if (metafor) theirs.push(await metafor.time(method, R_RUNS));
      ours.push(round());
    }
    const what = `One fit with CI, PI and heterogeneity, k = 23, ${method}`;
    rows.push(timeRow(what, ours, null), ratioRow(method, ours, theirs));
  }
  metafor?.stop();
  return { versions: metafor?.versions ?? "R or metafor is not there", rows };
}

/**
 * @param {string} method
 * @param {readonly number[]} ours
 * @param {readonly number[]} theirs in the same rounds; empty without R.
 * @returns {import("./statsReport.mjs").StatsRow}
 */
function ratioRow(method, ours, theirs) {
  const what = `– times as fast as metafor, ${method}`;
  if (theirs.length === 0) return { what, n: 0, result: "no R here", goal: null };
  const ratios = theirs.map((time, i) => time / /** @type {number} */ (ours[i]));
  const result = `${withRange(ratios, (ratio) => `${ratio.toFixed(0)}×`)}, metafor ${duration(median(theirs))}`;
  const met = median(ratios) >= GOAL_RATIO;
  return { what, n: ratios.length, result, goal: { text: `≥ ${GOAL_RATIO}×`, met } };
}
