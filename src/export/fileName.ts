import type { Analysis } from "../model/analysis";
import type { Descriptor } from "../model/descriptor";
import { isAcrossTime } from "../model/selection";

/** A file name that says what is inside: "understory-us-nkt-pain-1-week-forest.svg". Safe on every system. */
export function fileName({ selection }: Analysis, { id }: Descriptor, figure: string, extension: string): string {
  const when = isAcrossTime(selection) ? "by-timepoint" : selection.timepoint;
  return `${["understory", id, selection.outcome, when, figure].map(slug).filter(Boolean).join("-")}.${extension}`;
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
}
