import type { Mapping } from "../../model/mapping";
import type { GuessedRole } from "./guessed";
import type { HeaderParts } from "./headerParts";
import type { Sniffed } from "./sniffed";

/** What columns are about, by their headers; what is the same for all of them is said once, as a constant. */
export function aboutOf(columns: readonly Sniffed[]): (parts: HeaderParts) => Partial<GuessedRole> {
  const severalOutcomes = outcomes(columns).length > 1;
  const severalTimes = timepoints(columns).length > 1;
  return (parts) => ({
    outcome: severalOutcomes ? outcomeIn(parts) : null,
    timepoint: severalTimes ? parts.timepoint : null,
  });
}

/** The outcome and the timepoint that all of the headers name. */
export function constantsOf(columns: readonly Sniffed[]): Partial<Mapping["constants"]> {
  const [outcome, ...otherOutcomes] = outcomes(columns);
  const [timepoint, ...otherTimes] = timepoints(columns);
  return {
    ...(outcome !== undefined && otherOutcomes.length === 0 ? { outcome } : {}),
    ...(timepoint !== undefined && otherTimes.length === 0 ? { timepoint } : {}),
  };
}

function outcomes(columns: readonly Sniffed[]): readonly string[] {
  return [...new Set(columns.flatMap(({ parts }) => outcomeIn(parts) ?? []))];
}

function timepoints(columns: readonly Sniffed[]): readonly string[] {
  return [...new Set(columns.flatMap(({ parts }) => parts.timepoint ?? []))];
}

/** "VAS" of the words that are left of "vas_mean_t"; null for none. */
function outcomeIn({ rest }: HeaderParts): string | null {
  const text = rest.map((token) => token.text).join(" ");
  if (text === "") return null;
  const short = rest.every(({ word }) => word.length < 4);
  return short ? text.toUpperCase() : text.charAt(0).toUpperCase() + text.slice(1);
}
