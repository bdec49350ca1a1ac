import type { Descriptor } from "../../model/descriptor";
import { MEASURES_FOR } from "../../model/measure";
import type { Selection } from "../../model/selection";
import type { UserError } from "../../model/userError";
import type { Held } from "../appState";
import { defaultAsked, hasPublishedModel } from "../selectors";
import { correctFilters } from "./correctFilters";
import { correctLens } from "./correctLens";
import { correctLook } from "./correctLook";
import type { Linked } from "./params";

/** A link's state brought to what its dataset can give; each correction is said. */
export function correct(asked: Linked, held: Held): { state: Linked; notices: UserError[] } {
  const { descriptor } = held.dataset;
  const notices: UserError[] = [];
  const say = (what: string, value: string) => notices.push(notInData(what, value, descriptor));
  const fallback = defaultAsked(held.dataset);
  const state: Linked = {
    ...asked,
    preset: asked.preset === "published" && !hasPublishedModel(descriptor) ? fallback.preset : asked.preset,
    selection: {
      ...asked.selection,
      ...correctCell(asked.selection, held, fallback.selection, say),
      ...correctCompare(asked.selection, descriptor, fallback.selection.compareBy, say),
      hiddenComparators: kept(asked.selection.hiddenComparators, descriptor.comparators, "comparator", say),
      excluded: kept(asked.selection.excluded, studyIds(held), descriptor.studyNoun.one, say),
      filters: correctFilters(asked.selection.filters, held.dataset, say),
      measure: correctMeasure(asked.selection, held, say),
    },
    look: correctLook(asked.look, held.dataset, say),
    lens: correctLens(asked.lens, descriptor, say),
  };
  if (state.preset !== asked.preset) say("model", asked.preset);
  return { state, notices };
}

/** Tells the reader of a thing in the link that is not in the data. */
export type Say = (what: string, value: string) => void;

function correctCell(selection: Selection, { dataset }: Held, fallback: Selection, say: Say) {
  const { outcomes, timepoints } = dataset.descriptor;
  const outcome = outcomes.some((o) => o.name === selection.outcome) ? selection.outcome : fallback.outcome;
  if (outcome !== selection.outcome) say("outcome", selection.outcome);
  const known = timepoints.some((t) => t.name === selection.timepoint);
  if (!known) say("timepoint", selection.timepoint);
  const timepoint = known ? selection.timepoint : fallback.timepoint;
  // A link that names an outcome and leaves the timepoint to the page means one at which there is something to see.
  const isLeftOpen = timepoint === fallback.timepoint && outcome !== fallback.outcome;
  const reported = timepoints.filter((t) => dataset.rows.some((r) => r.outcome === outcome && r.timepoint === t.name));
  const isReported = reported.some((t) => t.name === timepoint);
  return { outcome, timepoint: isLeftOpen && !isReported ? (reported[0]?.name ?? timepoint) : timepoint };
}

/** A measure that some outcome's data give; for outcomes whose data do not, the page takes their own. */
function correctMeasure({ measure }: Selection, { dataset }: Held, say: Say): Selection["measure"] {
  if (measure === null || dataset.rows.some((row) => MEASURES_FOR[row.data.kind].includes(measure))) return measure;
  say("measure", measure);
  return null;
}

function correctCompare(asked: Selection, descriptor: Descriptor, fallback: string | null, say: Say) {
  const options = compareOptions(descriptor);
  const isKnown = (by: string | null) => by === null || options.includes(by);
  const compareBy = isKnown(asked.compareBy) ? asked.compareBy : fallback;
  if (compareBy !== asked.compareBy) say("column to compare by", String(asked.compareBy));
  const canNest = compareBy !== null && asked.thenBy !== compareBy && isKnown(asked.thenBy);
  const thenBy = canNest ? asked.thenBy : null;
  if (thenBy !== asked.thenBy) say("second column to compare by", String(asked.thenBy));
  return { compareBy, thenBy };
}

/** What a dataset can be compared by: comparator, timepoint, and each of its categorical columns. */
export function compareOptions({ comparators, timepoints, columns }: Descriptor): string[] {
  return [
    ...(comparators.length > 1 ? ["comparator"] : []),
    ...(timepoints.length > 1 ? ["timepoint"] : []),
    ...columns.filter((column) => column.type === "category").map((column) => column.name),
  ];
}

function kept(items: readonly string[], known: readonly string[], what: string, say: Say): readonly string[] {
  const set = new Set(known);
  for (const item of items) if (!set.has(item)) say(what, item);
  return items.every((item) => set.has(item)) ? items : items.filter((item) => set.has(item));
}

function studyIds({ dataset }: Held): string[] {
  return dataset.rows.map((row) => row.studyId);
}

function notInData(what: string, value: string, { shortTitle }: Descriptor): UserError {
  return {
    code: "link-not-in-data",
    message: `The link asks for the ${what} “${value}”, which “${shortTitle}” does not have.`,
    remedy: "The page shows its usual choice instead.",
    where: { value },
  };
}
