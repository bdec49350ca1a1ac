import type { Described } from "../../../model/ownData";
import { ASSUMED } from "../../drafts";
import type { TidyCells } from "../tidyRecords";
import type { Source } from "./numbers";

/** What mean scores of a database on one disorder are of. */
const SEVERITY = "Symptom severity";
const CONTINUOUS = new Set(["", "msd", "imsd", "change", "mean", "means"]);

const TIMES: ReadonlyMap<string, string> = new Map([
  ["post", "Post-treatment"],
  ["fu", "Follow-up"],
  ["follow-up", "Follow-up"],
  ["followup", "Follow-up"],
]);

/** "response" is the outcome "Response"; means, changes and their effect sizes are severity. */
export function outcomeOf(type: string, source: Source): string {
  const counted = source === "events" || source === "log-rr";
  if (!CONTINUOUS.has(type.toLowerCase())) return capital(type);
  return counted ? "Events" : SEVERITY;
}

/** "post" is "Post-treatment"; where only weeks are known, "8 weeks". */
export function timepointOf(time: string, weeks: string): string {
  if (time !== "") return TIMES.get(time.toLowerCase()) ?? capital(time);
  return weeks === "" ? ASSUMED.timepoint : `${weeks} weeks`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const G = { name: "Hedges’ g", short: "g", scale: "identity" } as const;
const RR = { name: "risk ratio", short: "RR", scale: "log" } as const;

/** What is known of the outcomes by their names, and of effects that the database computed. */
export function describedOutcomes(read: readonly { readonly cells: TidyCells; readonly source: Source }[]): Described {
  const sources = new Map<string, Set<Source>>();
  for (const { cells, source } of read) {
    const name = cells.outcome ?? "";
    sources.set(name, (sources.get(name) ?? new Set()).add(source));
  }
  const outcomes = [...sources].map(([name, found]) => {
    const given = found.has("g") ? { given: G } : found.has("log-rr") ? { given: RR } : {};
    const wanted = /^(response|remission|recovery)/i.test(name);
    const unwanted = /^(deterioration|drop-?out|harm)/i.test(name);
    return { name, ...given, better: wanted ? ("higher" as const) : ("lower" as const), harm: unwanted };
  });
  return { outcomes };
}
