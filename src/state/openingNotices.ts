import { TIDY } from "../data/formats/tidyFormat";
import type { OwnData } from "../model/ownData";
import type { UserError } from "../model/userError";

/** Names that a notice gives in full; further ones are counted. */
const MOST_NAMES = 5;

export const fileNotRead = (fileName: string): UserError => ({
  code: "file-not-read",
  message: `The browser could not read “${fileName}”.`,
  remedy: "The file may have been moved or may be locked by another program: close it there and choose it again.",
  where: {},
});

/** How files of a known kind were understood; a tidy table needs no words. */
export const readAs = ({ fileName, format }: OwnData): readonly UserError[] =>
  format === TIDY.name
    ? []
    : [
        {
          code: "read-as",
          message: `“${fileName}” was read as: ${format}.`,
          remedy: "Check a row or two in “Data” against the file.",
          where: {},
        },
      ];

/** Notes with those first on which the reading of the answer depends: which way is better. */
export function weightiestFirst(notes: readonly UserError[]): readonly UserError[] {
  const isWeighty = ({ code }: UserError) => code === "direction-assumed";
  return [...notes.filter(isWeighty), ...notes.filter((note) => !isWeighty(note))];
}

export const mappingRemembered = (): UserError => ({
  code: "mapping-remembered",
  message: "You told what these columns hold before: that is filled in.",
  remedy: "Change what is different in this file, or guess anew.",
  where: {},
});

export const judgementsNeedData = (fileName: string): UserError => ({
  code: "judgements-need-data",
  message: `“${fileName}” holds risk-of-bias judgements and no results. They are laid over studies of your own.`,
  remedy: "Open the file with your results first, then this one.",
  where: {},
});

export const judgementsMatchNone = (fileName: string, unmatched: readonly string[]): UserError => ({
  code: "judgements-match-none",
  message: `No study of “${fileName}” is among those on the page: ${named(unmatched)}.`,
  remedy: "Write the studies’ names the same way in both files, and open this one again.",
  where: {},
});

export const judgementsAdded = (matched: number, unmatched: readonly string[]): UserError => ({
  code: "judgements-added",
  message: `Risk-of-bias judgements were added to ${matched === 1 ? "one study" : `${matched} studies`}.`,
  remedy:
    unmatched.length === 0
      ? "See them in “Risk of bias”."
      : `No study here is called ${named(unmatched)}: write the names the same way in both files if they should match.`,
  where: {},
});

export const linkNotHere = (link: string): UserError => ({
  code: "link-elsewhere",
  message: `The link asks for a file that is not on this site: “${link}”. Files are opened from this site alone.`,
  remedy: "Download the file and open it with “Open your data”.",
  where: {},
});

export const linkNotFetched = (link: string): UserError => ({
  code: "link-not-fetched",
  message: `The file “${link}” of this link could not be fetched from this site.`,
  remedy: "Check the connection and the link, or ask its sender for the file.",
  where: {},
});

function named(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).map((name) => `“${name}”`);
  const rest = names.length - shown.length;
  return rest > 0 ? `${shown.join(", ")} and ${rest} more` : shown.join(", ");
}
