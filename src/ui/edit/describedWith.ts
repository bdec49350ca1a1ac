import type { Descriptor, OutcomeInfo } from "../../model/descriptor";
import type { Described } from "../../model/ownData";

/** What the reader can say of an outcome. */
export type OutcomeChange = Partial<Pick<OutcomeInfo, "better" | "noun" | "unit" | "mid">>;

/**
 * What is said of the data with more said of one outcome. All outcomes are named in the order in which they are shown,
 * since those that are described come before those that are not; what is said of others that no row has now stays.
 */
export function withOutcome(
  described: Described,
  { outcomes }: Pick<Descriptor, "outcomes">,
  name: string,
  change: OutcomeChange,
): Described {
  const known = new Map((described.outcomes ?? []).map((outcome) => [outcome.name, outcome]));
  const shown = outcomes.map((outcome) => ({
    ...(known.get(outcome.name) ?? { name: outcome.name }),
    ...(outcome.name === name ? change : {}),
  }));
  const names = new Set(outcomes.map((outcome) => outcome.name));
  return { ...described, outcomes: [...shown, ...[...known.values()].filter((outcome) => !names.has(outcome.name))] };
}
