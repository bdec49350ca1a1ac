import { cpus, loadavg } from "node:os";
import process from "node:process";

/** @typedef {{ of: "median" | "p95", atMost: number }} Goal */
/** @typedef {{ what: string, values: readonly number[], goal: Goal | null, unit: string }} Measured */
/** @typedef {{ what: string, missing: string }} Missing Why there is no measurement. */
/** @typedef {Measured | Missing} Row */

/**
 * A row of the table; milliseconds unless said otherwise.
 * @param {string} what
 * @param {readonly number[]} values
 * @param {Goal | null} goal
 * @param {string} unit
 * @returns {Row}
 */
export function row(what, values, goal, unit = "ms") {
  return { what, values, goal, unit };
}

/**
 * The table of all measurements, in Markdown, with the machine and the day that they belong to.
 * @param {string} chromiumVersion
 * @param {readonly Row[]} rows
 */
export function report(chromiumVersion, rows) {
  const processors = cpus();
  return [
    "# Benchmark",
    "",
    "Written by `npm run bench`: the production build, headless, frame limit off, so no wait for the next frame is counted.",
    "",
    `- Day: ${new Date().toISOString().slice(0, 10)}`,
    `- Machine: ${processors.length} × ${processors[0]?.model.trim() ?? "unknown"}, ${process.platform}`,
    `- Chromium ${chromiumVersion}, Node ${process.versions.node}`,
    `- Processes that wanted a processor in the last minute: ${loadavg()[0]?.toFixed(1)}; this benchmark wants about two`,
    "",
    "| what | n | median | 95th percentile | goal |",
    "| --- | ---: | ---: | ---: | --- |",
    ...rows.map(tableRow),
    "",
  ].join("\n");
}

/** @param {Row} measured */
function tableRow(measured) {
  if ("missing" in measured) return `| ${measured.what} | 0 | – | – | ${measured.missing} |`;
  const { what, values, goal, unit } = measured;
  const middle = quantile(values, 0.5);
  const p95 = quantile(values, 0.95);
  const verdict = goal ? verdictOf(goal, goal.of === "median" ? middle : p95, values.length, unit) : "–";
  const late = values.length === 1 ? "–" : written(p95, unit);
  return `| ${what} | ${values.length} | ${written(middle, unit)} | ${late} | ${verdict} |`;
}

/** @param {Goal} goal @param {number} reached @param {number} n @param {string} unit */
function verdictOf({ of, atMost }, reached, n, unit) {
  const limit = `≤ ${atMost} ${unit}`.trim();
  return `${n === 1 ? "" : `${of} `}${limit}: ${reached <= atMost ? "met" : "missed"}`;
}

/** @param {number} value @param {string} unit */
function written(value, unit) {
  return `${Number.isInteger(value) && unit !== "ms" ? value : value.toFixed(1)} ${unit}`.trim();
}

/**
 * The nearest-rank quantile: a time that was really measured, never one between two.
 * @param {readonly number[]} times
 * @param {number} p from 0 to 1.
 */
export function quantile(times, p) {
  const sorted = times.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)];
  if (value === undefined) throw new RangeError("No times were measured");
  return value;
}
