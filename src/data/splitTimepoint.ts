/** A name of an outcome without its timepoint; `timepoint` is null where the name holds none. */
export interface SplitOutcome {
  readonly outcome: string;
  readonly timepoint: string | null;
}

/** Names beyond this length are sentences, and are left alone. */
const LONGEST = 400;

const any = (...parts: readonly string[]) => `(?:${parts.join("|")})`;

const COUNT = String.raw`\d{1,5}(?:[.,]\d{1,2})?`;
const RANGE = String.raw`${COUNT}(?: ?(?:[-–—/]|to|or|and) ?${COUNT})?\+?`;
const FOLLOW_UP = "follow[- ]?up";
const SHORT_UNITS = "hours?|hrs?|days?|weeks?|wks?|months?|mo";
const YEARS = "years?|yrs?";
const shortDuration = `${RANGE}[ -–]?(?:${SHORT_UNITS})`;
const years = `${RANGE}[ -–]?(?:${YEARS})`;
const unitFirst = `(?:hour|day|week|month|year) ${COUNT}`;
const moment = `(?:the )?${any(
  "end of (?:the )?(?:treatment|study|trial|intervention|therapy|follow[- ]?up|program(?:me)?)",
  `(?:(?:longest|last|final|latest|end of) (?:available )?)?${FOLLOW_UP}`,
  "post[- ]?(?:treatment|intervention)",
  "baseline|discharge|endpoint|study end",
)}`;
const term = `(?:very )?(?:short|medium|intermediate|mid|long|longer)[- ]term(?: ${FOLLOW_UP})?`;
const since = `(?:['’]?[ -](?:of )?${any(FOLLOW_UP, String.raw`post[- ]?\w{1,20}`, String.raw`after [\p{L} -]{1,40}`)})?`;

/** After "at", "within" and the like, any time; after "above" and "over", which also speak of age, no years. */
const told = `${any(
  `(?:at|after|within|by|until|up to|during|through) ${any(shortDuration, years, unitFirst, moment, term)}`,
  `(?:above|beyond|over|under|more than|less than) ${shortDuration}`,
)}${since}`;
/** Between brackets or after a dash, comma or colon a time says itself. */
const bare = any(told, `${shortDuration}${since}`, `${years}[ -](?:of )?${FOLLOW_UP}`, unitFirst, moment, term);

const PATTERNS = [
  new RegExp(String.raw` ?[([] ?(${bare}) ?[)\]]`, "iu"),
  new RegExp(`(?: [-–—] ?|[–—,:;] ?)(${bare})$`, "iu"),
  new RegExp(`(?:^| )(${told})(?=$| ?[,;:([–—])`, "iu"),
];

/** "above 24 months" keeps its word, since it is another time than 24 months; "at" and "after" say nothing more. */
const IDLE = /^(?:at|after) (?:the )?/i;

/**
 * The outcome and the timepoint in a name: "Pain at 3 months", "Pain (VAS) - short term", "Relapse (6 to 12 weeks)".
 * A name that is nothing but a time, or whose numbers are no time ("Aged over 65 years"), is left whole.
 */
export function splitTimepoint(name: string): SplitOutcome {
  const text = name.replace(/\s+/g, " ").trim();
  if (text.length > LONGEST) return { outcome: text, timepoint: null };
  for (const pattern of PATTERNS) {
    const match = pattern.exec(text);
    if (!match) continue;
    const outcome = tidied(`${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`);
    if (outcome !== "") return { outcome, timepoint: match[1]!.replace(IDLE, "") };
  }
  return { outcome: text, timepoint: null };
}

/** What is left of a name when a part is cut out of it. */
function tidied(text: string): string {
  return text
    .replace(/ +/g, " ")
    .replace(/ ([,;:)\]])/g, "$1")
    .replace(/[\s,;:–—-]+$/, "")
    .trim();
}
