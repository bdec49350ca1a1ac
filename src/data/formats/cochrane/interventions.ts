import type { Review, ReviewAnalysis, ReviewArms } from "./review";

export const INTERVENTION = "Intervention";

/** The review with what the first arm got as a further column, where its analyses are of several interventions. */
export function withInterventions(review: Review): Review {
  const told = new Set(review.analyses.map(({ arms }) => arms.intervention));
  if (told.size < 2 || review.columns.some(({ name }) => name === INTERVENTION)) return review;
  const analyses = review.analyses.map((analysis) => ({
    ...analysis,
    rows: analysis.rows.map((row) => ({
      ...row,
      further: new Map([...row.further, [INTERVENTION, analysis.arms.intervention]]),
    })),
  }));
  return { ...review, analyses, columns: [{ name: INTERVENTION, riskOfBias: null }, ...review.columns] };
}

/** What both arms are called on the page: each by its own name where all analyses agree on it, else by its role. */
export function commonArms(analyses: readonly ReviewAnalysis[]): ReviewArms {
  const agreed = (arm: keyof ReviewArms) => {
    const names = new Set(analyses.map(({ arms }) => arms[arm]));
    const [name = ""] = names;
    return names.size === 1 && name !== "" ? name : arm;
  };
  return { intervention: agreed("intervention"), control: agreed("control") };
}
