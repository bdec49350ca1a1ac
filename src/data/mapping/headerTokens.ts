/** A word of a header: as it is compared, and as it is written. */
export interface HeaderToken {
  /** Lower case, without accents. */
  readonly word: string;
  readonly text: string;
}

const LONGEST = 200;

/** A duration that stays one word: "1w", "12wk", "3mo", "week12", "t1". */
const TIME = /^(?:\d{1,4}(?:h|hr|hrs|d|w|wk|wks|mo|mos|m|y|yr|yrs)|(?:w|wk|mo|d|y|t)\d{1,4})$/;

/**
 * The words of a header: apart at spaces and signs, where a capital follows a small letter, and between letters and
 * digits, durations excepted. "vas_1w_meanT" gives vas, 1w, mean, t; "SDe" gives sd, e.
 */
export function headerTokens(header: string): readonly HeaderToken[] {
  const pieces = header.slice(0, LONGEST).match(/[\p{L}\p{M}\d²]+/gu) ?? [];
  return pieces.flatMap(pieceTokens);
}

function pieceTokens(piece: string): readonly HeaderToken[] {
  if (TIME.test(plain(piece))) return [token(piece)];
  const parts = piece.match(/\d+|\p{Lu}{2,}(?=\p{Ll}?(?!\p{Ll}))|\p{Lu}?[\p{Ll}\p{M}]+|[\p{Lo}\p{Lm}]+|./gu) ?? [];
  return parts.map(token);
}

function token(text: string): HeaderToken {
  return { word: plain(text), text };
}

/** Lower case without accents: "Différence" gives "difference". */
export function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replaceAll("ß", "ss")
    .toLowerCase();
}
