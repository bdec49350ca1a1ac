import type { Conclusion } from "../../model/sensitivity";
import type { Choices, Universe } from "./universe";

/** How far one choice decides the conclusion. */
export interface ChoiceWeight<Name extends keyof Choices = keyof Choices> {
  readonly choice: Name;
  /** How many universes come to each conclusion, by the value chosen, in the order in which the values first occur. */
  readonly options: readonly {
    readonly value: Choices[Name];
    readonly conclusions: Readonly<Record<Conclusion, number>>;
  }[];
  /** Comparisons of universes that are alike but for this choice, and those in which the conclusion depends on it. */
  readonly comparisons: number;
  readonly decided: number;
}

const CHOICES = ["set", "method", "test", "predint", "leftOut"] as const;

/**
 * For each choice, what its values lead to, and how often it alone changes the conclusion, all others being equal.
 * The prediction interval never does: the conclusion is read from the confidence interval.
 */
export function weighChoices(universes: readonly Universe[]): readonly ChoiceWeight[] {
  return CHOICES.map((choice) => weigh(universes, choice));
}

function weigh<Name extends keyof Choices>(universes: readonly Universe[], choice: Name): ChoiceWeight<Name> {
  const options = new Map<Choices[Name], Record<Conclusion, number>>();
  const alike = new Map<string, Set<Conclusion>>();
  for (const universe of universes) {
    const value = universe[choice];
    const conclusions = options.get(value) ?? { above: 0, below: 0, uncertain: 0 };
    conclusions[universe.conclusion]++;
    options.set(value, conclusions);
    const others = JSON.stringify(CHOICES.map((name) => (name === choice ? null : [universe[name]])));
    alike.set(others, (alike.get(others) ?? new Set()).add(universe.conclusion));
  }
  return {
    choice,
    options: [...options].map(([value, conclusions]) => ({ value, conclusions })),
    comparisons: alike.size,
    decided: [...alike.values()].filter((found) => found.size > 1).length,
  };
}
