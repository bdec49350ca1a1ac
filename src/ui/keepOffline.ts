import { scriptUrl } from "../worker/scriptUrl";

const AFTER_MS = 4000; // the reader's first look comes first

/** Keeps the page on this device once it was opened, so that it opens again without a network. */
export function keepOffline(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  setTimeout(() => {
    // Where the browser refuses, in a private window or without room, the page needs the network as any other does.
    navigator.serviceWorker.register(scriptUrl("sw.js")).catch(() => {});
  }, AFTER_MS);
}
