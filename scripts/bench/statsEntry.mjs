// What the benchmark of the statistics bundles: their public entry, and what that does not offer yet.
export * from "../../src/stats/index.ts";
export { robustMean } from "../../src/stats/multilevel/robustMean.ts";
export { threeLevel } from "../../src/stats/multilevel/threeLevel.ts";
