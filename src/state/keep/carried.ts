import { decodeDataLink } from "../../data/project/dataLink";
import type { Held } from "../appState";
import type { Correct } from "../loading";
import type { Autosave } from "./autosave";
import { comparison, type Fingerprint } from "./comparison";
import { firstAnswer } from "./firstAnswer";
import type { Needs } from "./needs";
import type { OwnOpening } from "./opening";
import { place } from "./placing";
import { resultDigits } from "./resultDigits";

/** Opens the data that a link carries and tells the reader whether they are the sender's; false where they are broken. */
export async function openCarried(
  needs: Needs,
  opening: OwnOpening,
  autosave: Autosave,
  text: string,
  correct: Correct,
): Promise<boolean> {
  const decoded = decodeDataLink(text);
  if ("error" in decoded) {
    opening.say(decoded.error);
    return false;
  }
  const { own, ...theirs } = decoded.link;
  await autosave.flush();
  const placed = await place(needs, own);
  if (placed.kept) autosave.learn(placed.kept);
  const held = await opening.show(
    placed.own,
    (asked, opened) => {
      const { state, notices } = correct(asked, opened);
      return { state, notices: [...placed.notices, ...notices] };
    },
    null,
  );
  if (held) void compare(needs, held, theirs);
  return held !== null;
}

async function compare({ store, digest }: Needs, held: Held, theirs: Fingerprint): Promise<void> {
  const [sha256, analysis] = await Promise.all([digest(held.dataset), firstAnswer(store, held)]);
  const told = comparison(theirs, { sha256, results: analysis && resultDigits(analysis) });
  if (told && store.getState().held === held) store.setState((s) => ({ notices: [told, ...s.notices] }));
}
