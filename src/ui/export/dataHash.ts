import type { Dataset } from "../../model/descriptor";

const known = new WeakMap<Dataset, Promise<string | null>>();

/**
 * SHA-256 of a dataset's rows in hexadecimal: the same rows, wherever they are read, have the same. null where the
 * browser offers no digests, as on pages served over plain http from another machine.
 */
export function dataHash(dataset: Dataset): Promise<string | null> {
  const hash = known.get(dataset) ?? digest(dataset);
  known.set(dataset, hash);
  return hash;
}

async function digest({ rows }: Dataset): Promise<string | null> {
  if (!globalThis.crypto?.subtle) return null;
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(JSON.stringify(rows)));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
