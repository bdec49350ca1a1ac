import { crc32 as reference } from "node:zlib";
import { expect, it } from "vitest";
import { crc32 } from "./crc32";

it.each(["", "123456789", "IEND", "τ² ≤ 1".repeat(100)])("agrees with zlib on %j", (text) => {
  const bytes = new TextEncoder().encode(text);
  expect(crc32(bytes)).toBe(reference(bytes));
});
