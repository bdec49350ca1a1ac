import type { Reading } from "../data/readDataset";
import type { Mapping } from "../model/mapping";
import type { OwnData } from "../model/ownData";
import type { UserError } from "../model/userError";
import type { ImportClient } from "../worker/import/client";
import type { InspectChoice, Inspected, MappableTable, Mapped, Progress, SourceFile } from "../worker/import/protocol";
import type { Held, Pending, PendingStep } from "./appState";
import type { Remembered } from "./keep/remembered";
import { addressHere, fetchLinked, fileNameAt } from "./linkedFile";
import type { Correct, Loading } from "./loading";
import { fileNotRead, linkNotFetched, linkNotHere, readAs, weightiestFirst } from "./openingNotices";
import { overlayJudgements } from "./overlayJudgements";
import { asLastMapped, rememberedMapping, rememberMapping } from "./rememberedMapping";
import type { AppStore } from "./store";

/** Reading that takes longer than this is said, with a way to stop it. */
const NOTICEABLE_MS = 300;

/** Files as the reader chose them, read anew for each look at them. */
export interface ChosenFiles {
  readonly name: string;
  readonly read: () => Promise<readonly SourceFile[]>;
  /** Where they came from, if from a link of this site, and what else the link asks for. */
  readonly linked?: { readonly link: string; readonly correct: Correct };
}

/** Brings files of the reader's to the page, step by step; whatever is in them, what is open stays until they are there. */
export function createOpening(store: AppStore, imports: ImportClient, loading: Loading, remembered: Remembered) {
  let chosen: ChosenFiles | null = null;
  let running: AbortController | null = null;
  let looks = 0;

  const wait = (id: number, step: PendingStep) => {
    const fileName = chosen?.name ?? "";
    store.setState({ loading: null, pending: { id, fileName, ...step } as Pending });
  };
  const say = (...added: readonly UserError[]) =>
    store.setState((s) => ({ loading: null, pending: null, notices: [...s.notices, ...added] }));

  async function look(files: ChosenFiles, choice: InspectChoice): Promise<void> {
    running?.abort();
    running = new AbortController();
    const { signal } = running;
    const id = ++looks;
    chosen = files;
    store.setState({ loading: files.name, pending: null });
    // Another dataset may have been chosen meanwhile, which then is what the reader wants.
    const isWanted = () => !signal.aborted && store.getState().loading === files.name;
    const show = (pending: Pending) => isWanted() && store.setState({ pending });
    const reading = { id, fileName: files.name, step: "reading" } as const;
    let isSlow = false;
    const slow = setTimeout(() => {
      isSlow = true;
      show({ ...reading, progress: null });
    }, NOTICEABLE_MS);
    const onProgress = (progress: Progress) => isSlow && show({ ...reading, progress });
    const sources = await files.read().catch(() => null);
    const found = sources && (await imports.inspect(sources, choice, { signal, onProgress }));
    const inspected = found && (await asLastMapped(remembered, found));
    clearTimeout(slow);
    if (!isWanted()) letGo(id);
    else if (!sources) say(files.linked ? linkNotFetched(files.linked.link) : fileNotRead(files.name));
    else if (inspected) await take(id, files, inspected);
  }

  function letGo(id: number): void {
    if (store.getState().pending?.id === id) store.setState({ pending: null });
  }

  async function take(id: number, files: ChosenFiles, inspected: Inspected): Promise<void> {
    switch (inspected.kind) {
      case "read": {
        const { own, reading } = inspected;
        if (!reading.dataset || reading.errorCount > 0) wait(id, { step: "faults", own, reading });
        else await keep(own, reading.dataset, [...readAs(own), ...weightiestFirst(reading.notes)]);
        return;
      }
      case "sheets":
        wait(id, { step: "sheets", names: inspected.names });
        return;
      case "map": {
        const { kind: _, ...asked } = inspected;
        wait(id, { step: "map", ...asked });
        return;
      }
      case "judgements":
        say(...(await overlayJudgements(files.name, inspected, { store, imports, loading })));
        return;
      case "refused": {
        const { errors } = inspected;
        const reading = { dataset: null, errors, errorCount: errors.length, rejectedRows: 0, notes: [] };
        wait(id, { step: "faults", own: null, reading });
        return;
      }
    }
  }

  async function keep(own: OwnData, dataset: Held["dataset"], notes: readonly UserError[]): Promise<void> {
    const linked = chosen?.linked;
    const held: Held = { key: `own-${own.id}`, dataset, own, ...(linked && { link: linked.link }) };
    store.setState({ pending: null });
    await loading.keep(held, (asked, opened) => {
      const { state, notices } = linked?.correct(asked, opened) ?? { state: asked, notices: [] };
      return { state, notices: [...notes, ...notices] };
    });
  }

  return {
    /** Looks into files and opens them, or asks what it needs to know. */
    open: (files: ChosenFiles, choice: InspectChoice = {}) => look(files, choice),

    /** Opens a file of this site that a link names, relative to `base`; `correct` is what else the link asks for. */
    async openLinked(link: string, base: string, correct: Correct): Promise<void> {
      const url = addressHere(link, base);
      if (!url) return say(linkNotHere(link));
      const read = async () => [await fetchLinked(url)];
      await look({ name: fileNameAt(url), read, linked: { link, correct } }, {});
    },

    /** Looks into the same files again: another sheet, or with the columns mapped by the reader. */
    again: async (choice: InspectChoice) => (chosen ? look(chosen, choice) : undefined),

    /** What a mapping comes to, before it is confirmed. */
    preview: (mapping: Mapping, table: string): Promise<Mapped> => imports.mapped(mapping, table),

    /** The mapping that a table would begin with: what the reader last said of such headers, else a guess. */
    guess: async ({ name, header }: MappableTable): Promise<Mapping | null> =>
      (await rememberedMapping(remembered, header)) ?? (await imports.guess(name)),

    /** The guess alone, whatever was said before. */
    guessAnew: (table: MappableTable): Promise<Mapping | null> => imports.guess(table.name),

    /** Keeps what the reader says of columns for the next file that has them. */
    remember: ({ header }: MappableTable, mapping: Mapping) => rememberMapping(remembered, header, mapping),

    /** Shows what was read, without the rows that are not in it. */
    keep,

    /** Reads data that did not come in a file: kept in this browser, or carried by a link. */
    read: (own: OwnData): Promise<Reading> => imports.read(own),

    /** Stops reading, or lets go of what was read; what is open stays. */
    discard(): void {
      running?.abort();
      store.setState({ pending: null, loading: null });
    },
  };
}

export type Opening = ReturnType<typeof createOpening>;
