import type { Dataset } from "../../model/descriptor";
import { COLUMN_KEYS, type Look, SORT_KEYS } from "../../model/look";
import { MEASURES_FOR } from "../../model/measure";
import { CUMULATIVE_ORDERS } from "../../model/sensitivity";
import type { Say } from "./correct";

/** A link's look brought to what the dataset has; each correction is said. */
export function correctLook(look: Look, dataset: Dataset, say: Say): Look {
  const { columns, studyNoun } = dataset.descriptor;
  const isColumn = (name: string | null, type?: "category" | "number") =>
    name === null || columns.some((column) => column.name === name && (type === undefined || column.type === type));
  const isSortable = look.sort === null || SORT_KEYS.some((key) => key === look.sort?.by) || isColumn(look.sort.by);
  if (!isSortable && look.sort) say("column to sort by", look.sort.by);
  const isModerator = look.moderator === "year" || isColumn(look.moderator, "number");
  if (!isModerator && look.moderator !== null) say("column of the bubble plot", look.moderator);
  const isColour = look.colourBy === "comparator" || isColumn(look.colourBy, "category");
  if (!isColour && look.colourBy !== null) say("column to colour by", look.colourBy);
  const isOrder = CUMULATIVE_ORDERS.some((order) => order === look.joinBy) || isColumn(look.joinBy);
  if (!isOrder && look.joinBy !== null) say("order of the cumulative result", look.joinBy);
  const isShown = (key: string) => COLUMN_KEYS.some((known) => known === key) || isColumn(key);
  for (const key of look.columns?.filter((key) => !isShown(key)) ?? []) say("column of the forest plot", key);
  const isStudy = look.subsetStudy === null || dataset.rows.some(({ studyId }) => studyId === look.subsetStudy);
  if (!isStudy && look.subsetStudy !== null) say(`${studyNoun.one} to split subsets by`, look.subsetStudy);
  return {
    ...look,
    subsetStudy: isStudy ? look.subsetStudy : null,
    analyses: { ...look.analyses, effects: knownEffects(look.analyses.effects, dataset, say) },
    columns: look.columns?.filter(isShown) ?? null,
    joinBy: isOrder ? look.joinBy : null,
    sort: isSortable ? look.sort : null,
    moderator: isModerator ? look.moderator : null,
    colourBy: isColour ? look.colourBy : null,
  };
}

/** Keys of effects that begin with a measure which some outcome's data give. */
function knownEffects(keys: readonly string[], { rows }: Dataset, say: Say): readonly string[] {
  const measures = new Set<string>(rows.flatMap(({ data }) => MEASURES_FOR[data.kind]));
  const isKnown = (key: string) => measures.has(key.split(" ", 1)[0] ?? "");
  for (const key of keys) if (!isKnown(key)) say("effects among all analyses", key);
  return keys.every(isKnown) ? keys : keys.filter(isKnown);
}
