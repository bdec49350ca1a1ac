const LONGEST = 1000; // beyond this, comparing costs more than drawing anew

/**
 * `next`, with each part that equals its counterpart in `last` replaced by that very part: what is the same by value is
 * then the same by identity, and is not drawn anew. For plain data only.
 */
export function share<T>(last: unknown, next: T): T {
  if (Object.is(last, next)) return next;
  if (Array.isArray(last) && Array.isArray(next)) return shareArray(last, next) as T;
  if (isRecord(last) && isRecord(next)) return shareRecord(last, next) as T;
  return next;
}

function shareArray(last: readonly unknown[], next: readonly unknown[]): readonly unknown[] {
  if (next.length > LONGEST) return next;
  const shared = next.map((item, i) => share(last[i], item));
  return last.length === next.length && shared.every((item, i) => Object.is(item, last[i])) ? last : shared;
}

type Plain = Readonly<Record<string, unknown>>;

function shareRecord(last: Plain, next: Plain): Plain {
  const keys = Object.keys(next);
  const shared = Object.fromEntries(keys.map((key) => [key, share(last[key], next[key])]));
  const isSame = Object.keys(last).length === keys.length && keys.every((key) => Object.is(shared[key], last[key]));
  return isSame ? last : shared;
}

function isRecord(value: unknown): value is Plain {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
