// Measures the statistics, beside R's metafor where that is there, prints one table and keeps it in bench/stats.md.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundleStats } from "./statsBundle.mjs";
import { fitRows } from "./statsFits.mjs";
import { goshRows } from "./statsGosh.mjs";
import { growthRows } from "./statsGrowth.mjs";
import { modelRows } from "./statsModels.mjs";
import { statsReport } from "./statsReport.mjs";
import { sensitivityRows } from "./statsSensitivity.mjs";

const address = await bundleStats();
/** @type {import("./statsBundle.mjs").Stats} */
const stats = await import(address);

const fits = await fitRows(stats);
const rows = [
  ...fits.rows,
  ...growthRows(stats),
  ...(await goshRows(stats, address)),
  ...sensitivityRows(stats),
  ...modelRows(stats),
];
const text = statsReport(fits.versions, rows);
console.log(text);
mkdirSync("bench", { recursive: true });
writeFileSync(join("bench", "stats.md"), text);
