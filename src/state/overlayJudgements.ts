import type { ReadJudgements } from "../data/formats/format";
import { judgementsOnto } from "../data/judgementsOnto";
import type { UserError } from "../model/userError";
import type { ImportClient } from "../worker/import/client";
import type { Loading } from "./loading";
import { judgementsAdded, judgementsMatchNone, judgementsNeedData } from "./openingNotices";
import type { AppStore } from "./store";
import { correct } from "./url/correct";

interface Page {
  readonly store: AppStore;
  readonly imports: Pick<ImportClient, "read">;
  readonly loading: Pick<Loading, "keep">;
}

/**
 * Judgements belong to studies: they are laid over the reader's own dataset that is open, and what is asked of it stays.
 * @returns what there is to say: whom they were added to, or why to nobody.
 */
export async function overlayJudgements(
  fileName: string,
  judgements: ReadJudgements,
  { store, imports, loading }: Page,
): Promise<readonly UserError[]> {
  const { held } = store.getState();
  if (!held?.own) return [judgementsNeedData(fileName)];
  const { own, matched, unmatched } = judgementsOnto(held.own, judgements);
  const { dataset } = matched.length > 0 ? await imports.read(own) : { dataset: null };
  if (!dataset) return [judgementsMatchNone(fileName, unmatched)];
  const { selection, preset, custom, look, lens, view } = store.getState();
  await loading.keep({ ...held, own, dataset }, (_, opened) =>
    correct({ selection, preset, custom, look, lens, view }, opened),
  );
  return [judgementsAdded(matched.length, unmatched), ...judgements.notes];
}
