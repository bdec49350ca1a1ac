import type { UserError } from "../../../model/userError";
import { excerpt } from "../../excerpt";
import type { TidyColumn } from "../../tidy";
import { type Columns, numberIn, textIn } from "../tableView";
import type { TidyCells } from "../tidyRecords";
import { type ArmColumns, armColumns } from "./armColumns";
import { type NumberSet, noNotes } from "./numberSet";

/** Tidy cells that are cells of the table as they are; null where all of `deciding` are empty. */
export function copied(
  kind: NumberSet["kind"],
  columns: Readonly<Partial<Record<TidyColumn, number>>>,
  deciding: readonly TidyColumn[],
): NumberSet {
  const entries = Object.entries(columns) as [TidyColumn, number][];
  return {
    kind,
    taken: entries.map(([, place]) => place),
    given: null,
    timepoint: null,
    cells: (cells) => {
      if (deciding.every((column) => textIn(cells, columns[column] ?? null) === "")) return null;
      return Object.fromEntries(entries.map(([column, place]) => [column, cells[place] ?? ""]));
    },
    notes: noNotes,
  };
}

/** Means of two arms under any pair of arm names. */
export function meansByArm({ header }: Columns): readonly NumberSet[] {
  const found = armColumns(header, ["n", "mean", "sd"]);
  if (!found) return [];
  const { first, second } = found;
  const columns = {
    ...{ m1i: first.mean!, sd1i: first.sd!, n1i: first.n! },
    ...{ m2i: second.mean!, sd2i: second.sd!, n2i: second.n! },
  };
  return [{ ...copied("means", columns, ["m1i", "sd1i", "m2i", "sd2i"]), notes: () => armsTold(found) }];
}

/** Events in two arms under any pair of arm names. */
export function eventsByArm({ header }: Columns): readonly NumberSet[] {
  const found = armColumns(header, ["n", "events"]);
  if (!found) return [];
  const { first, second } = found;
  const columns = { ai: first.events!, n1i: first.n!, ci: second.events!, n2i: second.n! };
  return [{ ...copied("events", columns, ["ai", "ci"]), notes: () => armsTold(found) }];
}

/** Said where the names of the arms leave open which of them is the intervention. */
function armsTold({ told, arms: [first, second] }: ArmColumns): readonly UserError[] {
  if (told) return [];
  return [
    {
      code: "arms-in-order",
      message: `“${excerpt(first)}” is taken as the intervention and “${excerpt(second)}” as the control, as they stand in the file.`,
      remedy: "If it is the other way round, open the file by assigning its columns.",
      where: {},
    },
  ];
}

/** Events with and without, as four cells: `n1i` is `ai + bi`. */
export function fourCells(table: Columns, keys: readonly [string, string, string, string]): readonly NumberSet[] {
  if (!table.has(...keys)) return [];
  const [a, b, c, d] = keys.map((key) => table.at(key)!) as [number, number, number, number];
  const sum = (cells: readonly string[], events: number, others: number) => {
    const [affected, spared] = [numberIn(cells, events), numberIn(cells, others)];
    // What is no number stays as it is, so that its fault can be told.
    return affected !== null && spared !== null ? String(affected + spared) : textIn(cells, others);
  };
  return [
    {
      kind: "events",
      taken: [a, b, c, d],
      given: null,
      timepoint: null,
      cells: (cells): TidyCells | null => {
        if ([a, b, c, d].every((place) => textIn(cells, place) === "")) return null;
        return { ai: cells[a]!, n1i: sum(cells, a, b), ci: cells[c]!, n2i: sum(cells, c, d) };
      },
      notes: noNotes,
    },
  ];
}
