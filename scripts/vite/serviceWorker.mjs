// What was opened once opens again without a network. `offline.ts` writes this beside the page, with its files listed.
const NAME = `understory ${self.registration.scope}`;
const CACHE = `${NAME} __BUILD__`;
const FILES = __FILES__;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES)));
});

// It waits for pages of the build before to be closed: until then they find their own parts where they were.
self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => names.filter((name) => name.startsWith(NAME) && name !== CACHE))
      .then((old) => Promise.all(old.map((name) => caches.delete(name)))),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(self.registration.scope)) event.respondWith(answer(request));
});

/** Parts named by what is in them never change; all else comes from the site, and from here where that is not to be had. */
async function answer(request) {
  const isPart = request.url.startsWith(`${self.registration.scope}assets/`);
  const kept = isPart ? await keptFor(request) : undefined;
  if (kept) return kept;
  try {
    return await fetch(request);
  } catch (fault) {
    const last = await keptFor(request);
    if (last) return last;
    throw fault;
  }
}

/** Any address of the page is the same file; scripts are kept whatever their request varies by. */
function keptFor(request) {
  const asked = request.mode === "navigate" ? "./" : request;
  return caches.match(asked, { ignoreSearch: true, ignoreVary: true });
}
