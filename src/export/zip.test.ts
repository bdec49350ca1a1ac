import { inflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { crc32 } from "./crc32";
import { type ZipEntry, zipped } from "./zip";

const FILES: readonly ZipEntry[] = [
  { name: "figure.svg", bytes: new Uint8Array(new TextEncoder().encode("<svg/>".repeat(500))) },
  { name: "통증.csv", bytes: new Uint8Array(new TextEncoder().encode("a,b\r\n")) },
  { name: "empty.txt", bytes: new Uint8Array(0) },
];

/** Reads an archive by its directory, as unzip programs do. */
function unzipped(zip: Uint8Array): { name: string; bytes: Uint8Array; crc: number }[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = zip.length - 22;
  expect(view.getUint32(end, true)).toBe(0x06054b50);
  let at = view.getUint32(end + 16, true);
  return Array.from({ length: view.getUint16(end + 10, true) }, () => {
    expect(view.getUint32(at, true)).toBe(0x02014b50);
    const [crc, packed, size] = [16, 20, 24].map((place) => view.getUint32(at + place, true)) as [
      number,
      number,
      number,
    ];
    const nameLength = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    expect(view.getUint32(local, true)).toBe(0x04034b50);
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const bytes = new Uint8Array(inflateRawSync(zip.subarray(start, start + packed)));
    expect(bytes.length).toBe(size);
    const name = new TextDecoder().decode(zip.subarray(at + 46, at + 46 + nameLength));
    at += 46 + nameLength;
    return { name, bytes, crc };
  });
}

describe("zipped", () => {
  it("gives every file back with its name, bytes and checksum", async () => {
    const found = unzipped(await zipped(FILES));
    expect(found.map(({ name }) => name)).toEqual(FILES.map(({ name }) => name));
    found.forEach(({ bytes, crc }, i) => {
      expect(bytes).toEqual(FILES[i]!.bytes);
      expect(crc).toBe(crc32(bytes));
    });
  });

  it("compresses, and makes the same archive of the same files", async () => {
    const zip = await zipped(FILES);
    expect(zip.length).toBeLessThan(FILES[0]!.bytes.length / 2);
    expect(await zipped(FILES)).toEqual(zip);
  });
});
