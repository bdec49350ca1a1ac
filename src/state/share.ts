const LONGEST = 1000; // beyond this, comparing costs more than drawing anew

type Plain = Record<string, unknown>;

/**
 * `next`, with each part that equals its counterpart in `last` replaced by that very part: what is the same by value is
 * then the same by identity, and is not drawn anew. For plain data that nobody else holds: `next` itself is changed, so
 * that nothing is left behind to be collected in the middle of a drawing.
 */
export function share<T>(last: unknown, next: T): T {
  if (Object.is(last, next)) return next;
  if (Array.isArray(last) && Array.isArray(next)) return shareArray(last, next) as T;
  if (isPlain(last) && isPlain(next)) return shareRecord(last, next) as T;
  return next;
}

function shareArray(last: unknown[], next: unknown[]): unknown[] {
  if (next.length > LONGEST) return next;
  let isSame = last.length === next.length;
  for (let i = 0; i < next.length; i++) {
    next[i] = share(last[i], next[i]);
    isSame &&= Object.is(next[i], last[i]);
  }
  return isSame ? last : next;
}

function shareRecord(last: Plain, next: Plain): Plain {
  let isSame = true;
  for (const key in next) {
    next[key] = share(last[key], next[key]);
    isSame &&= key in last && Object.is(next[key], last[key]);
  }
  for (const key in last) isSame &&= key in next;
  return isSame ? last : next;
}

function isPlain(value: unknown): value is Plain {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
