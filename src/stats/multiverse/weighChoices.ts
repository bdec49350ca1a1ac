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
  // Each universe has a number of its own, whose digits, in the base of each choice, are the places of what it chose.
  const strides = scales.map((_, i) => scales.slice(0, i).reduce((product, values) => product * values.length, 1));
  const digits = choices.map((choice, i) => placesOf(universes, choice, scales[i]!));
  const numbers = new Uint32Array(universes.length);
  digits.forEach((places, i) => {
    for (let u = 0; u < numbers.length; u++) numbers[u] = numbers[u]! + places[u]! * strides[i]!;
  });
  const size = scales.reduce((product, values) => product * values.length, 1);
  return choices.map((choice, i) => {
    const conclusions = scales[i]!.map(() => ({ above: 0, below: 0, uncertain: 0 }));
    const alike = new Uint8Array(size); // by the number with 0 for this digit: the conclusions that were met, as bits
    for (let u = 0; u < numbers.length; u++) {
      const { conclusion } = universes[u]!;
      const place = digits[i]![u]!;
      conclusions[place]![conclusion]++;
      const others = numbers[u]! - place * strides[i]!;
      alike[others] = alike[others]! | BIT[conclusion];
    }
    return {
      choice,
      options: scales[i]!.map((value, place) => ({ value, conclusions: conclusions[place]! })),
      comparisons: countOf(alike, (bits) => bits > 0),
      decided: countOf(alike, (bits) => (bits & (bits - 1)) > 0), // more than one
    };
  });
}

/** The place, among the values of a choice, of what each universe chose. */
function placesOf<Name extends string>(
  universes: readonly Chosen<Name>[],
  choice: Name,
  values: readonly (string | number | null)[],
): Uint32Array {
  const placeOf = new Map(values.map((value, place) => [value, place]));
  const places = new Uint32Array(universes.length);
  for (let u = 0; u < places.length; u++) places[u] = placeOf.get(universes[u]![choice])!;
  return places;
}

function countOf(all: Uint8Array, is: (bits: number) => boolean): number {
  let count = 0;
  for (let at = 0; at < all.length; at++) if (is(all[at]!)) count++;
  return count;
}
