import { cpus, loadavg } from "node:os";
import process from "node:process";

/** @typedef {{ text: string, met: boolean }} Goal */
/** @typedef {{ what: string, n: number, result: string, goal: Goal | null }} StatsRow */

/**
 * The table of all measurements, in Markdown, with the machine and the day that they belong to.
 * @param {string} metafor its versions, or why it was not there.
 * @param {StatsRow[]} rows
 */
export function statsReport(metafor, rows) {
  const processors = cpus();
  return [
    "# Benchmark of the statistics",
    "",
    "Written by `npm run bench:stats`: the bundled statistics in Node, warmed up. Medians of n rounds, with their range.",
    "A fit gives what `predict(rma())` gives; R does more besides, such as checks and fit statistics, and keeps each",
    "result of an analysis as an object.",
    "",
    `- Day: ${new Date().toISOString().slice(0, 10)}`,
    `- Machine: ${processors.length} × ${processors[0]?.model.trim() ?? "unknown"}, ${process.platform}`,
    `- Node ${process.versions.node}; ${metafor}`,
    `- Processes that wanted a processor in the last minute: ${loadavg()[0]?.toFixed(1)}; this benchmark wants up to two`,
    "",
    "| what | n | result | goal |",
    "| --- | ---: | ---: | --- |",
    ...rows.map(({ what, n, result, goal }) => `| ${what} | ${n} | ${result} | ${verdict(goal)} |`),
    "",
  ].join("\n");
}

/** @param {Goal | null} goal */
function verdict(goal) {
  return goal === null ? "–" : `${goal.text}: ${goal.met ? "met" : "missed"}`;
}

/**
 * A row whose result is a time, as its median and range; the goal is for the median.
 * @param {string} what
 * @param {readonly number[]} times in milliseconds.
 * @param {number | null} goal in milliseconds.
 * @returns {StatsRow}
 */
export function timeRow(what, times, goal) {
  const met = goal !== null && median(times) <= goal;
  return {
    what,
    n: times.length,
    result: withRange(times, duration),
    goal: goal === null ? null : { text: `≤ ${duration(goal)}`, met },
  };
}

/**
 * The median with its range, in words of the given kind.
 * @param {readonly number[]} values
 * @param {(value: number) => string} write
 */
export function withRange(values, write) {
  return `${write(median(values))} [${write(Math.min(...values))} to ${write(Math.max(...values))}]`;
}

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[sorted.length >> 1];
  const lower = sorted[(sorted.length - 1) >> 1];
  if (upper === undefined || lower === undefined) throw new RangeError("Nothing was measured");
  return (lower + upper) / 2;
}

/**
 * A time with three digits, in the unit that suits it.
 * @param {number} ms
 */
export function duration(ms) {
  if (ms >= 1000) return `${digits(ms / 1000)} s`;
  return ms >= 0.1 ? `${digits(ms)} ms` : `${digits(1000 * ms)} µs`;
}

/** @param {number} value */
function digits(value) {
  return value >= 100 ? value.toFixed(0) : `${Number(value.toPrecision(3))}`;
}
