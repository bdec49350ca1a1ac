import "./ui/tokens.css";
import { lazy, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { createActions } from "./state/actions";
import { keepAnswered } from "./state/asking";
import { createLoading } from "./state/loading";
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
keepAnswered(store, client, drawn);
syncUrl(store, loading, DEFAULT_DATASET);

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(
  <AppContext
    value={{
      store,
      settled: createSettled(store),
      loading,
      actions: createActions(store),
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
