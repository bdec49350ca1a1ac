import { useRef, useState } from "react";
import { changed } from "../../data/tidyTable";
import type { TableChange } from "../../model/finding";
import type { OwnData, TidyTable } from "../../model/ownData";
import type { Edited } from "../../state/ownEdits";
import { useServices } from "../appContext";
import { rememberReading } from "./useReading";

/** The reader's table with what was changed and is still being read, and the ways to change it. */
export interface Edits {
  readonly table: TidyTable;
  /** @param said what is told of it once it is done. */
  edit(changes: readonly TableChange[], said: string): void;
  replace(edit: (own: OwnData) => OwnData): void;
}

/** Changes show in the table at once; one that cannot be read is taken back, and told why. */
export function useEdits(own: OwnData, say: (words: string) => void): Edits {
  const { edits, store } = useServices();
  const [ahead, setAhead] = useState<TidyTable | null>(null);
  const newest = useRef<TidyTable | null>(null);
  const waiting = useRef(0);

  function show(table: TidyTable | null): void {
    newest.current = table;
    setAhead(table);
  }

  async function settle(asked: Promise<Edited>, said: string): Promise<void> {
    waiting.current += 1;
    // An undo may have taken away the rows that a change was about.
    const edited = await asked.catch((): Edited => ({ kind: "refused", errors: [] }));
    waiting.current -= 1;
    if (edited.kind === "done") {
      const now = store.getState().held?.own;
      if (now) rememberReading(now, edited.reading);
      if (said !== "") say(said);
    } else say(refusal(edited));
    if (waiting.current === 0 || edited.kind === "refused") show(null);
  }

  return {
    table: ahead ?? own.table,
    edit(changes, said) {
      if (changes.length === 0) return;
      const shown = newest.current ?? store.getState().held?.own?.table ?? own.table;
      show(changed(shown, changes));
      void settle(
        edits().then((to) => to.edit(changes)),
        said,
      );
    },
    replace(change) {
      void settle(
        edits().then((to) => to.replace(change)),
        "",
      );
    },
  };
}

function refusal({ errors: [error] }: Extract<Edited, { kind: "refused" }>): string {
  if (!error) return "The change was not made: something else happened to the data meanwhile.";
  return `The change was not made, since nothing could be pooled after it. ${error.message}`;
}
