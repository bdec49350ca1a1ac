import type { Analysis } from "../model/analysis";
import type { Descriptor } from "../model/descriptor";
import { isAcrossTime } from "../model/selection";

/** A file name that says what is inside: "understory-us-nkt-pain-1-week-forest.svg". Safe on every system. */
export function fileName(
  { selection }: Analysis,
  { id, shortTitle }: Descriptor,
  figure: string,
  extension: string,
): string {
  // A reader's data have a random id: what they are called says more.
  const data = id.startsWith("own-") ? `own ${shortTitle}` : id;
  const when = isAcrossTime(selection) ? "by-timepoint" : selection.timepoint;
  return `${["understory", data, selection.outcome, when, figure].map(slug).filter(Boolean).join("-")}.${extension}`;
}

/** The name of a file with a whole dataset: "understory-us-nkt-data.csv". */
export function dataFileName({ shortTitle }: Descriptor): string {
  return `${["understory", shortTitle, "data"].map(slug).filter(Boolean).join("-")}.csv`;
}

/** The words of a text as part of a file name. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
}
