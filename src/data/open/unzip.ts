import { inflateSync } from "fflate";
import type { UserError } from "../../model/userError";
import { crc32 } from "./crc32";
import { LIMITS } from "./limits";
import { archiveBroken, archiveLocked, archiveTooLarge } from "./openFaults";
import { packedBytes, type ZipEntry, zipDirectory } from "./zipDirectory";

/** What the files of one opening may still come to, those in archives and in archives within them. */
export interface Allowance {
  /** Unpacked. */
  bytes: number;
  entries: number;
  /** Of all tables. */
  cells: number;
}

export const fullAllowance = (): Allowance => ({
  bytes: LIMITS.unpacked,
  entries: LIMITS.entries,
  cells: LIMITS.cells,
});

/** No deflated byte stands for more than these. */
const MOST_RATIO = 1032;
const STORED = 0;
const DEFLATED = 8;

/**
 * The files of an archive, those of folders and of the computer that packed it left out, or why none can be unpacked.
 * Their sizes are taken from the allowance before anything is unpacked.
 * @param wanted which paths are of use.
 */
export function filesIn(
  name: string,
  archive: Uint8Array,
  allowance: Allowance,
  wanted: (path: string) => boolean,
): { readonly entries: readonly ZipEntry[] } | { readonly error: UserError } {
  const listed = zipDirectory(archive);
  if (!listed) return { error: archiveBroken(name) };
  allowance.entries -= listed.length;
  const entries = listed.filter((entry) => isFile(entry.name) && wanted(entry.name));
  for (const { size } of entries) allowance.bytes -= size;
  if (allowance.entries < 0 || allowance.bytes < 0) return { error: archiveTooLarge(name) };
  return entries.some(({ encrypted }) => encrypted) ? { error: archiveLocked(name) } : { entries };
}

/** A file of an archive, no larger than its directory says; null where it is damaged. */
export function unpacked(archive: Uint8Array, entry: ZipEntry): Uint8Array | null {
  const packed = packedBytes(archive, entry);
  const data = packed && (entry.method === DEFLATED ? inflated(packed, entry.size) : stored(packed, entry));
  return data && crc32(data) === entry.crc ? data : null;
}

/** A path's last part: what is left of "../../x", "/etc/x" and "C:\\x" can lead nowhere. */
export function nameOf(path: string): string {
  return path.replaceAll("\\", "/").split("/").at(-1)!;
}

function isFile(path: string): boolean {
  const name = nameOf(path);
  return name !== "" && !name.startsWith(".") && !path.startsWith("__MACOSX/");
}

function stored(packed: Uint8Array, { method, size }: ZipEntry): Uint8Array | null {
  return method === STORED && packed.length === size ? packed : null;
}

function inflated(packed: Uint8Array, size: number): Uint8Array | null {
  if (size > packed.length * MOST_RATIO) return null;
  try {
    const data = inflateSync(packed, { out: new Uint8Array(size) });
    return data.length === size ? data : null;
  } catch {
    return null;
  }
}
