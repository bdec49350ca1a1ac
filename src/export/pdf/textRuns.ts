/** A stretch of text in one of the fonts of the file; `codes` are its bytes there, and empty for text that is drawn. */
export interface TextRun {
  readonly font: "sans" | "symbol" | "drawn";
  readonly text: string;
  readonly codes: readonly number[];
}

/** Windows-1252 from 0x80 on, where it differs from Latin-1; a space stands for a code without a character. */
const WINDOWS_1252 = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/** Characters that Helvetica lacks and Symbol has, at the codes of Symbol's own encoding (PDF 32000-1, annex D.5). */
const SYMBOL = new Map<string, number>([
  ...[..."ΑΒΧΔΕΦΓΗΙ"].map((char, i) => [char, 0x41 + i] as const),
  ...[..."ΚΛΜΝΟΠΘΡΣΤΥ"].map((char, i) => [char, 0x4b + i] as const),
  ...[..."ΩΞΨΖ"].map((char, i) => [char, 0x57 + i] as const),
  ...[..."αβχδεφγηι"].map((char, i) => [char, 0x61 + i] as const),
  ...[..."κλμνοπθρστυ"].map((char, i) => [char, 0x6b + i] as const),
  ...[..."ωξψζ"].map((char, i) => [char, 0x77 + i] as const),
  ["−", 0x2d],
  ["≤", 0xa3],
  ["∞", 0xa5],
  ["←", 0xac],
  ["↑", 0xad],
  ["→", 0xae],
  ["↓", 0xaf],
  ["≥", 0xb3],
  ["∂", 0xb6],
  ["≠", 0xb9],
  ["≡", 0xba],
  ["≈", 0xbb],
  ["∈", 0xce],
  ["√", 0xd6],
  ["∑", 0xe5],
]);

/** Scripts that join or reorder their letters: a text with one of them is drawn whole, so that its order stays right. */
const SHAPED = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Bidi_Control}]/u;

/** A text as runs, each in a font that has all of its characters: Helvetica, Symbol, or drawn where neither does. */
export function textRuns(text: string): readonly TextRun[] {
  if (SHAPED.test(text)) return [{ font: "drawn", text, codes: [] }];
  const runs: { font: TextRun["font"]; text: string; codes: number[] }[] = [];
  for (const char of graphemes(text)) {
    const sans = sansCode(char);
    const symbol = SYMBOL.get(char);
    const font = sans !== undefined ? "sans" : symbol !== undefined ? "symbol" : "drawn";
    const code = sans ?? symbol;
    const last = runs.at(-1);
    if (last?.font === font) {
      last.text += char;
      if (code !== undefined) last.codes.push(code);
    } else {
      runs.push({ font, text: char, codes: code === undefined ? [] : [code] });
    }
  }
  return runs;
}

/** Letters with the accents that follow them, so that no accent is torn off its letter. */
function graphemes(text: string): readonly string[] {
  return Array.from(new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text), ({ segment }) =>
    segment.normalize("NFC"),
  );
}

function sansCode(char: string): number | undefined {
  const code = char.length === 1 ? char.charCodeAt(0) : Number.NaN;
  if ((code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code <= 0xff)) return code;
  const place = char === " " || char.length !== 1 ? -1 : WINDOWS_1252.indexOf(char);
  return place < 0 ? undefined : 0x80 + place;
}
