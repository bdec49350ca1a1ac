import { changed } from "../data/tidyTable";
import type { AppliedRemedy, Finding, Remedy } from "../model/finding";
import type { OwnData } from "../model/ownData";
import type { AppStore } from "./store";

/** The data once a remedy is carried out, and what was done listed with them. */
export function remedied(own: OwnData, { id: findingId, check, message }: Finding, remedy: Remedy): OwnData {
  const { changes, derivation, sentence, given } = remedy;
  const applied: AppliedRemedy = { findingId, check, message, derivation, sentence };
  return {
    ...own,
    table: changed(own.table, changes),
    described: given ? withGiven(own.described, given) : own.described,
    remedies: [...own.remedies, applied],
  };
}

function withGiven(
  described: OwnData["described"],
  { outcome, is }: NonNullable<Remedy["given"]>,
): OwnData["described"] {
  const { outcomes = [] } = described;
  const isKnown = outcomes.some(({ name }) => name === outcome);
  return {
    ...described,
    outcomes: isKnown
      ? outcomes.map((one) => (one.name === outcome ? { ...one, given: is } : one))
      : [...outcomes, { name: outcome, given: is }],
  };
}

/**
 * What the data were before the newest remedy; null where the history of undo does not reach so far, or something else
 * was edited since.
 */
export function beforeRemedy(
  store: Pick<AppStore, "getState" | "temporal">,
): Pick<OwnData, "table" | "described" | "remedies"> | null {
  const own = store.getState().held?.own;
  const before = store.temporal
    .getState()
    .pastStates.map(({ held }) => held?.own)
    .findLast((was) => was?.table !== own?.table || was?.described !== own?.described);
  if (!own || !before || before.remedies.length !== own.remedies.length - 1) return null;
  const { table, described, remedies } = before;
  return { table, described, remedies };
}
