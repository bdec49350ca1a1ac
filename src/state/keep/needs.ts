import type { Reading } from "../../data/readDataset";
import type { Dataset } from "../../model/descriptor";
import type { OwnData } from "../../model/ownData";
import type { PoolClient } from "../../worker/client";
import type { Loading } from "../loading";
import type { AppStore } from "../store";
import type { KeepStore } from "./keepStore";

/** What keeping needs of the page. */
export interface Needs {
  readonly store: AppStore;
  readonly loading: Pick<Loading, "openBundled" | "reopen" | "keep">;
  readonly pool: Pick<PoolClient, "keep" | "recall">;
  readonly db: KeepStore;
  readonly read: (own: OwnData) => Promise<Reading>;
  /** SHA-256 of a dataset's rows in hexadecimal; null where the browser offers no digests. */
  readonly digest: (dataset: Dataset) => Promise<string | null>;
  /** Id of the site's default dataset. */
  readonly defaultData: string;
  /** Of Understory. */
  readonly version: string;
}
