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
const COUNTS = 5; // room for each of those bits

/** Something that was tried, and the conclusion that it led to. */
interface Tried {
  readonly conclusion: Conclusion;
}

/** What each thing tried chose, by the name of the choice. */
type ChoicesOf<Of, Name extends string> = Readonly<Record<Name, (tried: Of) => string | number | null>>;

/** For each choice, what its values lead to, and how often it alone changes the conclusion, all others being equal. */
export function weighChoices<Of extends Tried, Name extends string>(
  universes: readonly Of[],
  choices: ChoicesOf<Of, Name>,
): readonly ChoiceWeight<Name>[] {
  const names = Object.keys(choices) as Name[];
  const scales = names.map((name) => scaleOf(universes, choices[name]));
  const bits = new Uint8Array(universes.length);
  for (let u = 0; u < bits.length; u++) bits[u] = BIT[universes[u]!.conclusion];
  // Each universe has a number of its own, whose digits, in the base of each choice, are the places of what it chose.
  const numbers = new Uint32Array(universes.length);
  let size = 1;
  const strides = scales.map(({ values, places }) => {
    const stride = size;
    for (let u = 0; u < numbers.length; u++) numbers[u]! += places[u]! * stride;
    size *= values.length;
    return stride;
  });
  return scales.map(({ values, places }, i) => {
    const counts = new Uint32Array(values.length * COUNTS);
    const alike = new Uint8Array(size); // by the number with 0 for this digit: the conclusions that were met, as bits
    for (let u = 0; u < numbers.length; u++) {
      const bit = bits[u]!;
      const place = places[u]!;
      counts[place * COUNTS + bit]!++;
      alike[numbers[u]! - place * strides[i]!]! |= bit;
    }
    const count = (place: number, conclusion: Conclusion) => counts[place * COUNTS + BIT[conclusion]]!;
    return {
      choice: names[i]!,
      options: values.map((value, place) => ({
        value,
        conclusions: {
          above: count(place, "above"),
          below: count(place, "below"),
          uncertain: count(place, "uncertain"),
        },
      })),
      comparisons: countOf(alike, (met) => met > 0),
      decided: countOf(alike, (met) => (met & (met - 1)) > 0), // more than one
    };
  });
}

/** The values of a choice in the order in which they first occur, and the place among them of what each universe chose. */
function scaleOf<Of>(universes: readonly Of[], choice: (tried: Of) => string | number | null) {
  const placeOf = new Map<string | number | null, number>();
  const places = new Uint32Array(universes.length);
  let last: string | number | null | undefined;
  let place = 0;
  for (let u = 0; u < places.length; u++) {
    const value = choice(universes[u]!);
    // Neighbours have most choices in common.
    if (value !== last) {
      place = placeOf.get(value) ?? placeOf.size;
      placeOf.set(value, place);
      last = value;
    }
    places[u] = place;
  }
  return { values: [...placeOf.keys()], places };
}

function countOf(all: Uint8Array, is: (bits: number) => boolean): number {
  let count = 0;
  for (let at = 0; at < all.length; at++) if (is(all[at]!)) count++;
  return count;
}
