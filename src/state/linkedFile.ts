import type { SourceFile } from "../worker/import/protocol";

/** The address of a file of this site that a link names, or null where it lies elsewhere or is no address. */
export function addressHere(link: string, base: string): URL | null {
  if (!URL.canParse(link, base)) return null;
  const url = new URL(link, base);
  return url.origin === new URL(base).origin && /^https?:$/.test(url.protocol) ? url : null;
}

/** The name of the file at an address: its last part. */
export function fileNameAt({ pathname }: URL): string {
  const last = pathname.split("/").at(-1) ?? "";
  try {
    return decodeURIComponent(last) || "linked file";
  } catch {
    return last; // a stray percent sign
  }
}

/** @throws Error where it is not there. */
export async function fetchLinked(url: URL): Promise<SourceFile> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.pathname}: ${response.status}`);
  return { name: fileNameAt(url), bytes: new Uint8Array(await response.arrayBuffer()) };
}
