import { deflateSync, strFromU8, strToU8 } from "fflate";
import * as v from "valibot";
import type { OwnData } from "../../model/ownData";
import type { UserError } from "../../model/userError";
import { fromBase64url, toBase64url } from "./base64url";
import { linkBroken, linkNewer } from "./faults";
import { inflated } from "./inflated";
import { ownSchema } from "./ownSchema";

/** Programs that pass links on cut longer ones: beyond this a file is the better way. */
export const LONGEST_LINK = 30_000;
/** A table of some 200,000 rows; what would grow beyond it is a bomb. */
const MOST_BYTES = 20_000_000;
/** It grows when an older Understory would misread a newer link. */
const VERSION = 1;

/** What a link carries of the reader's data, so that whoever opens it can tell whether they got the same. */
export interface DataLink {
  readonly own: OwnData;
  /** SHA-256 of the rows as they were read, in hexadecimal; null where the browser offers no digests. */
  readonly sha256: string | null;
  /** The sender's results, as `resultDigits` gives them; null where nothing was answered yet. */
  readonly results: readonly string[] | null;
}

const versioned = v.object({ version: v.pipe(v.number(), v.integer(), v.minValue(1)) });
const payload = v.object({
  // Left out where they are empty: most links are about tables alone.
  own: v.object({
    ...ownSchema.entries,
    described: v.optional(ownSchema.entries.described, {}),
    remedies: v.optional(ownSchema.entries.remedies, []),
    exported: v.optional(ownSchema.entries.exported, []),
  }),
  sha256: v.nullable(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
  results: v.nullable(v.array(v.string())),
});

/** The data as text for the fragment of an address: JSON, deflated, in base64url. */
export function encodeDataLink({ own, sha256, results }: DataLink): string {
  const { described, remedies, exported, ...table } = own;
  const lean = {
    ...table,
    ...(Object.keys(described).length > 0 && { described }),
    ...(remedies.length > 0 && { remedies }),
    ...(exported.length > 0 && { exported }),
  };
  const json = JSON.stringify({ version: VERSION, own: lean, sha256, results });
  return toBase64url(deflateSync(strToU8(json), { level: 9 }));
}

/** What `encodeDataLink` wrote, or why the text is nothing of the kind. Nothing is thrown, whatever the text. */
export function decodeDataLink(text: string): { readonly link: DataLink } | { readonly error: UserError } {
  const value = parsed(text);
  const version = v.safeParse(versioned, value);
  if (version.success && version.output.version > VERSION) return { error: linkNewer() };
  const read = v.safeParse(payload, value);
  return version.success && read.success ? { link: read.output } : { error: linkBroken() };
}

function parsed(text: string): unknown {
  const packed = fromBase64url(text);
  const bytes = packed && inflated(packed, MOST_BYTES);
  if (!bytes) return undefined;
  try {
    return JSON.parse(strFromU8(bytes));
  } catch {
    return undefined;
  }
}
