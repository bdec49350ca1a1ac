import { deflated, joined } from "./bytes";
import { crc32 } from "./crc32";

/** A file that goes into an archive. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

interface Packed {
  readonly name: Uint8Array;
  readonly crc: number;
  readonly size: number;
  readonly data: Uint8Array;
}

const VERSION = 20; // 2.0: deflate
const UTF8_NAMES = 0x0800;
const DEFLATE = 8;
const NO_TIME = 0;
const FIRST_DAY = 0x21; // 1 January 1980: the same figures give the same archive

/**
 * A ZIP archive (PKWARE APPNOTE 6.3) of a few small files. Own code, since the browser deflates and all that is left is
 * the frame: no library is loaded for it.
 */
export async function zipped(entries: readonly ZipEntry[]): Promise<Uint8Array<ArrayBuffer>> {
  const packed = await Promise.all(entries.map(pack));
  const locals: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of packed) {
    const local = joined([record(0x04034b50, [[2, VERSION], ...common(entry)]), entry.name, entry.data]);
    directory.push(directoryEntry(entry, offset));
    locals.push(local);
    offset += local.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = record(0x06054b50, [
    ...([2, 2] as const).map((bytes): Field => [bytes, 0]), // this disk, the directory's disk
    [2, packed.length],
    [2, packed.length],
    [4, size],
    [4, offset],
    [2, 0],
  ]);
  return joined([...locals, ...directory, end]);
}

async function pack({ name, bytes }: ZipEntry): Promise<Packed> {
  const data = await deflated(bytes, "deflate-raw");
  return { name: new TextEncoder().encode(name), crc: crc32(bytes), size: bytes.length, data };
}

function directoryEntry(entry: Packed, offset: number): Uint8Array {
  const fields: readonly Field[] = [
    [2, VERSION],
    [2, VERSION],
    ...common(entry),
    [2, 0], // comment
    [2, 0], // disk
    [2, 0], // internal attributes
    [4, 0], // external attributes
    [4, offset],
  ];
  return joined([record(0x02014b50, fields), entry.name]);
}

/** What a file's own header and its line in the directory share. */
function common({ name, crc, size, data }: Packed): readonly Field[] {
  return [
    [2, UTF8_NAMES],
    [2, DEFLATE],
    [2, NO_TIME],
    [2, FIRST_DAY],
    [4, crc],
    [4, data.length],
    [4, size],
    [2, name.length],
    [2, 0], // extra field
  ];
}

type Field = readonly [bytes: 2 | 4, value: number];

/** A signature and its fields, least significant byte first. */
function record(signature: number, fields: readonly Field[]): Uint8Array {
  const all: readonly Field[] = [[4, signature], ...fields];
  return Uint8Array.from(
    all.flatMap(([bytes, value]) => Array.from({ length: bytes }, (_, i) => (value >>> (8 * i)) & 0xff)),
  );
}
