import type { UserError } from "../../model/userError";
import type { Held } from "../appState";
import type { Correct } from "../loading";
import { correct } from "./correct";
import { fromSearch } from "./link";
import type { Linked } from "./params";
import { defaultsOf } from "./searchOf";

/** Brings a dataset to what a link's search part asks for. */
export function linkedBy(search: string): Correct {
  return (_, held) => readLink(search, held);
}

/** What a link's search part asks of a dataset, as far as that can give it, and what was corrected. */
export function readLink(search: string, held: Held): { state: Linked; notices: UserError[] } {
  const asked = fromSearch(search, defaultsOf(held));
  const corrected = correct(asked.state, held);
  return { state: corrected.state, notices: [...asked.notices, ...corrected.notices] };
}
