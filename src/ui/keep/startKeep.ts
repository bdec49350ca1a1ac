import { browserStore } from "../../state/keep/browserStore";
import { type Keep, startKeeping } from "../../state/keep/keep";
import type { Loading } from "../../state/loading";
import type { Opening } from "../../state/opening";
import type { AppStore } from "../../state/store";
import type { PoolClient } from "../../worker/client";
import { DEFAULT_DATASET } from "../datasets";
import { dataHash } from "../export/dataHash";

/** Starts to keep the reader's data in the browser's own database. */
export function startKeep(store: AppStore, loading: Loading, pool: PoolClient, opening: () => Promise<Opening>): Keep {
  return startKeeping({
    ...{ store, loading, pool },
    db: browserStore,
    read: async (own) => (await opening()).read(own),
    digest: dataHash,
    defaultData: DEFAULT_DATASET,
    version: __APP_VERSION__,
  });
}
