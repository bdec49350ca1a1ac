import type { OpenedFile } from "../format";
import { plainText } from "./plainText";

/** What a package says of itself, in its info page and its files' names. */
export interface PackageInfo {
  /** "2.3"; null where nothing says it. */
  readonly version: string | null;
  readonly title: string | null;
  readonly citation: string | null;
  readonly doi: string | null;
  readonly code: string | null;
}

const LONGEST = 500;

/** Reads the info page of a package, where it is there; its mark-up is never shown. */
export function packageInfo(files: readonly OpenedFile[]): PackageInfo {
  const page = files.find((file) => file.kind === "text" && file.text.includes("data package specification"));
  const html = page?.kind === "text" ? page.text : "";
  const version = /conforms to version (\d{1,3}(?:\.\d{1,3})?)/.exec(html)?.[1] ?? null;
  const title = titleIn(html);
  const doi = /https:\/\/doi\.org\/(10\.\d{4,9}\/[\w.()/-]{1,100})/.exec(html)?.[1] ?? null;
  const authors = wordsAfter(html, '<span class="byline">', "</span>");
  const code = files.map(({ name }) => /\b((?:CD|MR)\d{6})\b/.exec(name.replace(/_/g, " "))?.[1]).find(Boolean) ?? null;
  const citation = title && authors ? `${authors}. ${title}. Cochrane Database of Systematic Reviews` : null;
  return { version, title, citation, doi, code };
}

/** The review's title in "Supplementary material 8 to: …", or whatever the page's heading is. */
function titleIn(html: string): string | null {
  const heading = wordsAfter(html, "<h1>", "</h1>");
  return heading?.replace(/^supplementary material \d{1,3} to:\s*/i, "") || null;
}

function wordsAfter(html: string, opening: string, closing: string): string | null {
  const from = html.indexOf(opening);
  const to = from < 0 ? -1 : html.indexOf(closing, from);
  return to < 0 ? null : plainText(html.slice(from + opening.length, to)).slice(0, LONGEST) || null;
}
