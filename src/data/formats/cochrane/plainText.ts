const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["nbsp", " "],
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["sup2", "²"],
  ["ndash", "–"],
  ["mdash", "—"],
]);

/** What most texts are free of: mark-up, and spaces other than single ones within. */
const MARKED = /[<&\t\n\r\u00A0]|\s\s|^\s|\s$/;
const INLINE = /^<\/?(?:a|b|em|i|span|strong|sub|sup|u)\b/i;

/**
 * The words of a text that may be HTML, on one line: tags are taken out and the usual entities read, once. "p < 0.05"
 * stays, since a tag begins with a letter.
 */
export function plainText(text: string): string {
  if (!MARKED.test(text)) return text;
  const bare = text.includes("<") ? text.replace(/<\/?[a-z][^<>]*>/gi, (tag) => (INLINE.test(tag) ? "" : " ")) : text;
  const read = bare.includes("&")
    ? bare.replace(/&(#?\w{1,8});/g, (whole, name: string) => entity(name) ?? whole)
    : bare;
  return read.replace(/[\s\u00A0]+/g, " ").trim();
}

function entity(name: string): string | null {
  const known = ENTITIES.get(name.toLowerCase());
  if (known !== undefined) return known;
  const code = /^#(\d{1,7})$/.exec(name)?.[1] ?? null;
  const hex = /^#x([0-9a-f]{1,6})$/i.exec(name)?.[1] ?? null;
  const point = code !== null ? Number(code) : hex !== null ? Number.parseInt(hex, 16) : Number.NaN;
  return point >= 32 && point <= 0x10ffff ? String.fromCodePoint(point) : null;
}
