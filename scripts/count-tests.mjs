// Prints how many unit and end-to-end tests the last `npm test` passed and failed: "N passed, N failed".
//   node scripts/count-tests.mjs STATUS    where STATUS is the exit status of npm test
import { existsSync, readFileSync } from "node:fs";
import process from "node:process";

/** @type {{ numPassedTests: number, numFailedTests: number } | null} */
const unit = readReport("unit.json");
/** @type {{ stats: { expected: number, unexpected: number, flaky: number } } | null} */
const e2e = readReport("e2e.json");

const passed = (unit?.numPassedTests ?? 0) + (e2e?.stats.expected ?? 0);
let failed = (unit?.numFailedTests ?? 0) + (e2e ? e2e.stats.unexpected + e2e.stats.flaky : 0);
// A type error, a lint finding or a crash ends npm test without a failed test, and is no pass either.
if (process.argv[2] !== "0" && failed === 0) {
  console.log("npm test ended at a step that is not a test: counted as one failure.");
  failed = 1;
}
console.log(`${passed} passed, ${failed} failed`);

/** @param {string} name */
function readReport(name) {
  const path = `node_modules/.tmp/${name}`;
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : null;
}
