import type { Analysis, MapCell } from "../model/analysis";
import type { Descriptor } from "../model/descriptor";
import { isAcrossTime } from "../model/selection";
import { NOT_ESTIMABLE } from "./cautions";
import { eventOf } from "./claim";
import { columnTitle, counted, list, lowerFirst, outcomeOf, whenIs, words } from "./phrase";

const NEAREST = 3;

/** Why there is no number here, and the way back to one. */
export function nothingHere(
  analysis: Analysis,
  descriptor: Descriptor,
  cells: readonly MapCell[],
): { readonly headline: string; readonly detail: string } {
  const { selection, studies } = analysis;
  const { one, many } = descriptor.studyNoun;
  const what = reportedText(analysis, descriptor);
  const included = studies.filter(({ state }) => state === "included");
  if (studies.length > 0 && included.length === 0) {
    const all = studies.length === 1 ? `The only ${one}` : `All ${counted(studies.length, descriptor.studyNoun)}`;
    const isAre = studies.length === 1 ? "is" : "are";
    return { headline: `${all} of ${what} ${isAre} left out.`, detail: `Include a ${one} again to see a result.` };
  }
  if (included.length > 0) {
    const reasons = [...new Set(included.flatMap(({ reason }) => (reason ? [NOT_ESTIMABLE[reason]] : [])))];
    const why = reasons.length > 0 ? ` (${list(reasons)})` : "";
    return { headline: `No ${one} of ${what} gives an effect that can be pooled${why}.`, detail: "" };
  }
  const shown = descriptor.comparators.filter((c) => !selection.hiddenComparators.includes(c));
  if (shown.length === 0 && descriptor.comparators.length > 0) {
    return { headline: "Every comparator is switched off.", detail: `Switch one on to see its ${many}.` };
  }
  const against = shown.length < descriptor.comparators.length ? `against ${list(shown.map(lowerFirst), "or")}` : "";
  const filtered = Object.keys(selection.filters).map((column) => columnTitle(column, descriptor));
  const matching = filtered.length > 0 ? "that matches the filters" : "";
  const clear = filtered.length > 0 ? `Filters are set on ${list(filtered)}: clear them to see every ${one}.` : "";
  const switchOn = against === "" ? "" : "Other comparators are switched off.";
  return {
    headline: `${words("No", one, against, matching)} reports ${what}.`,
    detail: words(nearestText(analysis, descriptor, cells), switchOn, clear),
  };
}

/** What trials report, in a sentence: "pain at 1 week"; of risks the event, since trials report events. */
export function reportedText({ selection }: Analysis, descriptor: Descriptor): string {
  const when = isAcrossTime(selection) ? "" : whenIs(selection.timepoint, descriptor);
  return words(eventOf(outcomeOf(descriptor, selection.outcome)), when);
}

/** The same outcome at the nearest timepoints, then other outcomes at this one. */
function nearestText({ selection }: Analysis, descriptor: Descriptor, cells: readonly MapCell[]): string {
  const place = (timepoint: string) => descriptor.timepoints.findIndex(({ name }) => name === timepoint);
  const distance = (cell: MapCell) => Math.abs(place(cell.timepoint) - place(selection.timepoint));
  const found = cells.filter(({ k }) => k > 0);
  const sameOutcome = found
    .filter(({ outcome }) => outcome === selection.outcome)
    .toSorted((a, b) => distance(a) - distance(b));
  const sameTime = found.filter((c) => c.outcome !== selection.outcome && c.timepoint === selection.timepoint);
  const nearest = [...sameOutcome, ...sameTime].slice(0, NEAREST);
  if (nearest.length === 0) return "";
  const names = nearest.map((cell) => {
    // By the names of the map's rows and columns, where the reader will look for them.
    return `${cell.outcome}, ${cell.timepoint} (${counted(cell.k, descriptor.studyNoun)})`;
  });
  return `Nearest with results: ${names.join("; ")}.`;
}
