import "./ui/tokens.css";
import { lazy, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { createActions } from "./state/actions";
import { keepAnswered } from "./state/asking";
import type { Keep } from "./state/keep/keep";
import { createLoading } from "./state/loading";
import type { Opening } from "./state/opening";
import type { OwnEdits } from "./state/ownEdits";
import { createSettled } from "./state/settled";
import { createAppStore } from "./state/store";
import { isEmbed } from "./state/url/link";
import { syncUrl } from "./state/url/sync";
import { App } from "./ui/App";
import { AppContext } from "./ui/appContext";
import { DEFAULT_DATASET } from "./ui/datasets";
import { drawn } from "./ui/drawn";
import { fetchSource } from "./ui/fetchSource";
import { createPoolClient } from "./worker/client";
import { startService } from "./worker/service";

const EmbedPage = lazy(() => import("./ui/embed/EmbedPage"));

const store = createAppStore();
const client = createPoolClient(startService);
const loading = createLoading(store, client, fetchSource);
let begun: Promise<Opening> | null = null;
/** What opens files is fetched when the first one is to be opened. */
const opening = () =>
  (begun ??= import("./state/startOpening").then(({ startOpening }) => startOpening(store, loading)));
let keeping: Promise<Keep> | null = null;
/** What keeps the reader's own data follows the first answer, unless the address asks for such data. */
const keep = () =>
  (keeping ??= import("./ui/keep/startKeep").then(({ startKeep }) => startKeep(store, loading, client, opening)));
let editing: Promise<OwnEdits> | null = null;
/** What edits the reader's own data is fetched at the first edit. */
const edits = () =>
  (editing ??= import("./state/ownEdits").then(({ createOwnEdits }) =>
    createOwnEdits(store, client, async (own) => (await opening()).read(own)),
  ));
keepAnswered(store, client, drawn);
syncUrl(store, loading, opening, keep, DEFAULT_DATASET);
const stop = store.subscribe(({ overview }) => {
  if (!overview || isEmbed(location.search)) return;
  stop();
  void drawn().then(keep);
});

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(
  <AppContext
    value={{
      store,
      settled: createSettled(store),
      loading,
      opening,
      keep,
      actions: createActions(store),
      edits,
      explore: client.explore,
    }}
  >
    {isEmbed(location.search) ? (
      <Suspense>
        <EmbedPage />
      </Suspense>
    ) : (
      <App />
    )}
  </AppContext>,
);
if (!isEmbed(location.search)) void import("./ui/keepOffline").then(({ keepOffline }) => keepOffline());
