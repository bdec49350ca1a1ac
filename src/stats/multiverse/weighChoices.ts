import { CONCLUSIONS, type Conclusion } from "../../model/conclusion";

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

/** What each universe chose, as codes of −1 and more, and what a code stands for. */
export interface Choice {
  readonly codes: ArrayLike<number>;
  readonly name: (code: number) => string | number | null;
}

/** What was tried: how much, and the conclusions as places in `CONCLUSIONS`. */
interface Tried {
  readonly length: number;
  readonly conclusion: ArrayLike<number>;
}

/** For each choice, what its values lead to, and how often it alone changes the conclusion, all others being equal. */
export function weighChoices<Name extends string>(
  { length, conclusion }: Tried,
  choices: Readonly<Record<Name, Choice>>,
): readonly ChoiceWeight<Name>[] {
  const names = Object.keys(choices) as Name[];
  const scales = names.map((name) => scaleOf(choices[name], length));
  // Each universe has a number of its own, whose digits, in the base of each choice, are the places of what it chose.
  const numbers = new Uint32Array(length);
  let size = 1;
  const strides = scales.map(({ values, places }) => {
    const stride = size;
    for (let u = 0; u < length; u++) numbers[u]! += places[u]! * stride;
    size *= values.length;
    return stride;
  });
  return scales.map(({ values, places }, i) => {
    const counts = new Uint32Array(values.length * CONCLUSIONS.length);
    const alike = new Uint8Array(size); // by the number with 0 for this digit: the conclusions that were met, as bits
    for (let u = 0; u < length; u++) {
      const place = places[u]!;
      counts[place * CONCLUSIONS.length + conclusion[u]!]!++;
      alike[numbers[u]! - place * strides[i]!]! |= 1 << conclusion[u]!;
    }
    return {
      choice: names[i]!,
      options: values.map((value, place) => ({
        value,
        conclusions: conclusionCounts((code) => counts[place * CONCLUSIONS.length + code]!),
      })),
      comparisons: countOf(alike, (met) => met > 0),
      decided: countOf(alike, (met) => (met & (met - 1)) > 0), // more than one
    };
  });
}

/** How many universes come to each conclusion. */
export function countConclusions({ length, conclusion }: Tried): Readonly<Record<Conclusion, number>> {
  const counts = CONCLUSIONS.map(() => 0);
  for (let u = 0; u < length; u++) counts[conclusion[u]!]!++;
  return conclusionCounts((code) => counts[code]!);
}

function conclusionCounts(count: (code: number) => number): Readonly<Record<Conclusion, number>> {
  return Object.fromEntries(CONCLUSIONS.map((name, code) => [name, count(code)])) as Record<Conclusion, number>;
}

/** The values of a choice in the order in which they first occur, and the place among them of what each universe chose. */
function scaleOf({ codes, name }: Choice, length: number) {
  const placeOf: number[] = []; // by the code and one
  const values: (string | number | null)[] = [];
  const places = new Uint32Array(length);
  for (let u = 0; u < length; u++) {
    const code = codes[u]!;
    placeOf[code + 1] ??= values.push(name(code)) - 1;
    places[u] = placeOf[code + 1]!;
  }
  return { values, places };
}

function countOf(all: Uint8Array, is: (bits: number) => boolean): number {
  let count = 0;
  for (let at = 0; at < all.length; at++) if (is(all[at]!)) count++;
  return count;
}
