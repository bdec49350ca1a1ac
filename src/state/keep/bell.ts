/** Tells the site's other open pages that what is kept has changed, and hears it of them. */
export function createBell(heard: () => void): () => void {
  if (!("BroadcastChannel" in globalThis)) return () => undefined;
  const channel = new BroadcastChannel("understory.kept");
  channel.addEventListener("message", heard);
  return () => channel.postMessage(null);
}
