/** A file as the archive's directory lists it; sizes in bytes. */
export interface ZipEntry {
  /** With its folders, as written: only ever compared, never a path to write to. */
  readonly name: string;
  /** 0: stored, 8: deflated. */
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** Where the entry's own header begins. */
  readonly offset: number;
}

interface Decoder {
  decode(bytes: Uint8Array): string;
}
/** Browsers, their workers and Node all have it; declared here because this folder compiles without DOM types. */
declare const TextDecoder: new (label: string) => Decoder;

const END = 0x06054b50;
const LISTED = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const LISTED_LENGTH = 46;
const LOCAL_LENGTH = 30;
const LONGEST_COMMENT = 0xffff;
/** What stands where a number did not fit in 32 bits; archives of that size are far beyond any limit. */
const ELSEWHERE = 0xffffffff;

/** The directory of a ZIP archive (PKWARE APPNOTE 6.3, 4.3), or null where it has none that holds together. */
export function zipDirectory(bytes: Uint8Array): readonly ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (at + LISTED_LENGTH > end || view.getUint32(at, true) !== LISTED) return null;
    const nameLength = view.getUint16(at + 28, true);
    const next = at + LISTED_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) return null;
    const entry = entryAt(view, at, bytes.subarray(at + LISTED_LENGTH, at + LISTED_LENGTH + nameLength));
    if ([entry.packed, entry.size, entry.offset].includes(ELSEWHERE)) return null;
    entries.push(entry);
    at = next;
  }
  return entries;
}

/** The packed bytes of an entry, or null where they are not where the directory says. */
export function packedBytes(bytes: Uint8Array, { offset, packed }: ZipEntry): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + LOCAL_LENGTH > bytes.length || view.getUint32(offset, true) !== LOCAL) return null;
  const start = offset + LOCAL_LENGTH + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  return start + packed > bytes.length ? null : bytes.subarray(start, start + packed);
}

function endOf(view: DataView): number | null {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  return null;
}

function entryAt(view: DataView, at: number, name: Uint8Array): ZipEntry {
  return {
    name: new TextDecoder("utf-8").decode(name),
    method: view.getUint16(at + 10, true),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    crc: view.getUint32(at + 16, true),
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
}
