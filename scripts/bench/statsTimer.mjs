// A timer of our own: rounds must alternate with those of another program, which no benchmark library offers.
const WARM_UP_MS = 200;
const ROUND_MS = 20; // long against the clock's step and a pause of the collector

/**
 * Prepares a function to be timed: warms it up, and finds how many runs make a round.
 * @param {() => unknown} run
 * @returns {() => number} times one round, in milliseconds per run.
 */
export function timer(run) {
  const start = performance.now();
  let runs = 0;
  for (; runs === 0 || performance.now() - start < WARM_UP_MS; runs++) run();
  const perRound = Math.max(1, Math.ceil((ROUND_MS * runs) / (performance.now() - start)));
  return () => {
    const from = performance.now();
    for (let i = 0; i < perRound; i++) run();
    return (performance.now() - from) / perRound;
  };
}

/**
 * Milliseconds per run in each of `rounds` rounds.
 * @param {() => unknown} run
 */
export function times(run, rounds = 15) {
  const round = timer(run);
  return Array.from({ length: rounds }, round);
}
