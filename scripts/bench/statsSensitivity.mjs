import { makeStudies } from "./statsData.mjs";
import { timeRow } from "./statsReport.mjs";
import { times } from "./statsTimer.mjs";

/**
 * The multiverse of 1,512 fits, and every analysis that leaves studies out.
 * @param {import("./statsBundle.mjs").Stats} stats
 */
export function sensitivityRows({ caseDiagnostics, cumulative, leaveOneOut, multiverse }) {
  /** @type {import("../../src/stats/index.ts").MultiverseRequest} */
  const request = {
    sets: [7, 8, 9].map((seed) => ({ key: `set ${seed}`, ...makeStudies(23, seed) })),
    methods: ["DL", "HE", "HS", "SJ", "PM", "ML", "REML"],
    tests: ["z", "knha", "adhoc"],
    predints: ["HTS"],
    level: 0.95,
    leaveOneOut: true,
  };
  const fits = multiverse(request).universes.length.toLocaleString("en");

  const { yi, vi } = makeStudies(100);
  const order = yi.map((_, i) => i);
  /** @type {import("../../src/model/poolingModel.ts").PoolingOptions} */
  const options = { method: "REML", test: "z", predint: "HTS", level: 0.95 };
  const leaveOut = () => {
    const deleted = leaveOneOut(yi, vi, options);
    return [deleted, cumulative(yi, vi, order, options), caseDiagnostics(yi, vi, options, deleted)];
  };
  return [
    timeRow(
      `Multiverse, ${fits} fits`,
      times(() => multiverse(request)),
      2,
    ),
    timeRow("Leave-one-out, cumulative and influence, k = 100, REML", times(leaveOut), 5),
  ];
}
