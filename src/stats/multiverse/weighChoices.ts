import type { Conclusion } from "../../model/sensitivity";

/** How far one choice decides the conclusion. */
export interface ChoiceWeight<Name extends string> {
  readonly choice: Name;
  /** How many universes come to each conclusion, by the value chosen, in the order in which the values first occur. */
  readonly options: readonly {
    readonly value: string | number | null;
    readonly conclusions: Readonly<Record<Conclusion, number>>;
  }[];
  /** Comparisons of universes that are alike but for this choice, and those in which the conclusion depends on it. */
  readonly comparisons: number;
  readonly decided: number;
}

const BIT: Readonly<Record<Conclusion, number>> = { above: 1, below: 2, uncertain: 4 };

/** What was chosen, and the conclusion that it led to. */
type Chosen<Name extends string> = Readonly<Record<Name, string | number | null>> & { readonly conclusion: Conclusion };

/** For each choice, what its values lead to, and how often it alone changes the conclusion, all others being equal. */
export function weighChoices<Name extends string>(
  universes: readonly Chosen<Name>[],
  choices: readonly Name[],
): readonly ChoiceWeight<Name>[] {
  const scales = choices.map((choice) => [...new Set(universes.map((universe) => universe[choice]))]);
  const places = scales.map((values) => new Map<unknown, number>(values.map((value, place) => [value, place])));
  // Each universe has a number of its own, whose digits, in the base of each choice, are the places of what it chose.
  const strides = scales.map((_, i) => scales.slice(0, i).reduce((product, values) => product * values.length, 1));
  const digits = universes.map((universe) => choices.map((choice, i) => places[i]!.get(universe[choice])!));
  const numbers = digits.map((places) => places.reduce((sum, place, i) => sum + place * strides[i]!, 0));
  return choices.map((choice, i) => {
    const conclusions = scales[i]!.map(() => ({ above: 0, below: 0, uncertain: 0 }));
    const alike = new Map<number, number>(); // by the number without this digit: the conclusions that were met, as bits
    universes.forEach(({ conclusion }, u) => {
      const place = digits[u]![i]!;
      conclusions[place]![conclusion]++;
      const others = numbers[u]! - place * strides[i]!;
      alike.set(others, (alike.get(others) ?? 0) | BIT[conclusion]);
    });
    const isDecided = (bits: number) => (bits & (bits - 1)) > 0; // more than one
    return {
      choice,
      options: scales[i]!.map((value, place) => ({ value, conclusions: conclusions[place]! })),
      comparisons: alike.size,
      decided: [...alike.values()].filter(isDecided).length,
    };
  });
}
