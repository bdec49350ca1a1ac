import type { OwnData } from "../../model/ownData";
import type { AppState, Held } from "../appState";

const OWN = "own-";

/** The key under which a reader's data are open, and which a link names. */
export function keyOf(id: string): string {
  return OWN + id;
}

/** The id in such a key. */
export function idIn(key: string): string {
  return key.slice(OWN.length);
}

/** What is held, under another name or id of the same data. */
export function heldAs({ dataset, ...held }: Held, own: OwnData): Held {
  const { name: shortTitle } = own;
  const { title = shortTitle } = own.described;
  const key = keyOf(own.id);
  return {
    ...held,
    key,
    own,
    dataset: { ...dataset, descriptor: { ...dataset.descriptor, id: key, title, shortTitle } },
  };
}

/** The state with one of the reader's datasets in the place of another, on the page too if that is the one in view. */
export function withHeld({ held, own }: AppState, before: Held, after: Held): Pick<AppState, "held" | "own"> {
  return {
    held: held?.key === before.key ? after : held,
    own: own.map((one) => (one.key === before.key ? after : one)),
  };
}
