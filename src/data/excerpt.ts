const LONGEST = 60;

/** Text from a file as a message quotes it: on one line, cut where it is long. */
export function excerpt(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
