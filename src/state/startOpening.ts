import { createImportClient } from "../worker/import/client";
import { startImportService } from "../worker/import/service";
import { remembered } from "./keep/browserStore";
import type { Loading } from "./loading";
import { createOpening, type Opening } from "./opening";
import type { AppStore } from "./store";

/** The opening of files with its worker: what the page fetches when the first file is to be opened. */
export function startOpening(store: AppStore, loading: Loading): Opening {
  return createOpening(store, createImportClient(startImportService), loading, remembered);
}
