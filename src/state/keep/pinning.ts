import type { Held } from "../appState";
import { defaultAsked, questionOf } from "../selectors";
import { share } from "../share";
import { linkedBy } from "../url/linkedBy";
import { firstAnswer } from "./firstAnswer";
import type { Needs } from "./needs";

/** Asks again what the reader held on to, and holds on to the answer. An edit may have taken its outcome away: then not. */
export async function pinAgain(
  { store, pool }: Pick<Needs, "store" | "pool">,
  held: Held,
  search: string,
): Promise<void> {
  const { state, notices } = linkedBy(search)(defaultAsked(held.dataset), held);
  if (notices.length > 0) return;
  const [analysis, first] = await Promise.all([
    pool.recall(held.key, questionOf(state, held.dataset.descriptor)),
    firstAnswer(store, held),
  ]);
  // The answer that the page opens with may be the very one.
  const pinned = { analysis: share(first, analysis) };
  store.setState((s) => (s.held === held && s.pinned === null ? { pinned } : {}));
}
