import { type KeepStore, type Kept, type KeptEntry, outcomeOf } from "./keepStore";

/** A store that forgets with the process, for tests; `fail` makes every call reject from then on. */
export function createMemoryStore(): KeepStore & { fail: (fault: Error | null) => void } {
  const kept = new Map<string, Kept>();
  const remembered = new Map<string, unknown>();
  let failing: Error | null = null;
  const turn = async () => {
    await Promise.resolve();
    if (failing) throw failing;
  };
  return {
    fail: (fault) => {
      failing = fault;
    },
    async list(): Promise<readonly KeptEntry[]> {
      await turn();
      return [...kept.values()].map(({ entry }) => entry);
    },
    async get(id) {
      await turn();
      return kept.get(id) ?? null;
    },
    async save(saving) {
      await turn();
      const { id } = saving.entry;
      const before = kept.get(id);
      const outcome = outcomeOf(saving, before?.entry);
      const own = saving.own ?? before?.own;
      if (outcome.kind === "saved" && own) kept.set(id, { entry: outcome.entry, own });
      return outcome;
    },
    async remove(id) {
      await turn();
      kept.delete(id);
    },
    async recall(key) {
      await turn();
      return remembered.get(key);
    },
    async change(key, next) {
      await turn();
      remembered.set(key, next(remembered.get(key)));
    },
    async clear() {
      await turn();
      kept.clear();
      remembered.clear();
    },
  };
}
