import type { Descriptor } from "../../model/descriptor";
import { COLUMN_KEYS, type Look, SORT_KEYS } from "../../model/look";
import { CUMULATIVE_ORDERS } from "../../model/sensitivity";
import type { Say } from "./correct";

/** A link's look brought to what the dataset has; each correction is said. */
export function correctLook(look: Look, { columns }: Descriptor, say: Say): Look {
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
  return {
    ...look,
    columns: look.columns?.filter(isShown) ?? null,
    joinBy: isOrder ? look.joinBy : null,
    sort: isSortable ? look.sort : null,
    moderator: isModerator ? look.moderator : null,
    colourBy: isColour ? look.colourBy : null,
  };
}
