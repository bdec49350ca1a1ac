import { makeStudies } from "./statsData.mjs";
import { timeRow } from "./statsReport.mjs";
import { times } from "./statsTimer.mjs";

/**
 * Models beyond one mean of independent effects.
 * @param {import("./statsBundle.mjs").Stats} stats
 */
export function modelRows({ metaRegression, robustMean, threeLevel }) {
  const dependent = { ...makeStudies(200), study: Array.from({ length: 200 }, (_, i) => Math.floor(i / 4)) };
  const robust = () => {
    const fit = threeLevel(dependent, { method: "REML", test: "t", level: 0.95, rho: 0.6 });
    if ("reason" in fit) throw new RangeError(fit.reason);
    return robustMean(dependent, fit.working, { type: "CR2", level: 0.95 });
  };

  const { yi, vi } = makeStudies(100);
  const design = yi.map((_, i) => [1, i % 7, i % 2]);
  const regress = () => metaRegression(yi, vi, design, { method: "REML", test: "knha", level: 0.95 });
  return [
    timeRow("Three levels by REML with CR2, 50 studies × 4 effects", times(robust), 10),
    timeRow("Meta-regression, REML, k = 100, two moderators", times(regress), null),
  ];
}
