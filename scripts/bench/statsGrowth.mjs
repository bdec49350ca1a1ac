import { makeStudies } from "./statsData.mjs";
import { duration, median, timeRow } from "./statsReport.mjs";
import { timer, times } from "./statsTimer.mjs";

const ROUNDS = 15;
const FEW = 100;
const MANY = 10_000;
const GOAL = 1.05;

/**
 * How the time of every estimator of tau² grows with the studies, as the exponent of k; and REML's own time.
 * @param {import("./statsBundle.mjs").Stats} stats
 */
export function growthRows({ TAU2 }) {
  const few = makeStudies(FEW);
  const many = makeStudies(MANY);
  const rows = [];
  for (const [method, estimate] of Object.entries(TAU2)) {
    if (method === "EE") continue; // nothing is estimated
    const ofFew = timer(() => estimate(few.yi, few.vi));
    const ofMany = timer(() => estimate(many.yi, many.vi));
    // Rounds of both in turn, so that both meet the same machine.
    rows.push(
      exponentRow(
        method,
        Array.from({ length: ROUNDS }, () => ({ few: ofFew(), many: ofMany() })),
      ),
    );
  }
  return [
    ...rows,
    timeRow(
      "tau² by REML, k = 10,000",
      times(() => TAU2.REML(many.yi, many.vi)),
      1,
    ),
  ];
}

/**
 * @param {string} method
 * @param {readonly { few: number, many: number }[]} rounds in milliseconds.
 * @returns {import("./statsReport.mjs").StatsRow}
 */
function exponentRow(method, rounds) {
  const exponent = median(rounds.map(({ few, many }) => Math.log(many / few) / Math.log(MANY / FEW)));
  const [few, many] = [median(rounds.map((round) => round.few)), median(rounds.map((round) => round.many))];
  return {
    what: `tau² by ${method}, growth from k = 100 to 10,000`,
    n: rounds.length,
    result: `k^${exponent.toFixed(2)}: ${duration(few)} to ${duration(many)}`,
    goal: { text: `≤ k^${GOAL}`, met: exponent <= GOAL },
  };
}
