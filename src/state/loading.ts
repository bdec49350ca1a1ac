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

/** Shows datasets: bundled ones from the site, the reader's own once they are read. What was open stays until the new one is there. */
export function createLoading(store: AppStore, client: PoolClient, fetchSource: (id: string) => Promise<Source>) {
  function show(held: Held, correct: Correct): void {
    const { state, notices } = correct(defaultAsked(held.dataset), held);
    store.setState({
      look: DEFAULT_LOOK,
      lens: NO_LENS,
      ...state,
      held,
      notices,
      loading: null,
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

    /** Shows the reader's own dataset and lists it in the picker, in the place of one of the same key. */
    async keep(held: Held, correct: Correct = AS_IT_IS): Promise<void> {
      await client.keep(held.key, held.dataset);
      store.setState((s) => ({ own: listed(s.own, held) }));
      show(held, correct);
    },
  };
}

function listed(own: readonly Held[], held: Held): readonly Held[] {
  const isNew = own.every(({ key }) => key !== held.key);
  return isNew ? [...own, held] : own.map((one) => (one.key === held.key ? held : one));
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
