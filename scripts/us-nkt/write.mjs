// Writes the simulated trials of the default dataset: `npm run data:us-nkt`.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";

const root = fileURLToPath(new URL("../..", import.meta.url));
const options = { root, configFile: false, logLevel: "error" };
const { module: generator } = await runnerImport("./scripts/us-nkt/generate.ts", options);
const { module: csv } = await runnerImport("./scripts/us-nkt/csv.ts", options);

const rows = generator.generate();
writeFileSync(new URL("../../public/data/us-nkt/trials.csv", import.meta.url), csv.toCsv(rows));
console.log(`public/data/us-nkt/trials.csv: ${rows.length} rows`);
