import type { CountsData } from "../../src/model/study";
import type { TrialPlan } from "./plan";
import published from "./published.json";
import type { Random } from "./random";

const MAX_ATTEMPTS = 1000;
const MAX_RISK = 0.2;

/**
 * Participants with an adverse event in each arm of the trials given. The arms' totals are the review's percentages
 * of all randomised; each event falls on a trial with a chance that follows its size. Drawn anew until one trial at
 * least has none under treatment, none has none in both arms, and no arm's risk passes 20%.
 */
export function simulateAdverseEvents(trials: readonly TrialPlan[], random: Random): readonly CountsData[] {
  const { interventionPercent, controlPercent } = published.adverseEvents;
  const n1 = trials.map((trial) => trial.n1i);
  const n2 = trials.map((trial) => trial.n2i);
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const ai = scatter(interventionPercent, n1, random);
    const ci = scatter(controlPercent, n2, random);
    const rows = trials.map(
      (_, i): CountsData => ({ kind: "counts", ai: ai[i]!, n1i: n1[i]!, ci: ci[i]!, n2i: n2[i]! }),
    );
    if (rows.some((row) => row.ai === 0) && rows.every(plausible)) return rows;
  }
  throw new RangeError("no draw of adverse events is plausible");
}

function plausible({ ai, n1i, ci, n2i }: CountsData): boolean {
  return ai + ci > 0 && ai <= MAX_RISK * n1i && ci <= MAX_RISK * n2i;
}

/** Events of arms of these sizes that add up to the percentage. */
function scatter(percent: number, sizes: readonly number[], random: Random): number[] {
  const total = sizes.reduce((sum, n) => sum + n, 0);
  const events = sizes.map(() => 0);
  for (let left = Math.round((percent / 100) * total); left > 0; left--) {
    let place = random() * total;
    const i = sizes.findIndex((n) => {
      place -= n;
      return place < 0;
    });
    events[i]!++;
  }
  return events;
}
