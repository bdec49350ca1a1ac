import type { Source } from "../data/readDataset";
import { NO_LENS } from "../model/lens";
import { DEFAULT_LOOK } from "../model/look";
import type { UserError } from "../model/userError";
import type { PoolClient } from "../worker/client";
import type { AppState, Asked, Held } from "./appState";
import { defaultAsked } from "./selectors";
import type { AppStore } from "./store";

/** Brings a freshly opened dataset to what a link asks of it; the default asks nothing. */
export type Correct = (
  asked: Asked,
  held: Held,
) => {
  readonly state: Asked & Partial<Pick<AppState, "view" | "look" | "lens">>;
  readonly notices: readonly UserError[];
};

const AS_IT_IS: Correct = (state) => ({ state, notices: [] });

/** Opening datasets: bundled ones from the site, the reader's own from a file. What was open stays until the new one is there. */
export function createLoading(store: AppStore, client: PoolClient, fetchSource: (id: string) => Promise<Source>) {
  let opened = 0;

  function show(held: Held, correct: Correct): void {
    const { state, notices } = correct(defaultAsked(held.dataset), held);
    store.setState({
      look: DEFAULT_LOOK,
      lens: NO_LENS,
      ...state,
      held,
      notices,
      loading: null,
      pending: null,
      openStudy: null,
      lit: null,
      picked: [],
      pinned: null,
      answered: null,
      overview: null,
      answeredFor: null,
      previous: null,
      comparedBy: [],
      published: [],
    });
    store.temporal.getState().clear();
    void client.published(held.key).then((published) => {
      if (store.getState().held === held) store.setState({ published });
    });
  }

  const refuse = (error: UserError) => store.setState((s) => ({ loading: null, notices: [...s.notices, error] }));

  return {
    /** Opens a dataset of the site by its id; what cannot be opened is said, and changes nothing else. */
    async openBundled(id: string, correct: Correct = AS_IT_IS): Promise<void> {
      store.setState({ loading: id });
      try {
        const { dataset, errors } = await client.open(id, await fetchSource(id));
        if (store.getState().loading !== id) return; // another dataset was chosen meanwhile
        if (dataset) show({ key: id, dataset }, correct);
        else refuse(errors[0] ?? notOpened(id));
      } catch {
        refuse(notOpened(id));
      }
    },

    /** Shows a dataset that was opened before in this visit. */
    reopen: (held: Held, correct: Correct = AS_IT_IS) => show(held, correct),

    /** Reads a reader's file. Without faults it is shown; with faults it waits as `pending`, and nothing on the page changes. */
    async openFile(file: File, descriptor: File | null): Promise<void> {
      const key = `own-${++opened}`;
      store.setState({ loading: file.name, pending: null });
      try {
        const csv = new Uint8Array(await file.arrayBuffer());
        const source = { csv, fileName: file.name };
        const reading = await client.open(
          key,
          descriptor ? { ...source, descriptorJson: await descriptor.text() } : source,
        );
        if (store.getState().loading !== file.name) return;
        if (reading.dataset && reading.errorCount === 0) this.keep({ key, dataset: reading.dataset }, reading.notes);
        else store.setState({ loading: null, pending: { key, fileName: file.name, reading } });
      } catch {
        refuse(notRead(file.name));
      }
    },

    /** Shows the reader's own dataset, says how the file was understood, and lists it in the picker. */
    keep(held: Held, notes: readonly UserError[]): void {
      store.setState((s) => ({ own: [...s.own, held] }));
      show(held, (state) => ({ state, notices: notes }));
    },

    discard: () => store.setState({ pending: null, loading: null }),
  };
}

export type Loading = ReturnType<typeof createLoading>;

function notOpened(id: string): UserError {
  return {
    code: "dataset-not-opened",
    message: `The dataset “${id}” could not be fetched from this site.`,
    remedy: "Check the connection and choose it again, or choose another dataset.",
    where: {},
  };
}

function notRead(fileName: string): UserError {
  return {
    code: "file-not-read",
    message: `The browser could not read “${fileName}”.`,
    remedy: "The file may have been moved or may be locked by another program: close it there and choose it again.",
    where: {},
  };
}
