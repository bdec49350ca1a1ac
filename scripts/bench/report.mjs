import { cpus } from "node:os";
import process from "node:process";

/** @typedef {{ what: string, times: number[], goal: number | null }} Row times in ms; `goal` is for the 95th percentile. */

/**
 * The table of all measurements, in Markdown, with the machine and the day that they belong to.
 * @param {string} chromiumVersion
 * @param {Row[]} rows
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
    "",
    "| what | n | median, ms | 95th percentile, ms | goal |",
    "| --- | ---: | ---: | ---: | --- |",
    ...rows.map(tableRow),
    "",
  ].join("\n");
}

/** @param {Row} row */
function tableRow({ what, times, goal }) {
  const p95 = quantile(times, 0.95);
  const verdict = goal === null ? "–" : `≤ ${goal}: ${p95 <= goal ? "met" : "missed"}`;
  return `| ${what} | ${times.length} | ${quantile(times, 0.5).toFixed(1)} | ${p95.toFixed(1)} | ${verdict} |`;
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
