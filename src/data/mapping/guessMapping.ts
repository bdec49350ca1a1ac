import type { MappedColumn, Mapping } from "../../model/mapping";
import { ASSUMED } from "../drafts";
import { usualReference } from "../formats/armsToContrasts";
import type { OpenedTable } from "../formats/format";
import { splitTimepoint } from "../splitTimepoint";
import { type TidyColumn, tidyColumn } from "../tidy";
import { guessArms } from "./guessArms";
import { guessEffect } from "./guessEffect";
import type { Guessed } from "./guessed";
import { guessNames } from "./guessNames";
import { guessPairs } from "./guessPairs";
import { type Sniffed, sniffed } from "./sniffed";

/**
 * What the columns of a foreign table may hold, by their names and first values: a first guess, which the reader sees
 * beside what it comes to. Two arms side by side go before a row per arm, and both before ready-made effects.
 */
export function guessMapping(table: OpenedTable): Mapping {
  const columns = sniffed(table);
  const names = guessNames(columns);
  const numeric = columns.filter((column) => column.numbers !== null && !names.has(column.place));
  const tidy = guessTidy(numeric);
  const pairs = guessPairs(numeric);
  const isTold = tidy !== null || pairs.complete;
  const arms = isTold ? null : guessArms(columns, numeric, names);
  const effect = isTold || arms ? null : guessEffect(numeric);
  const guessed: Guessed = tidy ?? arms ?? effect ?? pairs;
  const roles = new Map([
    ...[...names]
      .filter(([, role]) => role !== "arm" || arms !== null)
      .map(([place, role]) => [place, { role }] as const),
    // Sizes go with an effect; means or events that are not complete would only stand in its way.
    ...(effect ? [...pairs.roles].filter(([, { role }]) => role === "n1i" || role === "n2i") : []),
    ...guessed.roles,
  ]);
  const mapped = columns.map(({ place, header }): MappedColumn => {
    return { header, role: "further", outcome: null, timepoint: null, comparator: null, ...roles.get(place) };
  });
  return {
    columns: mapped,
    constants: { ...ASSUMED, ...pairs.constants, ...guessed.constants },
    splitOutcome: splits(columns, mapped),
    givenAre: effect?.givenAre ?? "analysis-scale",
    reference: arms ? referenceOf(columns, mapped) : null,
  };
}

const FEWEST = 3; // names such as "ci" alone say nothing

/** Columns of numbers under our own names, though not enough of them to be read at once. */
function guessTidy(numeric: readonly Sniffed[]): Guessed | null {
  const found = new Map<TidyColumn, number>();
  for (const { header, place } of numeric) {
    const column = tidyColumn(header);
    if (column && !found.has(column)) found.set(column, place);
  }
  return found.size < FEWEST
    ? null
    : { roles: new Map([...found].map(([role, place]) => [place, { role }])), constants: {} };
}

/** Whether outcomes have their timepoints within their names, as no other column says them. */
function splits(columns: readonly Sniffed[], mapped: readonly MappedColumn[]): boolean {
  if (mapped.some(({ role, timepoint }) => role === "timepoint" || timepoint !== null)) return false;
  const outcomes = columns[mapped.findIndex(({ role }) => role === "outcome")]?.values ?? [];
  return outcomes.some((value) => splitTimepoint(value).timepoint !== null);
}

function referenceOf(columns: readonly Sniffed[], mapped: readonly MappedColumn[]): string {
  const valuesOf = (role: MappedColumn["role"]) => columns[mapped.findIndex((column) => column.role === role)]?.values;
  const studies = valuesOf("study") ?? [];
  const arms = valuesOf("arm") ?? [];
  const unknown = { year: "", outcome: "", timepoint: "", n: "", mean: "", sd: "", events: "", further: [] };
  return usualReference(arms.map((arm, row) => ({ ...unknown, row, arm, study: studies[row] ?? String(row) })));
}
