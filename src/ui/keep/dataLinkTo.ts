import { encodeDataLink } from "../../data/project/dataLink";
import type { AppState } from "../../state/appState";
import { resultDigits } from "../../state/keep/resultDigits";
import { linkTo } from "../../state/url/linkTo";
import { DEFAULT_DATASET } from "../datasets";
import { dataHash } from "../export/dataHash";

/** The link to this view that carries the reader's data themselves; null where a dataset of the site is open. */
export async function dataLinkTo(state: AppState): Promise<string | null> {
  const { held, answered } = state;
  if (!held?.own) return null;
  const sha256 = await dataHash(held.dataset);
  const results = answered && resultDigits(answered.analysis);
  return linkTo(state, DEFAULT_DATASET, encodeDataLink({ own: held.own, sha256, results }));
}
