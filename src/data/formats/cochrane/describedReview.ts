import { EXPORTED_ANALYSIS, EXPORTED_SUBGROUP } from "../../../model/exportedAnalysis";
import type { Described } from "../../../model/ownData";
import { commonArms } from "./interventions";
import type { Placed } from "./names";
import type { Review, ReviewAnalysis, ReviewColumn } from "./review";

/** What a review says of its data beside the rows; `places` are those of the analyses, in their order. */
export function describedReview(
  { title, citation, doi, code, format }: Review,
  analyses: readonly ReviewAnalysis[],
  places: readonly Placed[],
  columns: readonly ReviewColumn[],
): Described {
  const outcomes = new Map<string, NonNullable<Described["outcomes"]>[number]>();
  for (const [i, { data, measure, better }] of analyses.entries()) {
    const { outcome } = places[i]!;
    const isGiven = data === "effect" || data === "observed-expected";
    const { name, short, scale } = measure;
    outcomes.set(outcome, {
      name: outcome,
      ...(better && { better }),
      measure: isGiven ? "GEN" : measure.measure,
      given: isGiven ? { name, short, scale } : null,
    });
  }
  const source = [format, code].filter((part) => part !== null).join(", ");
  return {
    ...(title && { title }),
    provenance: `Read from a file of yours (${source}), on this device and sent nowhere.`,
    figureNote: `Data: ${citation ?? title ?? source}`,
    ...(citation && { citation }),
    ...(doi && { doi }),
    arms: commonArms(analyses),
    outcomes: [...outcomes.values()],
    columns: [
      { name: EXPORTED_ANALYSIS, title: "Analysis", type: "category" },
      { name: EXPORTED_SUBGROUP, title: "Subgroup", type: "category" },
      ...columns.flatMap(({ name, riskOfBias }) => {
        if (riskOfBias === null) return [];
        const heading = riskOfBias === "overall" ? "Overall risk of bias" : name;
        return [{ name, title: heading, type: "category" as const, riskOfBias }];
      }),
    ],
  };
}
