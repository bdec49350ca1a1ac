import type { Method } from "../../model/poolingModel";
import { weightBeyondOne, weighted } from "../weighted";
import type { Tau2Fit } from "./fit";
import { highestPeak } from "./highestPeak";
import { FULL } from "./mlScore";
import { RESTRICTED } from "./remlScore";
import type { Studies } from "./scoreLimit";
import { type GeneralisedQ, solveQ } from "./solveQ";
import { spread } from "./spread";

/**
 * The tau2 that groups of studies share, each group having a mean of its own: the estimators of one mean, with every
 * sum taken within groups and k − p degrees of freedom. 0 where no group has two studies.
 *
 * @param groups p >= 1 groups of one or more studies, k in all.
 *
 * Viechtbauer (2005), doi:10.3102/10769986030003261; Raudenbush (2009), The Handbook of Research Synthesis, ch. 16;
 * SJ: Sidik & Jonkman (2005), J Biopharm Stat 15:823–838, with the crude tau2 about the plain mean of all studies.
 */
export function sharedTau2(groups: readonly Studies[], method: Method): Tau2Fit {
  const k = total(groups, ({ yi }) => yi.length);
  const df = k - groups.length;
  if (df === 0) return atOnce(0);
  switch (method) {
    case "EE":
      return atOnce(0);
    case "DL":
      return atOnce((within(groups, 0).Q - df) / total(groups, ({ vi }) => weightBeyondOne(vi)));
    case "EB":
    case "PM":
      return solveQ((tau2) => within(groups, tau2), df);
    case "HE": {
      const sampling = total(groups, ({ vi }) => (1 - 1 / vi.length) * vi.reduce((sum, v) => sum + v, 0));
      return atOnce((total(groups, ({ yi }) => spread(yi).squares) - sampling) / df);
    }
    case "HS":
      return atOnce((within(groups, 0).Q - k) / total(groups, ({ yi, vi }) => weighted(yi, vi, 0).W));
    case "ML":
      return highestPeak(groups, FULL);
    case "REML":
      return highestPeak(groups, RESTRICTED);
    case "SJ": {
      const crude = spread(groups.flatMap(({ yi }) => yi)).squares / k;
      return atOnce((crude * within(groups, crude).Q) / df);
    }
  }
}

function atOnce(tau2: number): Tau2Fit {
  return { tau2: Math.max(0, tau2), converged: true };
}

/** Q within groups at a tau2. */
function within(groups: readonly Studies[], tau2: number): GeneralisedQ {
  let Q = 0;
  let Q2 = 0;
  for (const { yi, vi } of groups) {
    const part = weighted(yi, vi, tau2);
    Q += part.Q;
    Q2 += part.Q2;
  }
  return { Q, Q2 };
}

function total(groups: readonly Studies[], of: (group: Studies) => number): number {
  return groups.reduce((sum, group) => sum + of(group), 0);
}
