import { Inflate } from "fflate";

/** So many packed bytes at a time: a thousandfold of them, the most that they can become, is still little. */
const SLICE = 4096;

/** What was deflated, or null where it is damaged or would grow beyond `limit` bytes. */
export function inflated(packed: Uint8Array, limit: number): Uint8Array | null {
  const parts: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  const stream = new Inflate((part, isLast) => {
    size += part.length;
    parts.push(part);
    ended ||= isLast;
  });
  try {
    for (let at = 0; at < packed.length && size <= limit; at += SLICE) {
      stream.push(packed.subarray(at, at + SLICE), at + SLICE >= packed.length);
    }
  } catch {
    return null;
  }
  return ended && size <= limit ? joined(parts, size) : null;
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
