/** What a worker offers so that the page can notice its end. */
export interface Lifeline {
  /** Holds a lock for as long as the worker lives. */
  holdLock(name: string): Promise<void>;
}

/** The worker's part: the page notices its death by getting the lock itself. */
export function holdLock(name: string): Promise<void> {
  return new Promise((held) => {
    void navigator.locks.request(name, () => {
      held();
      return new Promise(() => {});
    });
  });
}

/** Resolves when the worker is gone, however it went; never rejects. */
export function deathOf(worker: Worker, api: Lifeline): Promise<void> {
  return new Promise((died) => {
    worker.addEventListener("error", () => died());
    worker.addEventListener("messageerror", () => died());
    void watch(api, died);
  });
}

/** A worker that is closed or killed fires no event, but it lets go of its lock. */
async function watch(api: Lifeline, died: () => void): Promise<void> {
  if (!navigator.locks) return; // pages served over plain http from another machine: error events alone
  const name = `understory-worker-${crypto.randomUUID()}`;
  await api.holdLock(name);
  await navigator.locks.request(name, died);
}
