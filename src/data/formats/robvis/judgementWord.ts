/** Judgements in Cochrane's words, by what tables write for them without spaces and case. */
const WORDS: ReadonlyMap<string, string> = new Map(
  (
    [
      ["Low risk", ["low", "l", "+", "lowrisk", "lowriskofbias"]],
      ["Some concerns", ["someconcerns", "someconcern", "some", "concerns", "sc"]],
      ["Moderate risk", ["moderate", "moderaterisk", "m"]],
      ["High risk", ["high", "h", "highrisk", "highriskofbias"]],
      ["Very high risk", ["veryhigh", "veryhighrisk", "vh"]],
      ["Serious risk", ["serious", "seriousrisk"]],
      ["Critical risk", ["critical", "criticalrisk", "c"]],
      ["Unclear risk", ["unclear", "u", "?", "unclearrisk", "unclearriskofbias"]],
      ["No information", ["noinformation", "ni", "noinfo"]],
      ["Not applicable", ["notapplicable", "na", "n/a"]],
    ] as const
  ).flatMap(([judgement, written]) => written.map((word) => [word, judgement] as const)),
);

/**
 * A judgement in Cochrane's words, whatever its case and spaces; a slip of one letter ("loq") is understood where it
 * can only be one word. Null for what is no judgement.
 */
export function judgementWord(text: string): string | null {
  const word = text.toLowerCase().replace(/[\s_.-]+/g, "");
  const known = WORDS.get(word);
  if (known !== undefined || word.length < 3 || word.length > 20) return known ?? null;
  const meant = new Set(
    [...WORDS].filter(([other]) => other.length > 2 && isOneSlipFrom(word, other)).map(([, j]) => j),
  );
  return meant.size === 1 ? [...meant][0]! : null;
}

/** Whether one letter replaced, left out or added turns a word into the other. */
function isOneSlipFrom(word: string, other: string): boolean {
  const longest = Math.max(word.length, other.length);
  let start = 0;
  while (start < longest && word[start] === other[start]) start++;
  const rest = (text: string, from: number) => text.slice(from);
  return (
    rest(word, start + 1) === rest(other, start + 1) ||
    rest(word, start) === rest(other, start + 1) ||
    rest(word, start + 1) === rest(other, start)
  );
}
