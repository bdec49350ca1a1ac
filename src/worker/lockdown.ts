// A page's meta policy does not reach its workers: where the host sends no header, take the network away here,
// before any other module runs, so that a reader's data cannot leave the machine.
const NETWORK = [
  "fetch",
  "XMLHttpRequest",
  "WebSocket",
  "WebTransport",
  "EventSource",
  "importScripts",
  "Worker",
  "caches",
  "indexedDB",
];

for (const name of NETWORK) {
  Object.defineProperty(globalThis, name, { value: undefined, configurable: false, writable: false });
}

export {};
